import { afterAll, beforeAll, expect, it } from "vitest";

import { RuleViolation } from "@kuultu/domain/rule-violation";

import { markDuplicate } from "#feedback/duplicates/duplicate-commands";
import {
  codeItem,
  finishItem,
  rejectItem,
  reopenItem,
  routeItem,
  setKind,
  setNoTheme,
  uncodeItem,
} from "#feedback/feedback-commands";
import { readFeedback } from "#feedback/feedback-item-queries";
import { undoStep } from "#feedback/feedback-undo-commands";
import { applyFeedbackDeltas, recountFeedback } from "#feedback/counts/roll-up";
import { dice } from "#testing/dice";
import { makeFacetValue, makeItems, makeOrganisation, makeRound } from "#testing/makers";
import { openWorld, signedInCaller, type World } from "#testing/world";
import { createTheme } from "#themes/themes-commands";
import type { Scope } from "#trpc/scope";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());

async function wander(
  home: Scope,
  itemIds: readonly string[],
  themeIds: readonly string[],
  throwDice: (n: number) => number,
): Promise<string> {
  const itemId = itemIds[throwDice(itemIds.length)] ?? "";
  const themeId = themeIds[throwDice(themeIds.length)] ?? "";
  const other = itemIds[throwDice(itemIds.length)] ?? "";
  const item = await readFeedback(home, itemId);
  const seen = { itemId, version: item.version };
  const moves = [
    () => codeItem(home, { ...seen, themeId, words: throwDice(2) === 0 ? null : { start: 0, end: 1 + throwDice(5) } }),
    () => codeItem(home, { ...seen, themeId, words: null }),
    () => finishItem(home, seen),
    () => finishItem(home, seen),
    () => uncodeItem(home, { ...seen, themeId }),
    () => setNoTheme(home, { ...seen, reason: "praise_only" }),
    () => setKind(home, { ...seen, kind: "idea" }),
    () => routeItem(home, { ...seen, routingClass: "question" }),
    () => rejectItem(home, { ...seen, reason: "test_response" }),
    () => markDuplicate(home, { ...seen, duplicateOfId: other }),
    () => reopenItem(home, { ...seen, reason: "uudelleen" }),
    () => undoStep(home, {}),
  ];
  try {
    await moves[throwDice(moves.length)]?.();
    return "done";
  } catch (error) {
    if (error instanceof RuleViolation) return error.code;
    throw error;
  }
}

it.each([1, 2, 3])("equals a recount after any sequence of steps (seed %i)", async (seed) => {
  const home = await makeOrganisation(world.parts);
  const channelId = await makeFacetValue(home, "channel");
  const rounds = [await makeRound(home), null];
  const themes = [
    await createTheme(home, { names: { fi: "A" }, descriptions: {} }),
    await createTheme(home, { names: { fi: "B" }, descriptions: {} }),
  ];
  const itemIds = await makeItems(
    home,
    Array.from({ length: 8 }, (_, n) => ({
      roundId: rounds[n % 2] ?? null,
      channelId: n % 3 === 0 ? channelId : null,
      replyExpected: n % 4 === 0,
    })),
  );
  const throwDice = dice(seed);
  const outcomes = new Set<string>();
  for (let step = 0; step < 120; step += 1)
    outcomes.add(
      await wander(
        home,
        itemIds,
        themes.map(({ id }) => id),
        throwDice,
      ),
    );
  expect(outcomes).toContain("done");
  expect(await home.transaction((tx) => recountFeedback(tx))).toEqual([]);
  const kept = await home.transaction((tx) =>
    tx.themeCube.findMany({ where: { organisationId: tx.organisationId }, select: { count: true } }),
  );
  expect(kept.filter(({ count }) => count < 0)).toEqual([]);
});

it("equals a recount after several people at once", async () => {
  const home = await makeOrganisation(world.parts);
  const theme = await createTheme(home, { names: { fi: "A" }, descriptions: {} });
  const itemIds = await makeItems(home, [{}, {}, {}, {}]);
  const people = [11, 12, 13, 14].map(async (seed) => {
    const { scope } = await signedInCaller(world, home, "triager");
    const throwDice = dice(seed);
    for (let step = 0; step < 30; step += 1) await wander(scope, itemIds, [theme.id], throwDice);
  });
  await Promise.all(people);
  expect(await home.transaction((tx) => recountFeedback(tx))).toEqual([]);
});

it("is seen to differ when it does", async () => {
  const home = await makeOrganisation(world.parts);
  const theme = await createTheme(home, { names: { fi: "A" }, descriptions: {} });
  await makeItems(home, [{}, {}]);
  const differences = await home.transaction(async (tx) => {
    const strayed = {
      roundId: null,
      status: "closed",
      statusReason: null,
      kind: "idea",
      source: "email",
      channelId: null,
      serviceId: null,
      siteId: null,
      customerGroupId: null,
      language: "fi",
      assigneeId: null,
      teamId: null,
      themeIds: [theme.id],
      count: 3,
    } as const;
    await applyFeedbackDeltas(tx, [strayed]);
    return recountFeedback(tx);
  });
  const of = (what: string) => differences.filter((difference) => difference.what === what);
  expect(of("theme_cube")).toMatchObject([{ kept: 3, counted: 0 }]);
  expect(of("feedback_pair")).toContainEqual({
    what: "feedback_pair",
    key: `kind idea themeId ${theme.id}`,
    kept: 3,
    counted: 0,
  });
});
