import { describe, expect, test } from "vitest";

import { changedPreferences, keysSchema, preferencesChangeSchema, preferencesSchema } from "./preferences.ts";

describe("the name of a key", () => {
  test.each(["e", "ö", "?", "7", "+", "shift+j", "mod+k", "mod+shift+a", "Backspace", "shift+F10", "g t", "mod++"])(
    "%s may be kept",
    (keys) => expect(keysSchema.safeParse(keys).success).toBe(true),
  );

  test.each(["", " ", "ee", "g t s", "ctrl+k", "shift+mod+a", "mod+", "<script>", "e\n", "x".repeat(80)])(
    "%j may not",
    (keys) => expect(keysSchema.safeParse(keys).success).toBe(false),
  );
});

describe("own keys", () => {
  const before = preferencesSchema.parse({ keys: { "item.done": ["f"], "item.undo": [] } });

  test("change command by command; null gives back what was given", () => {
    const after = changedPreferences(before, { keys: { "item.done": null, "move.next": ["n", "shift+n"] } });
    expect(after.keys).toEqual({ "item.undo": [], "move.next": ["n", "shift+n"] });
    expect(changedPreferences(before, { density: "compact" })).toEqual({ ...before, density: "compact" });
  });

  test("are bounded in number and in length", () => {
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`item.x${index}`, ["e"]]));
    expect(preferencesChangeSchema.safeParse({ keys: many }).success).toBe(false);
    expect(preferencesChangeSchema.safeParse({ keys: { "item.done": ["a", "b", "c", "d", "e"] } }).success).toBe(false);
    expect(preferencesChangeSchema.safeParse({ keys: { __proto__x: ["e"] } }).success).toBe(false);
    const { "item.x200": last, ...first } = many;
    const filled = changedPreferences(before, { keys: { ...first, "item.x200": last ?? [] } });
    expect(Object.keys(filled.keys)).toHaveLength(200);
  });
});
