import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { LocalisedText } from "@kuultu/domain/language";
import { isInTrends } from "@kuultu/domain/rounds/round-status";
import type { RoundQuestionView, RoundState, ThemeShare } from "@kuultu/domain/rounds/round-view";
import { baseState } from "@kuultu/domain/trends/few-answers";
import type { FewAnswersThresholds } from "@kuultu/domain/trends/few-answers";
import { meanText, ratingStatistics } from "@kuultu/domain/statistics/rating-statistics";

import { mentions } from "#themes/theme-figures";

interface AskedRow {
  readonly question_id: string;
  readonly wordings: LocalisedText;
  readonly kind: RoundQuestionView["kind"];
  readonly version: number;
  readonly scale_min: number | null;
  readonly scale_max: number | null;
  /** Asked in an earlier round of the same survey. */
  readonly asked_before: boolean;
  readonly ratings: readonly number[];
  readonly counts: readonly number[];
}

/** The questions of a round with the figure that the trend shows, suppressed alike. A round still collecting tells only how many answered. */
export async function roundQuestions(
  tx: OrganisationTransaction,
  thresholds: FewAnswersThresholds,
  round: { readonly id: string; readonly surveyId: string; readonly state: RoundState },
): Promise<RoundQuestionView[]> {
  const rows = await tx.sql<AskedRow>({
    name: "rounds.questions",
    text: `select rq.question_id, v.wordings, q.kind::text as kind, v.version, v.scale_min, v.scale_max,
        exists (select from round_question earlier
          join round r on r.organisation_id = earlier.organisation_id and r.id = earlier.round_id
          join round here on here.organisation_id = rq.organisation_id and here.id = rq.round_id
          where earlier.organisation_id = $1::uuid and earlier.question_id = rq.question_id and r.opens_on < here.opens_on) as asked_before,
        coalesce(m.ratings, '{}') as ratings, coalesce(m.counts, '{}') as counts
      from round_question rq
      join question q on q.organisation_id = rq.organisation_id and q.id = rq.question_id
      join question_version v on v.organisation_id = rq.organisation_id and v.id = rq.question_version_id
      left join lateral (
        select array_agg(rating::int order by rating) as ratings, array_agg(count order by rating) as counts from rating_margin
        where organisation_id = $1::uuid and round_id = $2::uuid and question_id = rq.question_id and facet = 'none' and facet_key = '') m on true
      where rq.organisation_id = $1::uuid and rq.round_id = $2::uuid
      order by rq.position, rq.question_id`,
    values: [tx.organisationId, round.id],
  });
  return rows.map((row) => ({
    questionId: row.question_id,
    names: row.wordings,
    kind: row.kind,
    version: row.version,
    isNew: !row.asked_before,
    ...figure(row, round.state, thresholds),
  }));
}

function figure(
  row: AskedRow,
  state: RoundState,
  thresholds: FewAnswersThresholds,
): Pick<RoundQuestionView, "n" | "mean" | "suppressed"> {
  if (row.scale_min === null || row.scale_max === null) return { n: null, mean: null, suppressed: false };
  const { scale_min: scaleMin, scale_max: scaleMax } = row;
  const counts = Array.from(
    { length: scaleMax - scaleMin + 1 },
    (_, index) => row.counts[row.ratings.indexOf(scaleMin + index)] ?? 0,
  );
  const { n, mean } = ratingStatistics({ scaleMin, counts });
  if (!isInTrends(state)) return { n, mean: null, suppressed: false };
  if (n === 0) return { n: 0, mean: null, suppressed: false };
  if (baseState(n, thresholds) === "suppressed") return { n: null, mean: null, suppressed: true };
  return { n, mean: mean === null ? null : meanText(mean), suppressed: false };
}

/**
 * The themes found in a round as shares of what was categorised; the base decides whether they are shown. Where they are not, every
 * theme stands there alike: which ones were found is hidden too.
 */
export async function roundThemes(
  tx: OrganisationTransaction,
  thresholds: FewAnswersThresholds,
  roundId: string,
  classifiable: number,
): Promise<ThemeShare[]> {
  const rows = await tx.sql<{ theme_id: string; names: LocalisedText; count: number }>({
    name: "rounds.themes",
    text: `select t.id as theme_id, t.names, coalesce(c.count, 0) as count from theme t
      left join theme_cube c on c.organisation_id = $1::uuid and c.theme_id = t.id and c.round_id = $2::uuid
      where t.organisation_id = $1::uuid and t.status <> 'merged'
      order by t.created_at, t.id`,
    values: [tx.organisationId, roundId],
  });
  return rows
    .map((row) => ({ ...row, ...mentions(row.count, classifiable, thresholds) }))
    .filter(({ count }) => count !== 0)
    .toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0))
    .map(({ theme_id: themeId, names, count, share }) => ({
      themeId,
      names,
      count,
      share: share?.value ?? null,
      low: share?.low ?? null,
      high: share?.high ?? null,
    }));
}
