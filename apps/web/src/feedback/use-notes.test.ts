import { TRPCClientError } from "@trpc/client";
import { expect, test } from "vitest";

import { endNewNote, newNoteId } from "./use-notes.ts";

const refused = (code: string) =>
  TRPCClientError.from({ error: { code: -32_009, message: code, data: { violation: { code, details: {} } } } });

test("a new note keeps its id through every try, until it is kept or the id has gone to other words", () => {
  const first = newNoteId("item");
  endNewNote("item", new Error("no reply"));
  endNewNote("item", refused("not-found"));
  expect(newNoteId("item")).toBe(first);
  expect(newNoteId("another item")).not.toBe(first);
  endNewNote("item", refused("changed-meanwhile"));
  const second = newNoteId("item");
  expect(second).not.toBe(first);
  endNewNote("item", null);
  expect(newNoteId("item")).not.toBe(second);
});
