import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { LocalisedText } from "@kuultu/domain/language";
import type { RoundState } from "@kuultu/domain/rounds/round-view";
import type { FewAnswersThresholds } from "@kuultu/domain/trends/few-answers";
import type { Answers, SplitValue, TrendSeries } from "@kuultu/domain/trends/trend-point";
import type { PublishedFigureView, Qualifier, TrendEdge, TrendView } from "@kuultu/domain/trends/trend-view";

/** By what a series can be split. */
export const trendFacets = ["language", "service", "site", "channel", "customer_group"] as const;
export type TrendFacet = (typeof trendFacets)[number];

/** A series with its question, as stored. */
export interface StoredSeries {
  readonly id: string;
  readonly key: string;
  readonly names: LocalisedText;
  readonly surveyId: string;
  readonly questionId: string;
  readonly yearPools: boolean;
  readonly kind: "rating" | "yes_no";
  readonly scaleMin: number;
  readonly scaleMax: number;
}

/** The series of that key, or all of them in their order. The scale is that of the newest version of the question. */
export function storedSeries(tx: OrganisationTransaction, key: string | null): Promise<StoredSeries[]> {
  return tx.sql<StoredSeries>({
    name: "trends.series",
    text: `select s.id, s.key, s.names, s.survey_id as "surveyId", s.question_id as "questionId", s.year_pools as "yearPools",
        q.kind::text as kind, v.scale_min::int as "scaleMin", v.scale_max::int as "scaleMax"
      from series s
      join question q on q.organisation_id = s.organisation_id and q.id = s.question_id
      join lateral (select scale_min, scale_max from question_version
        where organisation_id = $1::uuid and question_id = s.question_id and scale_min is not null order by version desc limit 1) v on true
      where s.organisation_id = $1::uuid and q.organisation_id = $1::uuid and ($2::text is null or s.key = $2::text)
      order by s.position, s.key`,
    values: [tx.organisationId, key],
  });
}

interface RoundAnswers {
  readonly id: string;
  readonly name: string;
  readonly state: RoundState;
  readonly on: string;
  /** The version of the question; null: not asked. */
  readonly version: number | null;
  /** Asked on the scale of the series. */
  readonly on_scale: boolean | null;
  readonly ratings: readonly number[];
  readonly counts: readonly number[];
}

const newVersionNotes: LocalisedText = {
  fi: "Kysymys muuttui: uusi versio",
  sv: "Frågan ändrades: ny version",
  en: "The question changed: new version",
  ru: "Вопрос изменился: новая версия",
};

/** Everything that the figures of a series are made of, from the roll-up. Rounds that asked on another scale are left out. */
export async function loadTrendSeries(
  tx: OrganisationTransaction,
  thresholds: FewAnswersThresholds,
  series: StoredSeries,
): Promise<TrendSeries & { readonly edges: readonly TrendEdge[] }> {
  const rounds = await tx.sql<RoundAnswers>({
    name: "trends.rounds",
    text: `select r.id, r.name, r.state::text as state, coalesce(r.closes_on, r.opens_on, r.published_on, date '1970-01-01') as "on",
        v.version, (v.scale_min = $4::int and v.scale_max = $5::int) as on_scale,
        coalesce(m.ratings, '{}') as ratings, coalesce(m.counts, '{}') as counts
      from round r
      left join round_question q on q.organisation_id = $1::uuid and q.round_id = r.id and q.question_id = $3::uuid
      left join question_version v on v.organisation_id = $1::uuid and v.id = q.question_version_id
      left join lateral (
        select array_agg(rating::int) as ratings, array_agg(count) as counts from rating_margin
        where organisation_id = $1::uuid and round_id = r.id and question_id = $3::uuid and facet = 'none' and facet_key = '') m on true
      where r.organisation_id = $1::uuid and r.survey_id = $2::uuid
      order by 4, r.name`,
    values: [tx.organisationId, series.surveyId, series.questionId, series.scaleMin, series.scaleMax],
  });
  const published = await publishedMeans(tx, series.id);
  return {
    kind: series.kind,
    scaleMin: series.scaleMin,
    thresholds,
    yearPools: series.yearPools,
    edges: withNewVersions(await seriesEdges(tx, series.id), rounds),
    rounds: rounds
      .filter((round) => round.on_scale !== false)
      .map((round) => ({
        roundId: round.id,
        round: round.name,
        on: round.on,
        state: round.state,
        asked: round.version !== null,
        published: published.find(({ roundId }) => roundId === round.id)?.figure ?? null,
        ...answersOf(series, round),
      })),
    publishedByYear: Object.fromEntries(
      published.flatMap(({ roundId, period, figure }) =>
        roundId === null && period !== null ? [[period, figure]] : [],
      ),
    ),
  };
}

/** A new version of the question is a break, unless an edge of the series says otherwise. */
function withNewVersions(edges: readonly TrendEdge[], rounds: readonly RoundAnswers[]): TrendEdge[] {
  const asked = rounds.filter((round) => round.version !== null);
  const breaks = asked.flatMap((round, index): TrendEdge[] => {
    const before = asked[index - 1];
    if (before === undefined || before.version === round.version) return [];
    const known = edges.some((edge) => edge.from === before.name && edge.to === round.name);
    return known ? [] : [{ from: before.name, to: round.name, kind: "break", notes: newVersionNotes }];
  });
  return [...edges, ...breaks];
}

/** Counts from the lowest to the highest of the scale; -1 stands for "cannot say" in the roll-up. */
function answersOf(
  series: StoredSeries,
  row: { readonly ratings: readonly number[]; readonly counts: readonly number[] },
): Answers {
  const countOf = (rating: number) => row.counts[row.ratings.indexOf(rating)] ?? 0;
  const size = series.scaleMax - series.scaleMin + 1;
  return {
    counts: Array.from({ length: size }, (_, index) => countOf(series.scaleMin + index)),
    cannotSay: countOf(-1),
  };
}

function seriesEdges(tx: OrganisationTransaction, seriesId: string): Promise<TrendEdge[]> {
  return tx.sql<TrendEdge>({
    name: "trends.edges",
    text: `select f.name as "from", t.name as "to", e.kind::text as kind, e.notes
      from series_edge e
      join round f on f.organisation_id = e.organisation_id and f.id = e.from_round_id
      join round t on t.organisation_id = e.organisation_id and t.id = e.to_round_id
      where e.organisation_id = $1::uuid and f.organisation_id = $1::uuid and t.organisation_id = $1::uuid and e.series_id = $2::uuid
      order by f.closes_on, f.name`,
    values: [tx.organisationId, seriesId],
  });
}

interface PublishedMean {
  readonly roundId: string | null;
  readonly period: string | null;
  readonly figure: PublishedFigureView;
}

async function publishedMeans(tx: OrganisationTransaction, seriesId: string): Promise<PublishedMean[]> {
  const rows = await tx.sql<{
    round_id: string | null;
    period: string | null;
    value: string;
    qualifier: Qualifier;
    source: string;
  }>({
    name: "trends.published-means",
    text: `select round_id, period, trim_scale(value)::text as value, qualifier::text as qualifier, source from published_figure
      where organisation_id = $1::uuid and series_id = $2::uuid and figure = 'mean' order by id`,
    values: [tx.organisationId, seriesId],
  });
  return rows.map(({ round_id: roundId, period, value, qualifier, source }) => ({
    roundId,
    period,
    figure: { figure: "mean", value, qualifier, source },
  }));
}

/** The answers by facet value: ids of facet values, or codes of languages, in the order in which they are offered. */
export async function loadSplit(
  tx: OrganisationTransaction,
  series: StoredSeries,
  facet: TrendFacet,
): Promise<SplitValue[]> {
  const rows = await tx.sql<{ facet_key: string; round_id: string; ratings: number[]; counts: number[] }>({
    name: "trends.split",
    text: `select m.facet_key, m.round_id, array_agg(m.rating::int) as ratings, array_agg(m.count) as counts
      from rating_margin m
      join round r on r.organisation_id = m.organisation_id and r.id = m.round_id
      left join facet_value f on f.organisation_id = $1::uuid and f.id::text = m.facet_key
      where m.organisation_id = $1::uuid and r.organisation_id = $1::uuid and r.survey_id = $2::uuid and m.question_id = $3::uuid
        and m.facet = $4::text and m.facet_key not in ('-', 'und')
      group by m.facet_key, m.round_id, f.position
      order by f.position, m.facet_key`,
    values: [tx.organisationId, series.surveyId, series.questionId, facet],
  });
  const values = new Map<string, Record<string, Answers>>();
  for (const row of rows) {
    values.set(row.facet_key, { ...values.get(row.facet_key), [row.round_id]: answersOf(series, row) });
  }
  return [...values].map(([by, answers]) => ({ by, answers }));
}

/** What has been delivered since the series began, as flags on its time axis. */
export function deliveredActions(
  tx: OrganisationTransaction,
  since: string | null,
): Promise<TrendView["flags"][number][]> {
  return tx.sql<TrendView["flags"][number]>({
    name: "trends.flags",
    text: `select delivered_on as "on", name, theme_id as "themeId" from theme_action
      where organisation_id = $1::uuid and status = 'delivered' and delivered_on >= $2::date order by delivered_on, name`,
    values: [tx.organisationId, since],
  });
}
