import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { nearTextAt } from "@kuultu/domain/feedback/duplicate-candidate";

import { duplicateCandidates } from "#feedback/duplicates/duplicate-queries";
import { importFile } from "#testing/imported";
import { makeOrganisation } from "#testing/makers";
import { haveRealFiles, realFiles } from "#testing/real-files";
import { openWorld } from "#testing/world";
import type { World } from "#testing/world";
import type { Scope } from "#trpc/scope";

let world: World;
let city: Scope;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());

interface Pair {
  readonly item_id: string;
  readonly other_id: string;
  readonly likeness: number;
}

/** Every text compared with every other, for so many of them: what an index could miss, this does not. */
function pairsOf(scope: Scope, count: number): Promise<readonly Pair[]> {
  return scope.transaction((tx) =>
    tx.sql<Pair>({
      name: "test.alike",
      text: `SELECT mine.item_id, other.item_id AS other_id, similarity(other.body, mine.body) AS likeness
          FROM (SELECT item_id, body FROM feedback_text WHERE organisation_id = $1::uuid AND length(body) BETWEEN 40 AND 300
                 ORDER BY item_id LIMIT $2::int) mine
          JOIN feedback_text other ON other.organisation_id = $1::uuid AND other.item_id <> mine.item_id
           AND similarity(other.body, mine.body) >= $3::real`,
      values: [tx.organisationId, count, nearTextAt],
    }),
  );
}

describe.runIf(haveRealFiles("duplicates among real texts"))("requests to a city", () => {
  it("are offered wherever a comparison with all texts finds one as alike", async () => {
    city = await makeOrganisation(world.parts);
    await importFile(city, { path: join(realFiles, "feedback/publicstuff_nyc_redacted.csv") });
    const pairs = await pairsOf(city, 12);
    expect(pairs.length).toBeGreaterThan(1);
    for (const itemId of new Set(pairs.map((pair) => pair.item_id))) {
      const alike = pairs.filter((pair) => pair.item_id === itemId);
      const offered = await duplicateCandidates(city, itemId);
      expect(offered.map(({ likeness }) => likeness)).toEqual(
        alike
          .map(({ likeness }) => likeness)
          .toSorted((a, b) => b - a)
          .slice(0, 9),
      );
    }
  });
});
