import { v7 as uuidv7 } from "uuid";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { LocalisedText } from "@kuultu/domain/language";
import type { EditSurveyInput, SetDimensionsInput } from "@kuultu/domain/rounds/survey-step";
import type { SurveyView } from "@kuultu/domain/rounds/survey-view";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { newStep, recordChange } from "#history/record-change";
import { freeKey } from "#rounds/free-key";
import { checkEditsRounds, textsByLanguage } from "#rounds/round-change";
import { keyOf } from "#rounds/survey-commands";
import { loadSurveyView } from "#rounds/survey-queries";
import type { Scope } from "#trpc/scope";

/** Changes what a survey is called, who runs it, how it is collected and what is told of its method. Violations: `not-found`, `changed-meanwhile`. */
export async function editSurvey(scope: Scope, input: EditSurveyInput): Promise<SurveyView> {
  checkEditsRounds(scope);
  return scope.transaction(async (tx) => {
    const provider = input.provider === "" ? null : input.provider;
    await takeVersion(tx, input, { names: input.names, provider, modes: input.modes, notes: input.notes });
    await recordChange(tx, scope, newStep(), [
      {
        subject: "survey",
        subjectId: input.surveyId,
        change: "survey.edited",
        values: { modes: [null, input.modes.join(" ")] },
        texts: {
          ...textsByLanguage("name", input.names),
          ...textsByLanguage("note", input.notes),
          ...(provider === null ? {} : { provider }),
        },
      },
    ]);
    return loadSurveyView(tx, input.surveyId);
  });
}

/** Sets the dimensions in their order. Violations: `not-found`, `changed-meanwhile`, `rounds.dimension-in-use`. */
export async function setDimensions(scope: Scope, input: SetDimensionsInput): Promise<SurveyView> {
  checkEditsRounds(scope);
  return scope.transaction(async (tx) => {
    const { organisationId } = tx;
    const { surveyId } = input;
    await takeVersion(tx, input, {});
    const before = (await loadSurveyView(tx, surveyId)).dimensions;
    const keptIds = input.dimensions.flatMap(({ id }) => (id === null ? [] : [id]));
    if (keptIds.some((id) => !before.some((dimension) => dimension.id === id))) throw new RuleViolation("not-found");
    const gone = before.filter(({ id }) => !keptIds.includes(id));
    if (gone.some(({ inUse }) => inUse)) throw new RuleViolation("rounds.dimension-in-use");
    await tx.dimension.deleteMany({ where: { organisationId, surveyId, id: { in: gone.map(({ id }) => id) } } });
    const taken = await tx.dimension.findMany({ where: { organisationId, surveyId }, select: { key: true } });
    for (const [position, { id, kind, names }] of input.dimensions.entries()) {
      if (id !== null) {
        await tx.dimension.updateMany({ where: { organisationId, id }, data: { kind, names, position } });
        continue;
      }
      const key = freeKey(keyOf(names, "dimension"), taken);
      taken.push({ key });
      await tx.dimension.create({
        data: { organisationId, id: uuidv7(), surveyId, key, kind, names, position },
        select: { id: true },
      });
    }
    await recordChange(tx, scope, newStep(), [
      {
        subject: "survey",
        subjectId: surveyId,
        change: "survey.dimensions-set",
        values: { dimensions: [before.length, input.dimensions.length] },
        texts: Object.assign(
          {},
          ...input.dimensions.map(({ names }, index) => textsByLanguage(`dimension.${index + 1}`, names)),
        ) as Record<string, string>,
      },
    ]);
    return loadSurveyView(tx, surveyId);
  });
}

/** Writes to the survey if it still is in the version that was seen. Violations: `not-found`, `changed-meanwhile`. */
async function takeVersion(
  tx: OrganisationTransaction,
  seen: { readonly surveyId: string; readonly version: number },
  data: {
    names?: LocalisedText;
    provider?: string | null;
    modes?: EditSurveyInput["modes"];
    notes?: LocalisedText;
  },
): Promise<void> {
  const where = { organisationId: tx.organisationId, id: seen.surveyId };
  if ((await tx.survey.findFirst({ where, select: { id: true } })) === null) throw new RuleViolation("not-found");
  const { count } = await tx.survey.updateMany({
    where: { ...where, version: seen.version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new RuleViolation("changed-meanwhile");
}
