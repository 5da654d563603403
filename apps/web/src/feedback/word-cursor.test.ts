import { describe, expect, it } from "vitest";

import { coveredWords, cursorOver, movedCursor, type WordCursor, wordPlaces } from "./word-cursor.ts";

const body = "Soitin kolme kertaa. Kukaan ei vastannut numerosta [puhelin]! Miksi?";
const mask = { start: 51, end: 60, kind: "phone" as const };
const places = wordPlaces(body, [mask], "fi");

const chosenBy = (start: WordCursor, ...keys: readonly string[]): string => {
  const end = keys.reduce((cursor, key) => {
    const extend = key.startsWith("Shift+");
    return movedCursor(places, cursor, key.replace("Shift+", ""), extend) ?? cursor;
  }, start);
  const words = coveredWords(places, end);
  return words === null ? "" : body.slice(words.start, words.end);
};
const begin = { from: 0, at: 0 };

describe("choosing words by keyboard", () => {
  it("goes from word to word, and stops at both ends of the text", () => {
    expect(chosenBy(begin, "ArrowRight", "ArrowRight")).toBe("kertaa");
    expect(chosenBy(begin, "ArrowLeft")).toBe("Soitin");
    expect(chosenBy(begin, "End", "ArrowRight")).toBe("Miksi");
  });

  it("extends and takes back, also over the word it began with", () => {
    expect(chosenBy(begin, "ArrowRight", "Shift+ArrowRight")).toBe("kolme kertaa");
    expect(chosenBy(begin, "ArrowRight", "Shift+ArrowRight", "Shift+ArrowLeft", "Shift+ArrowLeft")).toBe(
      "Soitin kolme",
    );
  });

  it("jumps by sentence, and extends to the last word of one and then of the next", () => {
    expect(chosenBy(begin, "ArrowDown")).toBe("Kukaan");
    expect(chosenBy(begin, "ArrowDown", "ArrowUp")).toBe("Soitin");
    expect(chosenBy(begin, "Shift+ArrowDown")).toBe("Soitin kolme kertaa");
    expect(chosenBy(begin, "Shift+ArrowDown", "Shift+ArrowDown")).toBe(body.slice(0, 60));
  });

  it("takes a mask as one word", () => {
    expect(chosenBy(begin, "End", "ArrowLeft")).toBe("[puhelin]");
  });

  it("begins over what the mouse has chosen", () => {
    expect(chosenBy(cursorOver(places, { start: 8, end: 15 }))).toBe("kolme kertaa");
    expect(cursorOver(places, null)).toEqual(begin);
  });

  it("leaves other keys alone, and a text without words has nothing to choose", () => {
    expect(movedCursor(places, begin, "1", false)).toBeNull();
    expect(coveredWords(wordPlaces("…!", [], "und"), begin)).toBeNull();
  });

  it("never cuts a character in two", () => {
    const text = "Jono 🙂🙂 on 👩‍👩‍👧 pitkä";
    for (const word of wordPlaces(text, [], "fi").words) {
      expect(text.slice(word.start, word.end)).toMatch(/^[\p{L}\p{N}]+$/u);
    }
  });
});
