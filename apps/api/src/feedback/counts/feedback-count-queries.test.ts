import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { FeedbackFilter } from "@kuultu/domain/feedback/feedback-filter";
import { countedFacets, type FacetCounts } from "@kuultu/domain/feedback/feedback-view";
import { isOpen } from "@kuultu/domain/feedback/triage-status";
import type { Reach } from "@kuultu/domain/staff/permission";

import { countFeedback } from "#feedback/counts/feedback-count-queries";
import { countMatching } from "#feedback/counts/match-count-queries";
import { narrowingOf } from "#feedback/feedback-list-queries";
import { type CountedWorld, makeCountedWorld, type Told } from "#testing/counted-world";
import { makeOrganisation } from "#testing/makers";
import { dice } from "#testing/dice";
import { openWorld, signedInCaller, type World } from "#testing/world";
import type { Scope } from "#trpc/scope";

let world: World;
let home: Scope;
let counted: CountedWorld;

beforeAll(async () => {
  world = await openWorld();
  home = await makeOrganisation(world.parts);
  counted = await makeCountedWorld(home, 7);
});
afterAll(() => world.dispose());

/** The values under which an item counts for a facet. */
function valuesOf(item: Told, facet: (typeof countedFacets)[number]): readonly (string | null)[] {
  if (facet === "themeId") return item.themeIds;
  if (facet === "status") return [item.status, isOpen(item.status) ? "open" : "processed"];
  if (facet === "assigneeId" && item.assigneeId === null && item.teamId === null) return ["nobody"];
  return [item[facet]];
}

/** Whether an item matches a filter: the question in plain words, one item at a time. */
function matches(item: Told, filter: FeedbackFilter): boolean {
  if (item.statusReason === "whistleblowing") return false;
  if (countedFacets.some((facet) => filter[facet] !== undefined && !valuesOf(item, facet).includes(filter[facet])))
    return false;
  if (filter.receivedFrom !== undefined && item.receivedOn < filter.receivedFrom) return false;
  if (filter.receivedTo !== undefined && item.receivedOn > filter.receivedTo) return false;
  if (filter.search !== undefined && !item.body.toLowerCase().includes(filter.search)) return false;
  return filter.pastTarget !== true || (isOpen(item.status) && item.triageDueOn < counted.today);
}

function bruteForce(items: readonly Told[], filter: FeedbackFilter): FacetCounts {
  const matching = (narrowed: FeedbackFilter) => items.filter((item) => matches(item, narrowed));
  const counts = countedFacets.map((facet) => {
    const sums: Record<string, number> = {};
    for (const item of matching({ ...filter, [facet]: undefined }))
      for (const value of valuesOf(item, facet)) if (value !== null) sums[value] = (sums[value] ?? 0) + 1;
    return [facet, sums] as const;
  });
  return {
    ...(Object.fromEntries(counts) as Record<(typeof countedFacets)[number], Record<string, number>>),
    total: matching(filter).length,
    pastTarget: matching({ ...filter, pastTarget: true }).length,
    capped: [],
  };
}

function within(item: Told, reach: Reach): boolean {
  return (
    reach.wholeOrganisation ||
    (item.serviceId !== null && reach.serviceIds.includes(item.serviceId)) ||
    (item.siteId !== null && reach.siteIds.includes(item.siteId))
  );
}

const seeds = Array.from({ length: 60 }, (_, seed) => seed);

describe("counts beside the filters", () => {
  it.each(seeds)("are those of looking at every item (combination %i)", async (seed) => {
    const filter = counted.randomFilter(dice(seed));
    expect(await countFeedback(home, filter)).toEqual(bruteForce(counted.items, filter));
  });

  it.each(seeds.slice(0, 20))("end at the reach of the reader (combination %i)", async (seed) => {
    const throwDice = dice(seed);
    const reach: Reach = {
      wholeOrganisation: false,
      serviceIds: counted.serviceIds.slice(0, throwDice(2)),
      siteIds: counted.siteIds.slice(0, 1),
    };
    const { scope } = await signedInCaller(world, home, { roles: ["triager"], reach });
    const filter = counted.randomFilter(throwDice);
    const seen = counted.items.filter((item) => within(item, reach));
    expect(await countFeedback(scope, filter)).toEqual(bruteForce(seen, filter));
  });

  it.each(seeds.slice(0, 30))("say where they are lower bounds (combination %i)", async (seed) => {
    const throwDice = dice(1000 + seed);
    const filter = counted.randomFilter(throwDice);
    const truth = bruteForce(counted.items, filter);
    const most = 1 + throwDice(40);
    const bounded = await countFeedback(home, filter, { byWords: most, byRow: most, byFacet: most });
    for (const facet of countedFacets) {
      if (bounded.capped.includes(facet)) expect(notAbove(bounded[facet], truth[facet])).toEqual([]);
      else expect({ facet, counts: bounded[facet] }).toEqual({ facet, counts: truth[facet] });
    }
    if (bounded.capped.includes("total")) expect(bounded.total).toBeLessThanOrEqual(truth.total);
    else expect(bounded.total).toBe(truth.total);
  });
});

describe("how many each of many filters matches", () => {
  const draw = dice(5);
  const filters = () =>
    seeds.map(() => counted.randomFilter(draw)).concat({}, { status: "open", assigneeId: "nobody" });
  const truthOf = (filter: FeedbackFilter, items = counted.items) =>
    items.filter((item) => matches(item, filter)).length;

  it("is that of looking at every item", async () => {
    const asked = filters();
    const told = await home.transaction((tx) => countMatching(tx, narrowingOf(home), asked));
    expect(told).toEqual(asked.map((filter) => ({ total: truthOf(filter), capped: false })));
  });

  it("ends at the reach of the reader", async () => {
    const reach: Reach = { wholeOrganisation: false, serviceIds: counted.serviceIds.slice(0, 1), siteIds: [] };
    const { scope } = await signedInCaller(world, home, { roles: ["triager"], reach });
    const seen = counted.items.filter((item) => within(item, reach));
    const asked = filters();
    const told = await scope.transaction((tx) => countMatching(tx, narrowingOf(scope), asked));
    expect(told.map(({ total }) => total)).toEqual(asked.map((filter) => truthOf(filter, seen)));
  });

  it("says where it is a lower bound", async () => {
    const asked = filters();
    const told = await home.transaction((tx) => countMatching(tx, narrowingOf(home), asked, { byRow: 4, byWords: 3 }));
    for (const [index, { total, capped }] of told.entries()) {
      const truth = truthOf(asked[index] ?? {});
      if (capped) expect(total).toBeLessThanOrEqual(truth);
      else expect(total).toBe(truth);
    }
    expect(told.filter(({ capped }) => capped).length).toBeGreaterThan(0);
  });
});

function notAbove(counts: Readonly<Record<string, number>>, truth: Readonly<Record<string, number>>): string[] {
  return Object.keys(counts).filter((value) => (counts[value] ?? 0) > (truth[value] ?? 0));
}

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
