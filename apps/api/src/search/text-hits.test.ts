import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { TextLanguage } from "@kuultu/domain/language";

import { searchQuery, tsqueryText } from "#search/search-query";
import { readTexts, searchVectors } from "#search/search-vector";
import { textHits } from "#search/text-hits";
import { WordAnalyser } from "#search/word-analyser";
import { makeOrganisation } from "#testing/makers";
import { openWorld, type World } from "#testing/world";
import type { Scope } from "#trpc/scope";

let world: World;
let home: Scope;
const analyser = await WordAnalyser.open();
beforeAll(async () => {
  world = await openWorld();
  home = await makeOrganisation(world.parts);
});
afterAll(async () => {
  await analyser.stop();
  await world.dispose();
});

interface Asked {
  readonly search: string;
  readonly title?: string;
  readonly body: string;
  readonly language?: TextLanguage;
  readonly by?: WordAnalyser;
}

/** What is marked, and whether the database finds the text. */
async function marked({ search, title = "", body, language = "fi", by = world.parts.analyser }: Asked) {
  return home.transaction(async (tx) => {
    const text = { language, title, body };
    const query = await searchQuery(tx, by, search);
    const [read] = await readTexts(tx, by, by.engine, [text]);
    const [vector] = await searchVectors(tx, by, [text]);
    const { rows } = await tx.run<{ found: boolean }>("SELECT $1::tsvector @@ $2::tsquery AS found", [
      vector?.tsv,
      tsqueryText(query),
    ]);
    const hits = textHits(read ?? { title: [], body: [] }, query);
    return {
      found: rows[0]?.found === true,
      words: [
        ...hits.title.map(({ start, end }) => title.slice(start, end)),
        ...hits.body.map(({ start, end }) => body.slice(start, end)),
      ],
    };
  });
}

describe("what is marked", () => {
  it.each([
    ["jono hidas", "Hidas palvelu, ja JONOT venyivät.", ["Hidas", "JONOT"]],
    ['"hidas palvelu"', "Palvelu on hidas. Hidasta palvelua aina, hidas.", ["Hidasta", "palvelua"]],
    ['"jono ja palvelu"', "Jono oli, jono ja palvelu", ["jono", "palvelu"]],
    ["jono -hidas", "Jono oli hidas.", []],
    ['jono -"hidas jono"', "Jono oli hidas.", ["Jono"]],
    ["jono puuttuu", "Jono oli hidas.", []],
    ["jono or tulkki", "Tulkki tuli.", ["Tulkki"]],
    ["e-lomake", "Sähköinen e-lomake ei auennut, lomake ei.", ["e", "lomake"]],
    ["phone", "Soittakaa ⟦phone⟧ tai phone.", ["phone"]],
    ["😀 jono", "😀😀 jono", ["jono"]],
    ["jono", "Jo\u00ADnot venyivät.", ["Jo\u00ADnot"]],
    ["jo\u200Bno", "Jonot venyivät.", ["Jonot"]],
    ["jono\u00AD \u200B", "Jono\u00AD \u00AD venyi.", ["Jono"]],
  ])("by %s in “%s” is %j", async (search, body, words) => {
    expect(await marked({ search, body })).toEqual({ found: words.length > 0, words });
  });

  it("stands in the title and in the body, and no phrase runs from one into the other", async () => {
    expect(await marked({ search: "jono", title: "Jonot", body: "Pitkä jono" })).toMatchObject({
      words: ["Jonot", "jono"],
    });
    expect(await marked({ search: '"hidas jono"', title: "Hidas", body: "jono" })).toEqual({ found: false, words: [] });
  });

  it.runIf(analyser.engine === "voikko")("is the whole compound of which a part is searched for", async () => {
    const body = "Odotin luvankäsittelyajan loppuun.";
    for (const search of ["käsittelyaika", "lupa", "luvankäsittely", "aika"])
      expect(await marked({ search, body, by: analyser })).toEqual({ found: true, words: ["luvankäsittelyajan"] });
  });
});

it("is marked if and only if the database finds it, whatever is typed and written", async () => {
  const word = fc.constantFrom(
    "jono",
    "Jonot",
    "hidas",
    "palvelun",
    "ja",
    "e-lomake",
    "kadulla",
    "katu",
    "2021",
    "å",
    "'",
    "\\",
    ":*",
    "&!",
    "(",
    "⟦phone⟧",
  );
  const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(" "));
  const term = fc
    .tuple(
      fc.constantFrom("", "", "-"),
      fc.oneof(
        word,
        text.map((phrase) => `"${phrase}"`),
      ),
    )
    .map((parts) => parts.join(""));
  const search = fc
    .array(fc.oneof(term, term, fc.constant("or")), { minLength: 1, maxLength: 5 })
    .map((terms) => terms.join(" "));
  const language = fc.constantFrom<TextLanguage>("fi", "sv", "en", "ru", "und");
  await fc.assert(
    fc.asyncProperty(search, text, text, language, fc.boolean(), async (typed, title, body, written, voikko) => {
      const { found, words } = await marked({
        search: typed,
        title,
        body,
        language: written,
        by: voikko ? analyser : world.parts.analyser,
      });
      // What only must not occur is found, and leaves nothing to mark.
      expect(found).toBe(words.length > 0 || (found && typed.includes("-")));
    }),
    { numRuns: 300 },
  );
});

it("holds what has more words and more places than a vector takes", async () => {
  const body = `${"jono ".repeat(2000)}${Array.from({ length: 9000 }, (_, n) => `sana${n}`).join(" ")}`;
  expect(await marked({ search: "jono sana8999", body })).toMatchObject({ found: true });
});
