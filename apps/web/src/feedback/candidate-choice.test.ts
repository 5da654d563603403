import { describe, expect, it } from "vitest";

import { type CandidateChoice, candidateKey } from "./candidate-choice.ts";

const ids = ["a", "b", "c"];
const nothing: CandidateChoice = { pointed: 0, marked: [] };

describe("a key among candidates", () => {
  it.each([
    ["a digit chooses at once", nothing, "2", { chosen: "b" }],
    ["a digit without a candidate does nothing", nothing, "9", null],
    ["down points to the next", nothing, "ArrowDown", { choice: { pointed: 1, marked: [] } }],
    ["down stays at the end", { pointed: 2, marked: [] }, "j", { choice: { pointed: 2, marked: [] } }],
    ["x marks", { pointed: 1, marked: ["a"] }, "x", { choice: { pointed: 1, marked: ["a", "b"] } }],
    ["x takes the mark back", { pointed: 1, marked: ["b"] }, "x", { choice: { pointed: 1, marked: [] } }],
    ["Enter takes what is pointed at", { pointed: 2, marked: [] }, "Enter", { chosen: "c" }],
    ["Enter merges what is marked", { pointed: 2, marked: ["a"] }, "Enter", { merge: ["a"] }],
    ["Escape leaves", nothing, "Escape", "leave"],
    ["other keys are left alone", nothing, "e", null],
  ] as const)("%s", (_, choice, key, meant) => {
    expect(candidateKey(ids, choice, key)).toEqual(meant);
  });

  it("means nothing where there is no candidate", () => {
    expect(candidateKey([], nothing, "Enter")).toBeNull();
    expect(candidateKey([], nothing, "x")).toBeNull();
  });
});
