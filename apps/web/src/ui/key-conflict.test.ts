import { describe, expect, it } from "vitest";

import { frame, holders, isKept, type KeyedCommand, without } from "./key-conflict.ts";

const command = (name: string, place: string, ...keys: string[]): KeyedCommand => ({
  name,
  place,
  keys,
  given: keys,
  label: name,
  group: place,
});
const commands = [
  command("item.done", "feedback", "e"),
  command("go.themes", frame, "g t"),
  command("intake.problem", "intake", "n"),
];
const held = (name: string, place: string, ...keys: string[]): string[] =>
  holders({ name, place }, keys, commands).map((each) => each.name);

describe("a key is held", () => {
  it("by the command that has it, on the same page or on every page", () => {
    expect(held("move.next", "feedback", "e")).toEqual(["item.done"]);
    expect(held("screen.help", frame, "n")).toEqual(["intake.problem"]);
  });

  it("by a sequence that it begins, and by what begins a sequence", () => {
    expect(held("move.next", "feedback", "g")).toEqual(["go.themes"]);
    expect(held("move.next", "feedback", "e x")).toEqual(["item.done"]);
    expect(held("move.next", "feedback", "g x")).toEqual([]);
  });

  it("neither by the command itself nor by one of another page", () => {
    expect(held("item.done", "feedback", "e")).toEqual([]);
    expect(held("move.next", "feedback", "n")).toEqual([]);
  });

  it("until it is taken, and the rest stays", () => {
    expect(without(["g t", "m"], ["g"])).toEqual(["m"]);
  });
});

it.each(["Tab", "shift+Tab", "mod+w", "mod+shift+n", "F5", " ", "Escape"])("%j is kept by the browser", (key) =>
  expect(isKept(key)).toBe(true),
);
it.each(["w", "mod+a", "shift+j", "Backspace", "F2", "g t"])("%j is free", (key) => expect(isKept(key)).toBe(false));
