import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { addDays, dayIn } from "@kuultu/domain/calendar";
import { flowDays, type FlowFilter, type OpenItems } from "@kuultu/domain/feedback/flow";
import { twiceTargetFrom } from "@kuultu/domain/feedback/flow-forecast";
import { isOpen } from "@kuultu/domain/feedback/triage-status";
import type { Reach } from "@kuultu/domain/staff/permission";

import { feedbackFlow } from "#feedback/flow-queries";
import { type CountedWorld, makeCountedWorld, type Told } from "#testing/counted-world";
import { dice } from "#testing/dice";
import { makeItem, makeOrganisation } from "#testing/makers";
import { openWorld, signedInCaller, type World } from "#testing/world";
import type { Scope } from "#trpc/scope";

let world: World;
let home: Scope;
let counted: CountedWorld;

beforeAll(async () => {
  world = await openWorld();
  home = await makeOrganisation(world.parts);
  counted = await makeCountedWorld(home, 3);
});
afterAll(() => world.dispose());

/** The flow of items looked at one by one. */
function bruteForce(items: readonly Told[], filter: FlowFilter) {
  const seen = items.filter(
    (item) =>
      item.statusReason !== "whistleblowing" &&
      (filter.roundId === undefined || item.roundId === filter.roundId) &&
      (filter.source === undefined || item.source === filter.source) &&
      (filter.serviceId === undefined || item.serviceId === filter.serviceId),
  );
  const open = seen.filter(({ status }) => isOpen(status));
  const late = (item: Told) => item.triageDueOn < counted.today;
  const twiceFrom = twiceTargetFrom(counted.today, home.organisation.triageTargetDays);
  const by = (idOf: (item: Told) => string | null) => {
    const sums = new Map<string | null, OpenItems>();
    for (const item of open) {
      const id = idOf(item);
      const sum = sums.get(id) ?? { open: 0, late: 0 };
      sums.set(id, { open: sum.open + 1, late: sum.late + (late(item) ? 1 : 0) });
    }
    return sums;
  };
  return {
    days: Array.from({ length: flowDays }, (_, back) => {
      const day = addDays(counted.today, back - flowDays + 1);
      return {
        day,
        received: seen.filter(({ receivedOn }) => receivedOn === day).length,
        processed: seen.filter(({ processedAt }) => processedAt !== null && dayIn(new Date(processedAt)) === day)
          .length,
      };
    }),
    open: open.length,
    within: open.filter((item) => !late(item)).length,
    beyond: open.filter(({ triageDueOn }) => triageDueOn < twiceFrom).length,
    nobody: by((item) => (item.assigneeId === null && item.teamId === null ? "nobody" : null)).get("nobody"),
    people: by(({ assigneeId }) => assigneeId),
    teams: by(({ teamId }) => teamId),
    rounds: by(({ roundId }) => roundId),
    services: by(({ serviceId }) => serviceId),
    sources: by(({ source }) => source),
  };
}

async function expectFlow(scope: Scope, items: readonly Told[], filter: FlowFilter): Promise<void> {
  const flow = await feedbackFlow(scope, filter);
  const truth = bruteForce(items, filter);
  const sums = (rows: readonly (OpenItems & { readonly id: string | null })[]) =>
    new Map(rows.map(({ id, open, late }) => [id, { open, late }]));
  const named = (all: ReadonlyMap<string | null, OpenItems>) => new Map([...all].filter(([id]) => id !== null));
  expect(flow.days.map(({ day, received, processed }) => ({ day, received, processed }))).toEqual(truth.days);
  const { open, within, upToTwice, beyond } = flow.backlog;
  expect({ open, within, beyond }).toEqual({ open: truth.open, within: truth.within, beyond: truth.beyond });
  expect(within + upToTwice + beyond).toBe(open);
  expect(flow.nobody).toEqual(truth.nobody ?? { open: 0, late: 0 });
  expect(sums(flow.people)).toEqual(named(truth.people));
  expect(sums(flow.teams)).toEqual(named(truth.teams));
  expect(sums(flow.rounds)).toEqual(truth.rounds);
  expect(sums(flow.services)).toEqual(truth.services);
  expect(sums(flow.sources)).toEqual(truth.sources);
}

describe("the flow", () => {
  const filters = Array.from({ length: 25 }, (_, seed) => seed);

  it.each(filters)("is that of looking at every item (filter %i)", async (seed) => {
    const { roundId, source, serviceId } = counted.randomFilter(dice(seed));
    await expectFlow(home, counted.items, { roundId, source, serviceId });
  });

  it("ends at the reach of the reader", async () => {
    const reach: Reach = { wholeOrganisation: false, serviceIds: counted.serviceIds.slice(0, 1), siteIds: [] };
    const { scope } = await signedInCaller(world, home, { roles: ["triager"], reach });
    const seen = counted.items.filter(({ serviceId }) => serviceId === counted.serviceIds[0]);
    expect(seen.length).toBeGreaterThan(0);
    await expectFlow(scope, seen, {});
  });
});

it("tells no pace before work has begun, and nothing of nothing", async () => {
  const fresh = await makeOrganisation(world.parts);
  expect((await feedbackFlow(fresh, {})).forecast).toEqual({ kind: "nothing-open" });
  await makeItem(fresh);
  const flow = await feedbackFlow(fresh, {});
  expect(flow.forecast).toEqual({ kind: "too-few-days", workingDays: 0, needed: 5 });
  expect(flow.days.at(-1)).toMatchObject({ day: flow.today, received: 1, processed: 0 });
  expect(flow.backlog).toMatchObject({ open: 1, within: 1, oldestDays: 0 });
});
