import { describe, expect, it } from "vitest";

import { foundLine, shownFirstLine } from "./first-line.ts";

const words = {
  identity_code: "henkilötunnus peitetty",
  email: "sähköposti peitetty",
  phone: "puhelinnumero peitetty",
  address: "osoite peitetty",
};
const shown = (text: string): string => shownFirstLine(text, (kind) => words[kind]);
/** A beginning and an ending, with filling between them: 140 characters, as the server cuts. */
const cut = (ending: string): string => `${"sana ".repeat(40).slice(0, 140 - ending.length)}${ending}`;

describe("the first line of a feedback", () => {
  it("stays as it is where it is whole", () => {
    expect(shown("Odotin kauan, ja kukaan ei vastannut")).toBe("Odotin kauan, ja kukaan ei vastannut");
  });

  it("says masks in words", () => {
    expect(shown("Soitin ⟦phone⟧, kirjoitin ⟦email⟧. Tunnus ⟦identity_code⟧")).toBe(
      "Soitin [puhelinnumero peitetty], kirjoitin [sähköposti peitetty]. Tunnus [henkilötunnus peitetty]",
    );
  });

  it("ends at a word where the text was cut", () => {
    expect(shown(cut(" loppui, keske"))).toMatch(/ loppui …$/u);
  });

  it("keeps no word that the cut may have gone through", () => {
    const text = `${"sana ".repeat(27)}jatko`;
    expect(text).toHaveLength(140);
    expect(shown(text)).toBe(`${"sana ".repeat(27).trimEnd()} …`);
  });

  it("leaves nothing of a mask that was cut through", () => {
    expect(shown(cut(" minun tunnukseni ⟦identity_co"))).toMatch(/ minun tunnukseni …$/u);
  });

  it("keeps a whole mask at the cut", () => {
    expect(shown(cut(" numerooni ⟦phone⟧ soi"))).toMatch(/ numerooni \[puhelinnumero peitetty\] …$/u);
  });

  it("keeps a sentence that ends at the cut", () => {
    expect(shown(cut(" Siinä kaikki."))).toMatch(/ Siinä kaikki\. …$/u);
  });

  it("keeps a text without blanks, and counts characters and not halves of them", () => {
    expect(shown("a".repeat(140))).toBe(`${"a".repeat(140)} …`);
    expect(shown("😀".repeat(100))).toBe("😀".repeat(100));
  });
});

describe("a line that was found", () => {
  const found = (text: string, ...sought: string[]): string =>
    foundLine(
      text,
      sought.map((word) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length })),
      (kind) => words[kind],
    )
      .map((part) => (part.hit ? `<${part.text}>` : part.text))
      .join("");

  it("marks the words where they stand, whatever the masks before them grow to", () => {
    expect(found("Soitin ⟦phone⟧, jono oli pitkä", "jono", "pitkä")).toBe(
      "Soitin [puhelinnumero peitetty], <jono> oli <pitkä>",
    );
  });

  it("leaves out what was cut off, and marks no half of a word", () => {
    expect(found(cut(" jono, keske"), "jono", "keske")).toMatch(/ <jono> …$/u);
  });
});
