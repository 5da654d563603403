import { v7 as uuidv7 } from "uuid";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { LocalisedText } from "@kuultu/domain/language";
import type { QuestionWording } from "@kuultu/domain/rounds/question";
import type { VersionEdge } from "@kuultu/domain/rounds/question-version";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { textsByLanguage } from "#rounds/round-change";

/** A version of a question as it is stored. */
export interface StoredVersion {
  readonly id: string;
  readonly questionId: string;
  readonly version: number;
  readonly wording: QuestionWording;
  /** Null: the first version. */
  readonly edge: VersionEdge | null;
  /** Somebody has been asked it, or could have been: one of its rounds has opened, or holds answers. */
  readonly asked: boolean;
  /** Those that have it in their questionnaire, in order of time. */
  readonly rounds: readonly { readonly id: string; readonly name: string }[];
}

interface VersionColumns {
  readonly id: string;
  readonly question_id: string;
  readonly version: number;
  readonly wordings: LocalisedText;
  readonly scale_min: number | null;
  readonly scale_max: number | null;
  readonly scale_labels: QuestionWording["scaleLabels"];
  readonly mode: QuestionWording["mode"];
  readonly option_keys: readonly string[];
  readonly options: readonly { readonly key: string; readonly names: LocalisedText }[];
  readonly edge_kind: VersionEdge["kind"] | null;
  readonly edge_notes: LocalisedText;
  readonly rounds: readonly { readonly id: string; readonly name: string; readonly fielded: boolean }[];
}

/** The versions of a survey's questions, or of one question, from the newest to the first of each. */
export async function questionVersions(
  tx: OrganisationTransaction,
  of: { readonly surveyId: string } | { readonly questionId: string },
): Promise<StoredVersion[]> {
  const rows = await tx.sql<VersionColumns>({
    name: "rounds.question-versions",
    text: `select v.id, v.question_id, v.version, v.wordings, v.scale_min::int as scale_min, v.scale_max::int as scale_max,
        v.scale_labels, v.mode::text as mode, v.option_keys, v.edge_kind::text as edge_kind, v.edge_notes,
        coalesce((select json_agg(json_build_object('key', o.key, 'names', o.names)) from question_option o
          where o.organisation_id = $1::uuid and o.question_id = q.id and o.key = any(v.option_keys)), '[]') as options,
        coalesce((select json_agg(json_build_object('id', r.id, 'name', r.name, 'fielded', r.state <> 'planned'
            or exists (select from response a where a.organisation_id = $1::uuid and a.round_id = r.id)
            or exists (select from aggregate_count a where a.organisation_id = $1::uuid and a.round_id = r.id)
            or exists (select from published_rank a where a.organisation_id = $1::uuid and a.round_id = r.id))
            order by coalesce(r.opens_on, r.closes_on) asc nulls last, r.name)
          from round_question rq join round r on r.organisation_id = $1::uuid and r.id = rq.round_id
          where rq.organisation_id = $1::uuid and rq.question_version_id = v.id), '[]') as rounds
      from question_version v join question q on q.organisation_id = $1::uuid and q.id = v.question_id
      where v.organisation_id = $1::uuid and ($2::uuid is null or q.survey_id = $2::uuid) and ($3::uuid is null or q.id = $3::uuid)
      order by v.question_id, v.version desc`,
    values: [tx.organisationId, "surveyId" in of ? of.surveyId : null, "questionId" in of ? of.questionId : null],
  });
  return rows.map((row) => ({
    id: row.id,
    questionId: row.question_id,
    version: row.version,
    wording: {
      wordings: row.wordings,
      scale: row.scale_min === null || row.scale_max === null ? null : { min: row.scale_min, max: row.scale_max },
      scaleLabels: row.scale_labels,
      mode: row.mode,
      options: row.option_keys.flatMap((key) => row.options.find((option) => option.key === key) ?? []),
    },
    edge: row.version === 1 ? null : { kind: row.edge_kind ?? "break", notes: row.edge_notes },
    asked: row.rounds.some(({ fielded }) => fielded),
    rounds: row.rounds.map(({ id, name }) => ({ id, name })),
  }));
}

/** Takes the next version of a question, if it still is in the one that was seen. Violations: `not-found`, `changed-meanwhile`. */
export async function takeQuestion(
  tx: OrganisationTransaction,
  seen: { readonly questionId: string; readonly version: number },
) {
  const where = { organisationId: tx.organisationId, id: seen.questionId };
  const question = await tx.question.findFirst({
    where,
    select: { id: true, kind: true, surveyId: true, dimensionId: true },
  });
  if (question === null) throw new RuleViolation("not-found");
  const { count } = await tx.question.updateMany({
    where: { ...where, version: seen.version },
    data: { version: { increment: 1 } },
  });
  if (count === 0) throw new RuleViolation("changed-meanwhile");
  return question;
}

/** Violation: `not-found`, where the dimension is not of the survey. */
export async function checkDimension(tx: OrganisationTransaction, surveyId: string, id: string | null): Promise<void> {
  if (id === null) return;
  const known = await tx.dimension.count({ where: { organisationId: tx.organisationId, surveyId, id } });
  if (known === 0) throw new RuleViolation("not-found");
}

/** Makes or renames the options of a question by their keys; others stay, for the versions that offered them. */
export async function storeOptions(
  tx: OrganisationTransaction,
  questionId: string,
  options: QuestionWording["options"],
): Promise<void> {
  const { organisationId } = tx;
  for (const [position, { key, names }] of options.entries()) {
    await tx.questionOption.upsert({
      where: { organisationId_questionId_key: { organisationId, questionId, key } },
      create: { organisationId, id: uuidv7(), questionId, key, names, position },
      update: { names, position },
      select: { id: true },
    });
  }
}

/** A wording as the columns of its version. */
export function versionColumns({ wordings, scale, scaleLabels, mode, options }: QuestionWording) {
  return {
    wordings,
    scaleMin: scale?.min ?? null,
    scaleMax: scale?.max ?? null,
    scaleLabels,
    mode,
    optionKeys: options.map(({ key }) => key),
  };
}

/** The words of a wording as texts of a history entry. */
export function wordingTexts({ wordings, scaleLabels, options }: QuestionWording): Record<string, string> {
  return Object.assign(
    textsByLanguage("wording", wordings),
    ...Object.entries(scaleLabels).map(([value, names]) => textsByLanguage(`label.${value}`, names)),
    ...options.map(({ names }, index) => textsByLanguage(`option.${index + 1}`, names)),
  ) as Record<string, string>;
}
