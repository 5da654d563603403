import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { FeedbackFilter } from "@kuultu/domain/feedback/feedback-filter";
import type { FacetCounts } from "@kuultu/domain/feedback/feedback-view";

import { codeItem, rejectItem, routeItem } from "#feedback/feedback-commands";
import { countFeedback } from "#feedback/feedback-count-queries";
import { makeFacetValue, makeItems, makeOrganisation, makeTheme } from "#testing/makers";
import { openWorld, signedInCaller, type World } from "#testing/world";
import type { Scope } from "#trpc/scope";

let world: World;
let home: Scope;
let themeId: string;
let channelId: string;
let serviceId: string;

beforeAll(async () => {
  world = await openWorld();
  home = await makeOrganisation(world.parts);
  [themeId, channelId, serviceId] = [
    await makeTheme(home),
    await makeFacetValue(home, "channel"),
    await makeFacetValue(home, "service"),
  ];
  const kinds = ["idea", "complaint", "praise"] as const;
  const ids = await makeItems(
    home,
    Array.from({ length: 60 }, (_, n) => ({
      kind: kinds[n % 3] ?? "other",
      source: n % 4 === 0 ? "email" : "survey",
      language: n % 5 === 0 ? "sv" : "fi",
      channelId: n % 2 === 0 ? channelId : null,
      serviceId: n % 7 === 0 ? serviceId : null,
      body: n % 3 === 0 ? "Odotin jonossa tunnin." : "Kiitos, jonossa oli mukavaa.",
      receivedAt: new Date(home.now.getTime() - n * 86_400_000),
    })),
  );
  for (const [n, itemId] of ids.entries()) {
    if (n % 2 === 0) await codeItem(home, { itemId, version: 1, themeId, words: null });
    if (n % 6 === 0) await codeItem(home, { itemId, version: 2, themeId, words: { start: 0, end: 6 } });
    if (n % 2 === 0) continue;
    if (n % 5 === 0) await rejectItem(home, { itemId, version: 1, reason: "test_response" });
    else if (n % 11 === 0) await routeItem(home, { itemId, version: 1, routingClass: "whistleblowing" });
  }
});
afterAll(() => world.dispose());

/** Every count by its name. */
function flat({ capAt: _capAt, ...counts }: FacetCounts): Map<string, number> {
  return new Map(
    Object.entries(counts).flatMap(([facet, value]: [string, number | Readonly<Record<string, number>>]) =>
      typeof value === "number"
        ? [[facet, value] as const]
        : Object.entries(value).map(([key, count]) => [`${facet} ${key}`, count] as const),
    ),
  );
}

const steady = (): FeedbackFilter[] => [
  { search: "jonossa" },
  { search: "kiitos" },
  { themeId },
  { themeId, search: "odotin" },
  { receivedFrom: "2026-01-20" },
  { themeId, receivedTo: "2026-02-20" },
];
const facets = (): FeedbackFilter[] => [
  {},
  { status: "open" },
  { kind: "idea" },
  { status: "processed", language: "fi" },
  { channelId, source: "survey" },
  { status: "in_review", kind: "praise", serviceId },
];

describe("counts where more match than are looked through", () => {
  it.each([1, 4, 13, 30])("are lower bounds from capAt on and exact below, for %i", async (most) => {
    for (const filter of steady().flatMap((one) => facets().map((other) => ({ ...one, ...other })))) {
      const exact = await countFeedback(home, filter);
      expect(exact.capAt).toBe(2_147_483_647);
      const bounded = await countFeedback(home, filter, { byWords: most, byRow: most });
      const truth = flat(exact);
      const wrong = [...flat(bounded)].filter(([name, count]) => {
        const real = truth.get(name) ?? 0;
        return count < bounded.capAt ? count !== real : count > real;
      });
      expect({ filter, wrong }).toEqual({ filter, wrong: [] });
    }
  });

  it("end at the reach of the reader", async () => {
    const reach = { wholeOrganisation: false, serviceIds: [serviceId], siteIds: [] } as const;
    const { scope } = await signedInCaller(world, home, { roles: ["triager"], reach });
    const seen = await countFeedback(scope, { search: "jonossa" });
    expect(seen.total).toBe(9);
    expect(Object.keys(seen.serviceId)).toEqual([serviceId]);
  });
});

it("writes a search that is only counted into the access log, without its words", async () => {
  const elsewhere = await makeOrganisation(world.parts);
  await countFeedback(elsewhere, { search: "jonossa", kind: "idea" });
  await countFeedback(elsewhere, { kind: "idea" });
  const log = await elsewhere.transaction((tx) =>
    tx.accessLog.findMany({ where: { organisationId: tx.organisationId } }),
  );
  expect(log).toMatchObject([{ purpose: "search", itemIds: [], details: { kind: "idea" } }]);
  expect(JSON.stringify(log)).not.toContain("jono");
});
