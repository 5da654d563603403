import { describe, expect, it } from "vitest";

import { chosenWords, verbatimSegments, wordMarks } from "./verbatim-segments.ts";

const body = "Soitin kolme kertaa numeroon ⟦phone⟧ ja odotin.";
const mask = { start: 29, end: 36, kind: "phone" as const };

describe("a verbatim in segments", () => {
  it("says every character once and in order, whatever overlaps", () => {
    const segments = verbatimSegments(
      body,
      [mask],
      [
        { id: "1", themeId: "a", words: { start: 0, end: 19 } },
        { id: "2", themeId: "b", words: { start: 7, end: 28 } },
        { id: "3", themeId: "c", words: null },
      ],
      { start: 40, end: 46 },
    );
    expect(segments.map((segment) => segment.text).join("")).toBe(body);
    expect(
      segments.filter((segment) => segment.marks.some(({ themeId }) => themeId === "a")).map((segment) => segment.text),
    ).toEqual(["Soitin ", "kolme kertaa"]);
    expect(segments.find((segment) => segment.ending.some(({ themeId }) => themeId === "b"))?.text).toBe(" numeroon");
    expect(segments.find((segment) => segment.mask === "phone")?.text).toBe("⟦phone⟧");
    expect(segments.filter((segment) => segment.chosen).map((segment) => segment.text)).toEqual(["odotin"]);
  });

  it("puts marks that overlap into lanes of their own, and uses a lane again where it is free", () => {
    const lanes = wordMarks([
      { id: "late", themeId: "a", words: { start: 20, end: 28 } },
      { id: "long", themeId: "a", words: { start: 0, end: 19 } },
      { id: "inside", themeId: "b", words: { start: 7, end: 12 } },
      { id: "across", themeId: "c", words: { start: 10, end: 24 } },
      { id: "same", themeId: "d", words: { start: 0, end: 19 } },
      { id: "whole", themeId: "e", words: null },
    ]).map(({ id, lane }) => `${id} ${lane}`);
    expect(lanes).toEqual(["long 0", "same 1", "inside 2", "across 3", "late 0"]);
  });

  it("cuts at what was searched for, whatever it overlaps", () => {
    const segments = verbatimSegments(
      body,
      [mask],
      [{ id: "1", themeId: "a", words: { start: 7, end: 19 } }],
      { start: 0, end: 12 },
      [{ start: 13, end: 19 }],
    );
    expect(segments.filter((segment) => segment.hit).map(({ text, marks }) => [text, marks.length])).toEqual([
      ["kertaa", 1],
    ]);
    expect(segments.map((segment) => segment.text).join("")).toBe(body);
  });

  it("is empty for an empty text", () => {
    expect(verbatimSegments("", [], [], null)).toEqual([]);
  });
});

describe("chosen words", () => {
  it("are counted in the stored text, without the blanks around them", () => {
    document.body.innerHTML = `<p><span data-start="0">Soitin </span><mark><span data-start="7">kolme kertaa</span><sup>1</sup></mark><span data-start="19"> numeroon</span></p>`;
    const root = document.querySelector("p");
    const [first, , last] = [...document.querySelectorAll("[data-start]")].map((segment) => segment.firstChild);
    if (root === null || first == null || last == null) throw new Error("the text is not drawn");
    document.getSelection()?.setBaseAndExtent(first, 6, last, 9);
    expect(chosenWords("Soitin kolme kertaa numeroon", root, document.getSelection())).toEqual({ start: 7, end: 28 });
  });

  it("are none outside the text", () => {
    document.body.innerHTML = `<p><span data-start="0">Soitin</span></p><p id="elsewhere">muuta</p>`;
    const root = document.querySelector("p");
    const elsewhere = document.querySelector("#elsewhere")?.firstChild;
    if (root === null || elsewhere == null) throw new Error("the text is not drawn");
    document.getSelection()?.setBaseAndExtent(elsewhere, 0, elsewhere, 3);
    expect(chosenWords("Soitin", root, document.getSelection())).toBeNull();
  });
});
