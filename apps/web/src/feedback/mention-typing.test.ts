import { describe, expect, it } from "vitest";

import { noteParts, offeredPeople, peopleNamed, typedMention, withMention } from "./mention-typing.ts";

const anna = { id: "1", name: "Demo Anna" };
const annala = { id: "2", name: "Demo Annala" };
const olga = { id: "3", name: "Ольга Демо" };
const people = [anna, annala, olga];

describe("a name being typed", () => {
  it.each([
    ["Katso @de", { start: 6, query: "de" }],
    ["@", { start: 0, query: "" }],
    ["(@Ольга", { start: 1, query: "Ольга" }],
    ["demo@example", null],
    ["Katso @ huomenna", null],
    ["ei ketään", null],
  ])("%j", (text, typed) => {
    expect(typedMention(text, text.length)).toEqual(typed);
  });

  it("is looked for in every part of the names", () => {
    expect(offeredPeople(people, "ann")).toEqual([anna, annala]);
    expect(offeredPeople(people, "demo a")).toEqual([anna, annala]);
    expect(offeredPeople(people, "оль")).toEqual([olga]);
    expect(offeredPeople(people, "nna")).toEqual([]);
  });

  it("is completed where it stands, and the caret follows it", () => {
    const text = "Katso @de huomenna";
    expect(withMention(text, 9, { start: 6, query: "de" }, anna.name)).toEqual({
      text: "Katso @Demo Anna huomenna",
      caret: 17,
    });
  });
});

describe("people named in a note", () => {
  it("are found by their whole names, the longer before the shorter", () => {
    expect(peopleNamed("@Demo Annala ja @Ольга Демо, @Demo Annala", people)).toEqual(["2", "3"]);
    expect(peopleNamed("@Demo Annalle", people)).toEqual([]);
  });

  it("are parts of it, and all parts make the note again", () => {
    const body = "Hei @Demo Anna!\nKatsotko?";
    const parts = noteParts(body, people);
    expect(parts.map(({ text }) => text).join("")).toBe(body);
    expect(parts.filter(({ personId }) => personId !== null)).toEqual([
      { start: 4, text: "@Demo Anna", personId: "1" },
    ]);
  });
});
