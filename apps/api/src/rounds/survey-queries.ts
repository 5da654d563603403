import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { LocalisedText } from "@kuultu/domain/language";
import type { SurveyQuestionView, SurveyRoundView, SurveyView } from "@kuultu/domain/rounds/survey-view";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { questionVersions, type StoredVersion } from "#rounds/question-record";
import type { Scope } from "#trpc/scope";

/** A survey with everything that its editor shows. Violation: `not-found`. */
export function surveyView(scope: Scope, surveyId: string): Promise<SurveyView> {
  return scope.transaction((tx) => loadSurveyView(tx, surveyId));
}

/** As `surveyView`, in the transaction of a command that has changed the survey. */
export async function loadSurveyView(tx: OrganisationTransaction, surveyId: string): Promise<SurveyView> {
  const { organisationId } = tx;
  const survey = await tx.survey.findFirst({
    where: { organisationId, id: surveyId },
    select: { id: true, key: true, names: true, provider: true, modes: true, notes: true, version: true },
  });
  if (survey === null) throw new RuleViolation("not-found");
  const rounds = await surveyRounds(tx, surveyId);
  const dimensions = await tx.dimension.findMany({
    where: { organisationId, surveyId },
    select: {
      id: true,
      kind: true,
      names: true,
      questions: { select: { id: true }, take: 1 },
      marks: { select: { id: true }, take: 1 },
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return {
    ...survey,
    names: survey.names as LocalisedText,
    notes: survey.notes as LocalisedText,
    dimensions: dimensions.map(({ id, kind, names, questions, marks }) => ({
      id,
      kind,
      names: names as LocalisedText,
      inUse: questions.length + marks.length > 0,
    })),
    questions: await surveyQuestions(tx, surveyId, rounds),
    rounds,
  };
}

interface RoundColumns {
  readonly id: string;
  readonly name: string;
  readonly state: SurveyRoundView["state"];
  readonly version: number;
  readonly opens_on: string | null;
  readonly closes_on: string | null;
  readonly invited: number | null;
  readonly question_ids: readonly string[];
  readonly answered_ids: readonly string[];
}

/** The rounds of a survey from the first to the last, each with its questionnaire and what of it has been answered. */
export async function surveyRounds(tx: OrganisationTransaction, surveyId: string): Promise<SurveyRoundView[]> {
  const rows = await tx.sql<RoundColumns>({
    name: "rounds.of-survey",
    text: `select r.id, r.name, r.state::text as state, r.version, r.opens_on, r.closes_on, r.invited,
        coalesce((select array_agg(q.question_id order by q.position, q.question_id) from round_question q
          where q.organisation_id = $1::uuid and q.round_id = r.id), '{}') as question_ids,
        coalesce((select array_agg(distinct a.question_id) from (
          select question_id from rating_margin where organisation_id = $1::uuid and round_id = r.id and facet = 'none'
          union all select question_id from option_margin where organisation_id = $1::uuid and round_id = r.id and facet = 'none'
          union all select question_id from aggregate_count where organisation_id = $1::uuid and round_id = r.id
          union all select question_id from published_rank where organisation_id = $1::uuid and round_id = r.id) a), '{}') as answered_ids
      from round r where r.organisation_id = $1::uuid and r.survey_id = $2::uuid
      order by coalesce(r.opens_on, r.closes_on) asc nulls last, r.name`,
    values: [tx.organisationId, surveyId],
  });
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    state: row.state,
    version: row.version,
    opensOn: row.opens_on,
    closesOn: row.closes_on,
    invited: row.invited,
    questionIds: row.question_ids,
    answeredIds: row.answered_ids,
  }));
}

/** In the order of the newest questionnaire that has them; those that no round has come last, the oldest first. */
async function surveyQuestions(
  tx: OrganisationTransaction,
  surveyId: string,
  rounds: readonly SurveyRoundView[],
): Promise<SurveyQuestionView[]> {
  const questions = await tx.question.findMany({
    where: { organisationId: tx.organisationId, surveyId },
    select: { id: true, key: true, kind: true, dimensionId: true, version: true },
    orderBy: { id: "asc" },
  });
  const versions = await questionVersions(tx, { surveyId });
  const order = new Map<string, number>();
  for (const round of rounds.toReversed())
    for (const questionId of round.questionIds) if (!order.has(questionId)) order.set(questionId, order.size);
  const place = (id: string): number => order.get(id) ?? order.size;
  return questions
    .flatMap((question) => {
      const [newest, ...older] = versions.filter(({ questionId }) => questionId === question.id);
      if (newest === undefined) return [];
      return [
        {
          ...question,
          newestAsked: newest.asked,
          asked: newest.asked || older.some(({ asked }) => asked),
          versions: [shown(newest), ...older.map(shown)] as const,
        },
      ];
    })
    .toSorted((one, other) => place(one.id) - place(other.id));
}

function shown({ id, version, wording, rounds, edge }: StoredVersion): SurveyQuestionView["versions"][0] {
  return { id, version, ...wording, rounds: rounds.map(({ name }) => name), edge };
}
