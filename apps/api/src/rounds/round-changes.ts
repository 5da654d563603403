import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { questionnaireChanges } from "@kuultu/domain/rounds/questionnaire-change";
import type { RoundView } from "@kuultu/domain/rounds/round-view";

import { questionVersions } from "#rounds/question-record";
import { surveyRounds } from "#rounds/survey-queries";

/** What is new or changed in the questionnaire against the last round before that had one; null where there is none. */
export async function changesOfRound(
  tx: OrganisationTransaction,
  round: { readonly id: string; readonly surveyId: string },
): Promise<RoundView["changes"]> {
  const rounds = (await surveyRounds(tx, round.surveyId)).filter(
    ({ id, questionIds }) => id === round.id || questionIds.length > 0,
  );
  const at = rounds.findIndex(({ id }) => id === round.id);
  const before = rounds[at - 1];
  const here = rounds[at];
  if (before === undefined || here === undefined || here.questionIds.length === 0) return null;
  const versions = await questionVersions(tx, { surveyId: round.surveyId });
  const asked = ({ id, questionIds }: { readonly id: string; readonly questionIds: readonly string[] }) =>
    questionIds.flatMap((questionId) => {
      const version = versions.find(
        (each) => each.questionId === questionId && each.rounds.some((one) => one.id === id),
      );
      return version === undefined ? [] : [{ questionId, version: version.version, wording: version.wording }];
    });
  const earlier = new Set(rounds.slice(0, at).flatMap(({ questionIds }) => questionIds));
  return { against: before.name, changes: questionnaireChanges(asked(before), asked(here), earlier) };
}
