import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { languages } from "@kuultu/domain/language";

import { finnishPairs, otherPairs } from "#testing/search-pairs";
import { makeOrganisation } from "#testing/makers";
import { searchQuality } from "#testing/search-quality";
import { openWorld, type World } from "#testing/world";
import { WordAnalyser } from "#search/word-analyser";
import type { Scope } from "#trpc/scope";

let world: World;
let home: Scope;
const analyser = await WordAnalyser.open();
const inHome = <T>(work: (tx: OrganisationTransaction) => Promise<T>) => home.transaction(work);

beforeAll(async () => {
  world = await openWorld();
  home = await makeOrganisation(world.parts);
});
afterAll(async () => {
  await analyser.stop();
  await world.dispose();
});

it("has two hundred pairs, none of them twice", () => {
  expect(finnishPairs.length).toBeGreaterThanOrEqual(200);
  expect(new Set(finnishPairs.map(({ search, text }) => `${search}|${text}`)).size).toBe(finnishPairs.length);
});

it.runIf(process.env["CI"] === "true")("has Voikko where everything is to be tested", () => {
  expect(analyser.voikkoAbsence).toBeNull();
});

describe("Finnish", () => {
  it("is found by stems and gradation where there is no Voikko: 74 of 100, nine in ten of them rightly", async () => {
    const quality = await inHome((tx) => searchQuality(tx, WordAnalyser.withoutVoikko(), "fi", finnishPairs));
    expect(quality.recall).toBeGreaterThanOrEqual(0.74);
    expect(quality.precision).toBeGreaterThanOrEqual(0.9);
  });

  it.runIf(analyser.engine === "voikko")(
    "is found by Voikko's base forms and parts: 95 of 100, and rightly",
    async () => {
      const quality = await inHome((tx) => searchQuality(tx, analyser, "fi", finnishPairs));
      expect(quality.recall).toBeGreaterThanOrEqual(0.95);
      expect(quality.precision).toBeGreaterThanOrEqual(0.95);
    },
  );
});

it.each(languages.filter((language) => language !== "fi"))("finds inflected words in %s", async (language) => {
  const quality = await inHome((tx) => searchQuality(tx, analyser, language, otherPairs[language]));
  expect(quality.recall).toBeGreaterThanOrEqual(0.9);
  expect(quality.precision).toBeGreaterThanOrEqual(0.9);
});
