import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { RoundView } from "@kuultu/domain/rounds/round-view";
import type { SetCountsInput } from "@kuultu/domain/rounds/survey-step";
import type { TypedCounts } from "@kuultu/domain/rounds/survey-view";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { newStep, recordChange } from "#history/record-change";
import { questionVersions } from "#rounds/question-record";
import { rebuildRatingMargins } from "#rounds/roll-up";
import { checkEditsRounds } from "#rounds/round-change";
import { loadRoundView } from "#rounds/rounds-queries";
import type { Scope } from "#trpc/scope";

/** "Cannot say", as the roll-ups have it. */
const cannotSayRating = -1;

/** What has been typed in for each question of a round that has a scale. Only for those who edit rounds. Violation: `not-found`. */
export function typedCounts(scope: Scope, roundId: string): Promise<TypedCounts[]> {
  checkEditsRounds(scope);
  return scope.transaction((tx) => loadTypedCounts(tx, roundId));
}

async function loadTypedCounts(tx: OrganisationTransaction, roundId: string): Promise<TypedCounts[]> {
  const { organisationId } = tx;
  const round = await tx.round.findFirst({ where: { organisationId, id: roundId }, select: { surveyId: true } });
  if (round === null) throw new RuleViolation("not-found");
  const asked = await tx.roundQuestion.findMany({
    where: { organisationId, roundId },
    select: { questionId: true, questionVersionId: true },
    orderBy: [{ position: "asc" }, { questionId: "asc" }],
  });
  const versions = await questionVersions(tx, { surveyId: round.surveyId });
  const stored = await tx.aggregateCount.findMany({
    where: { organisationId, roundId, facet: "none" },
    select: { questionId: true, rating: true, count: true },
  });
  return asked.flatMap(({ questionId, questionVersionId }) => {
    const wording = versions.find(({ id }) => id === questionVersionId)?.wording;
    if (wording === undefined || wording.scale === null) return [];
    const { wordings, scale } = wording;
    const countOf = (rating: number): number =>
      stored.find((row) => row.questionId === questionId && row.rating === rating)?.count ?? 0;
    const counts = Array.from({ length: scale.max - scale.min + 1 }, (_, index) => countOf(scale.min + index));
    return [{ questionId, names: wordings, scale, counts, cannotSay: countOf(cannotSayRating) }];
  });
}

/**
 * Types in how often each value of a question was given, in place of what was typed in before; the roll-ups count it beside the rows.
 * Violations: `not-found` (round, a question that it does not ask on a scale), `changed-meanwhile`, `rounds.counts-off-scale`.
 */
export async function setCounts(scope: Scope, input: SetCountsInput): Promise<RoundView> {
  checkEditsRounds(scope);
  return scope.transaction(async (tx) => {
    const { organisationId } = tx;
    const { roundId, questionId, cannotSay } = input;
    const question = (await loadTypedCounts(tx, roundId)).find((each) => each.questionId === questionId);
    if (question === undefined) throw new RuleViolation("not-found");
    // A scale that goes below zero has a value where "cannot say" is kept.
    if (question.counts.length !== input.counts.length || question.scale.min < 0) {
      throw new RuleViolation("rounds.counts-off-scale");
    }
    const { count } = await tx.round.updateMany({
      where: { organisationId, id: roundId, version: input.version },
      data: { version: { increment: 1 } },
    });
    if (count === 0) throw new RuleViolation("changed-meanwhile");
    await tx.aggregateCount.deleteMany({ where: { organisationId, roundId, questionId, facet: "none" } });
    const rows = [
      ...input.counts.map((each, index) => ({ rating: question.scale.min + index, count: each })),
      { rating: cannotSayRating, count: cannotSay },
    ].filter((row) => row.count > 0);
    await tx.aggregateCount.createMany({
      data: rows.map((row) => ({ organisationId, roundId, questionId, facet: "none", facetKey: "", ...row })),
    });
    await rebuildRatingMargins(tx, roundId);
    const sum = (counts: readonly number[]): number => counts.reduce((before, each) => before + each, 0);
    await recordChange(tx, scope, newStep(), [
      {
        subject: "round",
        subjectId: roundId,
        change: "round.counts-set",
        values: { question: [questionId, questionId], n: [sum(question.counts), sum(input.counts)] },
      },
    ]);
    return loadRoundView(tx, scope, roundId);
  });
}
