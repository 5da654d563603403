import { expect, test } from "vitest";

import { maskedPieces } from "./masked-text.ts";

test("a text is cut at its masks and nothing of it is lost", () => {
  const pieces = maskedPieces("call •••• or ••", [
    { start: 13, end: 15, kind: "email" },
    { start: 5, end: 9, kind: "phone" },
  ]);
  expect(pieces.map((piece) => [piece.text, piece.mask])).toEqual([
    ["call ", null],
    ["••••", "phone"],
    [" or ", null],
    ["••", "email"],
  ]);
  expect(pieces.map((piece) => piece.text).join("")).toBe("call •••• or ••");
});

test("spans that overlap or lie outside are passed over", () => {
  expect(
    maskedPieces("abcd", [
      { start: 0, end: 2, kind: "phone" },
      { start: 1, end: 3, kind: "email" },
      { start: 3, end: 9, kind: "email" },
    ]).map((piece) => piece.text),
  ).toEqual(["ab", "cd"]);
});
