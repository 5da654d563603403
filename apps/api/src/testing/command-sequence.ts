import fc from "fast-check";
import { v7 as uuidv7 } from "uuid";

import { answerPlaces } from "@kuultu/domain/feedback/answer";
import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";
import { noThemeReasons, rejectReasons, routingClasses } from "@kuultu/domain/feedback/triage-status";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { answerElsewhere } from "#feedback/answers/answer-commands";
import { expectReply } from "#feedback/answers/reply-commands";
import { assignItem } from "#feedback/assigning-commands";
import { startBulkStep } from "#feedback/bulk/bulk-commands";
import { markDuplicate, mergeDuplicates } from "#feedback/duplicates/duplicate-commands";
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
import { feedbackDetail } from "#feedback/feedback-item-queries";
import { undoStep } from "#feedback/feedback-undo-commands";
import { waitItem, wakeItem } from "#feedback/waiting-commands";
import { makeFacetValue, makeItems, makeOrganisation, makeRound, makeTheme } from "#testing/makers";
import { signedInCaller } from "#testing/world";
import type { World } from "#testing/world";
import type { Scope } from "#trpc/scope";

const people = 3;
const items = 30;
const themes = 3;
const manyOf = (n: number) => fc.nat(n - 1);

const moveNames = [
  "code",
  "code words",
  "uncode",
  "no theme",
  "done",
  "kind",
  "route",
  "reject",
  "duplicate",
  "merge",
  "wait",
  "wake",
  "expect a reply",
  "assign",
  "reopen",
  "undo",
  "undo an earlier one",
  "bulk code",
  "bulk done",
  "bulk reject",
  "bulk wait",
  "bulk reopen",
  "answer elsewhere",
] as const;

/** One thing that one of several people does to one of a few items, perhaps at the same moment as the move before. */
export const moveArbitrary = fc.record({
  name: fc.constantFrom(...moveNames),
  who: manyOf(people),
  // Few items get most of the moves, so that they meet.
  item: fc.oneof({ weight: 4, arbitrary: manyOf(4) }, { weight: 1, arbitrary: manyOf(items) }),
  other: manyOf(6),
  theme: manyOf(themes),
  choice: fc.nat(20),
  together: fc.boolean(),
  stale: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});
export type Move = typeof moveArbitrary extends fc.Arbitrary<infer Made> ? Made : never;

/** An organisation with its people and themes, where sequences are played. */
export interface Stage {
  readonly home: Scope;
  readonly people: readonly Scope[];
  readonly themeIds: readonly string[];
  freshItems(): Promise<readonly string[]>;
}

export async function openStage(world: World): Promise<Stage> {
  const home = await makeOrganisation(world.parts);
  const signedIn = await Promise.all(Array.from({ length: people }, () => signedInCaller(world, home, "triager")));
  const themeIds = await Promise.all(Array.from({ length: themes }, () => makeTheme(home)));
  const [channelId, serviceId, roundId] = [
    await makeFacetValue(home, "channel"),
    await makeFacetValue(home, "service"),
    await makeRound(home),
  ];
  return {
    home,
    people: signedIn.map(({ scope }) => scope),
    themeIds,
    freshItems: () =>
      makeItems(
        home,
        Array.from({ length: items }, (_, n) => ({
          roundId: n % 2 === 0 ? roundId : null,
          channelId: n % 3 === 0 ? channelId : null,
          serviceId: n % 5 === 0 ? serviceId : null,
          replyExpected: n % 4 === 0,
        })),
      ),
  };
}

/** Plays a sequence on items of its own. Refusals by a rule are part of it and counted by their code; anything else is thrown on. */
export async function playSequence(stage: Stage, moves: readonly Move[]): Promise<ReadonlyMap<string, number>> {
  const itemIds = await stage.freshItems();
  const outcomes = new Map<string, number>();
  const stepIds: string[] = [];
  for (const group of atTheSameMoment(moves)) {
    await Promise.all(
      group.map(async (move) => {
        const outcome = await attempt(stage, itemIds, stepIds, move);
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }),
    );
  }
  return outcomes;
}

function atTheSameMoment(moves: readonly Move[]): Move[][] {
  const groups: Move[][] = [];
  for (const move of moves) {
    const last = groups.at(-1);
    if (move.together && last !== undefined) last.push(move);
    else groups.push([move]);
  }
  return groups;
}

async function attempt(stage: Stage, itemIds: readonly string[], stepIds: string[], move: Move): Promise<string> {
  try {
    const made = await play(stage, itemIds, stepIds, move);
    stepIds.push(made.stepId);
    return move.name;
  } catch (error) {
    if (error instanceof RuleViolation) return error.code;
    throw error;
  }
}

async function play(
  { home, people: scopes, themeIds }: Stage,
  itemIds: readonly string[],
  stepIds: readonly string[],
  { name, who, item, other, theme, choice, stale }: Move,
): Promise<{ readonly stepId: string }> {
  const one = <T>(list: readonly T[], position: number): T => list[position % list.length] as T;
  const scope = one(scopes, who);
  const themeId = one(themeIds, theme);
  const now = (id: string): Promise<FeedbackDetail> => home.transaction((tx) => feedbackDetail(tx, id));
  const read = await now(one(itemIds, item));
  const seen = { itemId: read.id, version: stale ? read.version + 1 : read.version };
  const neighbour = one(itemIds, other);
  const bulk = (change: Parameters<typeof startBulkStep>[1]["change"]) =>
    startBulkStep(scope, {
      change,
      // From three items up to all of them: a step on a few is taken back item by item, one on many in bulk.
      selection: { itemIds: itemIds.slice(0, choice % 2 === 0 ? itemIds.length : 3 + other) },
      reason: "uudelleen",
    });
  switch (name) {
    case "code":
      return codeItem(scope, { ...seen, themeId, words: null });
    case "code words":
      return codeItem(scope, { ...seen, themeId, words: { start: choice % 5, end: 6 + (choice % 7) } });
    case "uncode":
      return uncodeItem(scope, { ...seen, themeId });
    case "no theme":
      return setNoTheme(scope, { ...seen, reason: one(noThemeReasons, choice) });
    case "done":
      return finishItem(scope, seen);
    case "kind":
      return setKind(scope, { ...seen, kind: one(["idea", "complaint", "praise"] as const, choice) });
    case "route":
      return routeItem(scope, { ...seen, routingClass: one(routingClasses, choice) });
    case "reject":
      return rejectItem(scope, { ...seen, reason: one(rejectReasons, choice) });
    case "duplicate":
      return markDuplicate(scope, { ...seen, duplicateOfId: neighbour });
    case "merge": {
      const repeat = await now(neighbour);
      return mergeDuplicates(scope, {
        keptId: one(itemIds, choice),
        repeats: [seen, ...(repeat.id === seen.itemId ? [] : [{ itemId: repeat.id, version: repeat.version }])],
      });
    }
    case "wait":
      return waitItem(scope, { ...seen, until: choice % 2 === 0 ? null : "2031-03-05" });
    case "wake":
      return wakeItem(scope, seen);
    case "expect a reply":
      return expectReply(scope, { ...seen, expected: choice % 2 === 0 });
    case "assign":
      return assignItem(scope, {
        ...seen,
        assigneeId: choice % 3 === 0 ? null : one(scopes, choice).staff.id,
        teamId: null,
      });
    case "reopen":
      return reopenItem(scope, { ...seen, reason: "uudelleen" });
    case "undo":
      return undoStep(scope, {});
    case "undo an earlier one":
      return undoStep(scope, stepIds.length === 0 ? {} : { stepId: one(stepIds, choice) });
    case "bulk code":
      return bulk({ step: "code", themeIds: [themeId] });
    case "bulk done":
      return bulk({ step: "done" });
    case "bulk reject":
      return bulk({ step: "reject", reason: one(rejectReasons, choice) });
    case "bulk wait":
      return bulk({ step: "wait", until: null });
    case "bulk reopen":
      return bulk({ step: "reopen" });
    case "answer elsewhere":
      return answerElsewhere(scope, { ...seen, answerId: uuidv7(), place: one(answerPlaces, choice), body: "" });
  }
}
