import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";

import { listFeedback } from "#feedback/feedback-list-queries";
import { passageOf } from "#search/found-passage";
import { itemHits } from "#search/item-hits-queries";
import { makeItems, makeOrganisation } from "#testing/makers";
import { openWorld, type World } from "#testing/world";
import type { Scope } from "#trpc/scope";

let world: World;
let home: Scope;
beforeAll(async () => {
  world = await openWorld();
  home = await makeOrganisation(world.parts);
});
afterAll(() => world.dispose());

it("shows the title where the hit is there, the passage where it is far in the body, and always where the hits are", async () => {
  const filler = "Tässä kerrotaan paljon muuta. ".repeat(12);
  await makeItems(home, [
    { title: "Jonotus", body: `${filler}Tulkki myöhästyi\ntaas.` },
    { title: "Tulkin apu", body: filler },
    { body: "Tulkkia ei ollut, sanoi ⟦email⟧." },
  ]);
  const { rows } = await listFeedback(home, { filter: { search: "tulkki" }, order: "newest", limit: 50 });
  const shown = rows.map(({ firstLine, hits = [] }) => [
    firstLine,
    hits.map(({ start, end }) => firstLine.slice(start, end)),
  ]);
  expect(shown).toHaveLength(3);
  expect(shown).toEqual(
    expect.arrayContaining([
      ["Tulkin apu", ["Tulkin"]],
      ["Tulkkia ei ollut, sanoi ⟦email⟧.", ["Tulkkia"]],
      ["… Tulkki myöhästyi taas.", ["Tulkki"]],
    ]),
  );
  const { rows: unsearched } = await listFeedback(home, { filter: {}, order: "newest", limit: 50 });
  expect(unsearched.every((row) => !("hits" in row))).toBe(true);
});

it("marks the open item's title and body, and logs that it was asked for, without the words", async () => {
  const [itemId = ""] = await makeItems(home, [{ title: "Tulkin apu", body: "Tulkki, tulkille" }]);
  expect(await itemHits(home, { itemId, search: "tulkki" })).toEqual({
    title: [{ start: 0, end: 6 }],
    body: [
      { start: 0, end: 6 },
      { start: 8, end: 16 },
    ],
  });
  const { rows } = await home.transaction((tx) =>
    tx.run<{ purpose: string; details: object }>(
      "SELECT purpose, details FROM access_log WHERE organisation_id = $1 AND $2 = ANY(item_ids) AND purpose = 'search'",
      [tx.organisationId, itemId],
    ),
  );
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain("tulkki");
});

it("never cuts a hit's beginning off, and keeps every offset", () => {
  const word = fc.constantFrom("jono", "a", "⟦phone⟧", "😀", "pitkäsananenkin.", "\n", "tulkki");
  fc.assert(
    fc.property(fc.array(word, { maxLength: 120 }), fc.nat(), (words, chosen) => {
      const text = words.join(" ");
      const at = [...text.matchAll(/tulkki/gu)].map(({ index }) => ({ start: index, end: index + 6 }));
      if (at.length === 0) return;
      const hits = at.slice(chosen % at.length);
      const passage = passageOf(text, hits);
      expect(passage.firstLine.length).toBeLessThanOrEqual(140);
      expect(passage.hits.length).toBeGreaterThan(0);
      for (const { start, end } of passage.hits.slice(0, -1))
        expect(passage.firstLine.slice(start, end)).toBe("tulkki");
      const [first = { start: 0, end: 0 }] = passage.hits;
      expect("tulkki".startsWith(passage.firstLine.slice(first.start, first.end))).toBe(true);
      expect(passage.firstLine).not.toMatch(/^(?:… )?[a-z]*⟧/u);
    }),
  );
});
