import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { addDays, dayIn } from "@kuultu/domain/calendar";
import { flowDays, type FlowFilter, type OpenItems } from "@kuultu/domain/feedback/flow";
import { twiceTargetFrom } from "@kuultu/domain/feedback/flow-forecast";
import { isOpen } from "@kuultu/domain/feedback/triage-status";
import type { Reach } from "@kuultu/domain/staff/permission";

import { feedbackFlow } from "#feedback/counts/flow-queries";
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

const named = (all: ReadonlyMap<string | null, OpenItems>) => new Map([...all].filter(([id]) => id !== null));

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
    backlog: {
      open: open.length,
      within: open.filter((item) => !late(item)).length,
      upToTwice: open.filter((item) => late(item) && item.triageDueOn >= twiceFrom).length,
      beyond: open.filter(({ triageDueOn }) => triageDueOn < twiceFrom).length,
      oldestDays: null,
    },
    nobody: by((item) => (item.assigneeId === null && item.teamId === null ? "nobody" : null)).get("nobody") ?? {
      open: 0,
      late: 0,
    },
    people: named(by(({ assigneeId }) => assigneeId)),
    teams: named(by(({ teamId }) => teamId)),
    rounds: by(({ roundId }) => roundId),
    services: by(({ serviceId }) => serviceId),
    sources: by(({ source }) => source),
  };
}

type Row = OpenItems & { readonly id: string | null };

/** What the flow says, in the shape of the brute force. */
async function toldFlow(scope: Scope, filter: FlowFilter): Promise<ReturnType<typeof bruteForce>> {
  const flow = await feedbackFlow(scope, filter);
  const sums = (rows: readonly Row[]) => new Map(rows.map(({ id, open, late }) => [id, { open, late }]));
  return {
    days: flow.days.map(({ day, received, processed }) => ({ day, received, processed })),
    backlog: { ...flow.backlog, oldestDays: null },
    nobody: flow.nobody,
    people: sums(flow.people),
    teams: sums(flow.teams),
    rounds: sums(flow.rounds),
    services: sums(flow.services),
    sources: sums(flow.sources),
  };
}

describe("the flow", () => {
  const filters = Array.from({ length: 25 }, (_, seed) => seed);

  it.each(filters)("is that of looking at every item (filter %i)", async (seed) => {
    const { roundId, source, serviceId } = counted.randomFilter(dice(seed));
    const filter = { roundId, source, serviceId };
    expect(await toldFlow(home, filter)).toEqual(bruteForce(counted.items, filter));
  });

  it("ends at the reach of the reader", async () => {
    const reach: Reach = { wholeOrganisation: false, serviceIds: counted.serviceIds.slice(0, 1), siteIds: [] };
    const { scope } = await signedInCaller(world, home, { roles: ["triager"], reach });
    const seen = counted.items.filter(({ serviceId }) => serviceId === counted.serviceIds[0]);
    expect(seen.length).toBeGreaterThan(0);
    expect(await toldFlow(scope, {})).toEqual(bruteForce(seen, {}));
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
