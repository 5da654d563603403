import { v7 as uuidv7 } from "uuid";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { ColumnMapping } from "@kuultu/domain/intake/column-mapping";
import { questionKeysOf } from "@kuultu/domain/intake/mapping-check";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { setQuestionEdges } from "#rounds/question-edges";
import { addQuestion, askQuestions } from "#rounds/survey-commands";

/** The question of each answered column, by the column's name. */
export type QuestionIds = ReadonlyMap<string, string>;

const kindOf = { rating: "rating", yes_no: "yes_no", verbatim: "open_text" } as const;

/**
 * The questions of a round for the columns of a mapping: known ones by their key, new ones made (with a series, where they have
 * numbers), all of them asked in the round.
 * A known question on another scale gets a new version. Throws `intake.mapping-incomplete` where the round asks it otherwise.
 */
export async function questionsFor(
  tx: OrganisationTransaction,
  roundId: string,
  mapping: ColumnMapping,
): Promise<QuestionIds> {
  const { organisationId } = tx;
  const round = await tx.round.findFirst({ where: { organisationId, id: roundId }, select: { surveyId: true } });
  if (round === null) throw new RuleViolation("not-found");
  const before = await tx.roundQuestion.findMany({
    where: { organisationId, roundId },
    select: { questionId: true, questionVersionId: true },
  });
  const askedBefore = new Map(before.map(({ questionId, questionVersionId }) => [questionId, questionVersionId]));
  const ids = new Map<string, string>();
  const asked: { questionId: string; questionVersionId: string }[] = [];
  const keys = questionKeysOf(mapping);
  for (const column of mapping.columns) {
    const kind = kindOf[column.target as keyof typeof kindOf];
    if (kind === undefined) continue;
    const scale =
      kind === "rating"
        ? { scaleMin: column.scaleMin ?? 1, scaleMax: column.scaleMax ?? 5 }
        : kind === "yes_no"
          ? { scaleMin: 0, scaleMax: 1 }
          : {};
    const key = keys.get(column.column) ?? "";
    const known = await tx.question.findFirst({
      where: { organisationId, surveyId: round.surveyId, key },
      select: {
        id: true,
        kind: true,
        versions: { select: { id: true, scaleMin: true, scaleMax: true, version: true }, orderBy: { version: "desc" } },
      },
    });
    if (known === null) {
      const made = await addQuestion(tx, {
        surveyId: round.surveyId,
        key,
        kind,
        versions: [{ wordings: { fi: column.column.slice(0, 500) }, ...scale }],
      });
      ids.set(column.column, made.id);
      asked.push({ questionId: made.id, questionVersionId: made.versionIds[0] ?? "" });
      continue;
    }
    if (known.kind !== kind)
      throw new RuleViolation("intake.mapping-incomplete", {
        reason: "question-of-another-kind",
        column: column.column,
      });
    const fits = known.versions.find(
      ({ scaleMin, scaleMax }) => kind !== "rating" || (scaleMin === scale.scaleMin && scaleMax === scale.scaleMax),
    );
    const askedAs = askedBefore.get(known.id);
    if (askedAs !== undefined && askedAs !== fits?.id && kind === "rating") {
      throw new RuleViolation("intake.mapping-incomplete", {
        reason: "question-of-another-scale",
        column: column.column,
      });
    }
    ids.set(column.column, known.id);
    if (askedAs !== undefined) continue;
    const versionId = fits?.id ?? uuidv7();
    if (fits === undefined) {
      const version = (known.versions[0]?.version ?? 0) + 1;
      await tx.questionVersion.create({
        data: {
          organisationId,
          id: versionId,
          questionId: known.id,
          version,
          wordings: { fi: column.column.slice(0, 500) },
          ...scale,
        },
        select: { id: true },
      });
    }
    asked.push({ questionId: known.id, questionVersionId: versionId });
  }
  await askQuestions(tx, roundId, asked);
  for (const { questionId } of asked) await setQuestionEdges(tx, questionId);
  return ids;
}
