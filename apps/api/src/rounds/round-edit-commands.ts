import { checkRoundPlan } from "@kuultu/domain/rounds/round-plan";
import type { RoundView } from "@kuultu/domain/rounds/round-view";
import type { EditRoundInput } from "@kuultu/domain/rounds/survey-step";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { newStep, recordChange } from "#history/record-change";
import { setQuestionEdges } from "#rounds/question-edges";
import { checkEditsRounds, dateColumn, textsByLanguage } from "#rounds/round-change";
import { loadRoundView } from "#rounds/rounds-queries";
import type { Scope } from "#trpc/scope";

/**
 * Changes a round's name, days, counts by mode and notes, in any state: reports are corrected after publication too, and the history
 * tells it. Violations: `not-found`, `changed-meanwhile`, `rounds.name-taken`, those of `checkRoundPlan`.
 */
export async function editRound(scope: Scope, input: EditRoundInput): Promise<RoundView> {
  checkEditsRounds(scope);
  checkRoundPlan(input);
  return scope.transaction(async (tx) => {
    const { organisationId } = tx;
    const { roundId, version, name, opensOn, closesOn, invited, answeredInvited, answeredOpen, notes } = input;
    const before = await loadRoundView(tx, scope, roundId);
    if (before.version !== version) throw new RuleViolation("changed-meanwhile");
    const taken = await tx.round.count({
      where: { organisationId, surveyId: before.surveyId, name, id: { not: roundId } },
    });
    if (taken > 0) throw new RuleViolation("rounds.name-taken", { name });
    const { count } = await tx.round.updateMany({
      where: { organisationId, id: roundId, version },
      data: {
        name,
        opensOn: dateColumn(opensOn),
        closesOn: dateColumn(closesOn),
        invited,
        answeredInvited,
        answeredOpen,
        notes,
        version: { increment: 1 },
      },
    });
    if (count === 0) throw new RuleViolation("changed-meanwhile");
    // Another day may put the round at another place in its series.
    if (before.opensOn !== opensOn || before.closesOn !== closesOn)
      for (const { questionId } of before.questions) await setQuestionEdges(tx, questionId);
    const now = { opensOn, closesOn, invited, answeredInvited, answeredOpen };
    const fields = Object.keys(now) as (keyof typeof now)[];
    await recordChange(tx, scope, newStep(), [
      {
        subject: "round",
        subjectId: roundId,
        change: "round.edited",
        values: Object.fromEntries(
          fields.flatMap((field) =>
            before[field] === now[field] ? [] : [[field, [before[field], now[field]] as const]],
          ),
        ),
        texts: { ...(name === before.name ? {} : { name }), ...textsByLanguage("note", notes) },
      },
    ]);
    return loadRoundView(tx, scope, roundId);
  });
}
