import { afterAll, beforeAll, expect, test } from "vitest";

import { codeItem, finishItem } from "#feedback/feedback-commands";
import { verify } from "#history/verify";
import { makeItem, makeItems, makeOrganisation, makeRound, makeTheme } from "#testing/makers";
import { openWorld } from "#testing/world";
import type { World } from "#testing/world";
import type { Scope } from "#trpc/scope";

let world: World;
let home: Scope;

beforeAll(async () => {
  world = await openWorld();
  home = await makeOrganisation(world.parts, { slug: "koevirasto" });
  const roundId = await makeRound(home);
  await makeItems(home, [{ roundId }, { roundId, language: "sv" }, {}]);
  const itemId = await makeItem(home, { roundId });
  await codeItem(home, { itemId, version: 1, themeId: await makeTheme(home), words: null });
  await finishItem(home, { itemId, version: 2 });
  await makeItem(await makeOrganisation(world.parts), { kind: "praise" });
});
afterAll(() => world.dispose());

test("what was written through the commands is what the rows say", async () => {
  expect(await verify(world.parts)).toEqual([]);
});

test.each(["feedback_pair", "theme_cube"])(
  "a figure of %s that went astray is named, with its organisation",
  async (table) => {
    await home.transaction((tx) =>
      tx.run(`UPDATE ${table} SET count = count + 7 WHERE organisation_id = $1::uuid`, [tx.organisationId]),
    );
    const differences = await verify(world.parts);
    await home.transaction((tx) =>
      tx.run(`UPDATE ${table} SET count = count - 7 WHERE organisation_id = $1::uuid`, [tx.organisationId]),
    );
    expect(differences.length).toBeGreaterThan(0);
    for (const { organisation, what, kept, counted } of differences) {
      expect({ organisation, what, off: Number(kept) - Number(counted) }).toEqual({
        organisation: "koevirasto",
        what: table,
        off: 7,
      });
    }
  },
);

test("a row that was taken away behind the roll-up's back is missed", async () => {
  const itemId = await makeItem(home, { kind: "idea", language: "ru" });
  await home.transaction((tx) =>
    tx.feedbackItem.deleteMany({ where: { organisationId: tx.organisationId, id: itemId } }),
  );
  expect(await verify(world.parts)).toContainEqual(
    expect.objectContaining({ organisation: "koevirasto", what: "feedback_pair", kept: 1, counted: 0 }),
  );
});
