import type { ScaledKind } from "@kuultu/domain/rounds/question";
import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { dayIn } from "@kuultu/domain/day";
import type { LocalisedText } from "@kuultu/domain/language";
import type { RoundState } from "@kuultu/domain/rounds/round-view";
import type { FewAnswersThresholds } from "@kuultu/domain/trends/few-answers";
import type { Answers, SplitValue, TrendSeries } from "@kuultu/domain/trends/trend-point";
import type { Qualifier, TrendEdge, TrendView } from "@kuultu/domain/trends/trend-view";

import type { Scope } from "#trpc/scope";

/** By what a series can be split. */
export const trendFacets = ["language", "service", "site", "channel", "customer_group"] as const;
export type TrendFacet = (typeof trendFacets)[number];

/** A series with its question and everything that its figures are made of. */
export interface StoredSeries extends TrendSeries {
  readonly id: string;
  readonly key: string;
  readonly names: LocalisedText;
  readonly surveyId: string;
  readonly questionId: string;
  readonly scaleMax: number;
  readonly edges: readonly TrendEdge[];
  /** Every action delivered so far, where one series is asked for; none where all are. */
  readonly delivered: TrendView["flags"];
}

interface SeriesColumns {
  readonly id: string;
  readonly key: string;
  readonly names: LocalisedText;
  readonly survey_id: string;
  readonly question_id: string;
  readonly year_pools: boolean;
  readonly kind: ScaledKind;
  readonly scale_min: number;
  readonly scale_max: number;
  readonly rounds: readonly RoundAnswers[];
  readonly edges: readonly TrendEdge[];
  readonly published: readonly PublishedMean[];
  readonly delivered: TrendView["flags"];
}

interface RoundAnswers {
  readonly id: string;
  readonly name: string;
  readonly state: RoundState;
  readonly on: string;
  /** The version of the question; null: not asked. */
  readonly version: number | null;
  /** Asked on the scale of the series; null: not asked. */
  readonly onScale: boolean | null;
  readonly ratings: readonly number[];
  readonly counts: readonly number[];
}

interface PublishedMean {
  readonly roundId: string | null;
  readonly period: string | null;
  readonly value: string;
  readonly qualifier: Qualifier;
  readonly source: string;
}

const newVersionNotes: LocalisedText = {
  fi: "Kysymys muuttui: uusi versio",
  sv: "Frågan ändrades: ny version",
  en: "The question changed: new version",
  ru: "Вопрос изменился: новая версия",
};

const roundsSql = `
  select json_agg(json_build_object('id', r.id, 'name', r.name, 'state', r.state, 'on', d.day, 'version', asked.version,
      'onScale', asked.scale_min = v.scale_min and asked.scale_max = v.scale_max,
      'ratings', coalesce(m.ratings, '{}'), 'counts', coalesce(m.counts, '{}')) order by d.day, r.name)
    from round r
    cross join lateral (select coalesce(r.closes_on, r.opens_on, r.published_on, $3::date) as day) d
    left join round_question rq on rq.organisation_id = $1::uuid and rq.round_id = r.id and rq.question_id = s.question_id
    left join question_version asked on asked.organisation_id = $1::uuid and asked.id = rq.question_version_id
    left join lateral (
      select array_agg(rating::int) as ratings, array_agg(count) as counts from rating_margin
      where organisation_id = $1::uuid and round_id = r.id and question_id = s.question_id and facet = 'none' and facet_key = '') m on true
    where r.organisation_id = $1::uuid and r.survey_id = s.survey_id`;

const edgesSql = `
  select json_agg(json_build_object('from', f.name, 'to', t.name, 'kind', e.kind, 'notes', e.notes) order by f.closes_on, f.name)
    from series_edge e
    join round f on f.organisation_id = $1::uuid and f.id = e.from_round_id
    join round t on t.organisation_id = $1::uuid and t.id = e.to_round_id
    where e.organisation_id = $1::uuid and e.series_id = s.id`;

const publishedSql = `
  select json_agg(json_build_object('roundId', p.round_id, 'period', p.period, 'value', trim_scale(p.value)::text,
      'qualifier', p.qualifier, 'source', p.source) order by p.id)
    from published_figure p where p.organisation_id = $1::uuid and p.series_id = s.id and p.figure = 'mean'`;

const deliveredSql = `
  select json_agg(json_build_object('on', a.delivered_on, 'name', a.name, 'themeId', a.theme_id) order by a.delivered_on, a.name)
    from theme_action a where a.organisation_id = $1::uuid and a.status = 'delivered' and a.delivered_on is not null and $2::text is not null`;

/**
 * The series of that key, or all of them in their order, asked in one statement. The scale is that of the newest version of the
 * question; rounds that asked on another scale are left out, and a round without any day stands at today.
 */
export async function loadSeries(
  tx: OrganisationTransaction,
  scope: Scope,
  key: string | null,
): Promise<StoredSeries[]> {
  const rows = await tx.sql<SeriesColumns>({
    name: "trends.series",
    text: `select s.id, s.key, s.names, s.survey_id, s.question_id, s.year_pools, q.kind::text as kind,
        v.scale_min::int as scale_min, v.scale_max::int as scale_max,
        coalesce((${roundsSql}), '[]') as rounds, coalesce((${edgesSql}), '[]') as edges, coalesce((${publishedSql}), '[]') as published,
        coalesce((${deliveredSql}), '[]') as delivered
      from series s
      join question q on q.organisation_id = $1::uuid and q.id = s.question_id
      join lateral (select scale_min, scale_max from question_version
        where organisation_id = $1::uuid and question_id = s.question_id and scale_min is not null order by version desc limit 1) v on true
      where s.organisation_id = $1::uuid and ($2::text is null or s.key = $2::text)
      order by s.position, s.key`,
    values: [tx.organisationId, key, dayIn(scope.now)],
  });
  return rows.map((row) => storedSeries(row, scope.organisation));
}

function storedSeries(row: SeriesColumns, thresholds: FewAnswersThresholds): StoredSeries {
  const rounds = row.rounds.filter((round) => round.onScale !== false);
  const published = row.published.map(({ roundId, period, value, qualifier, source }) => ({
    roundId,
    period,
    figure: { figure: "mean", value, qualifier, source },
  }));
  return {
    id: row.id,
    key: row.key,
    names: row.names,
    surveyId: row.survey_id,
    questionId: row.question_id,
    kind: row.kind,
    scaleMin: row.scale_min,
    scaleMax: row.scale_max,
    thresholds,
    yearPools: row.year_pools,
    edges: withNewVersions(row.edges, rounds),
    delivered: row.delivered,
    rounds: rounds.map((round) => ({
      roundId: round.id,
      round: round.name,
      on: round.on,
      state: round.state,
      asked: round.version !== null,
      published: published.find(({ roundId }) => roundId === round.id)?.figure ?? null,
      ...answersOf({ scaleMin: row.scale_min, scaleMax: row.scale_max }, round),
    })),
    publishedByYear: Object.fromEntries(
      published.flatMap(({ roundId, period, figure }) =>
        roundId === null && period !== null ? [[period, figure]] : [],
      ),
    ),
  };
}

/** A new version of the question is a break, unless an edge of the series says otherwise. `rounds`: those on the line. */
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
  scale: Pick<StoredSeries, "scaleMin" | "scaleMax">,
  row: { readonly ratings: readonly number[]; readonly counts: readonly number[] },
): Answers {
  const countOf = (rating: number) => row.counts[row.ratings.indexOf(rating)] ?? 0;
  const size = scale.scaleMax - scale.scaleMin + 1;
  return {
    counts: Array.from({ length: size }, (_, index) => countOf(scale.scaleMin + index)),
    cannotSay: countOf(-1),
  };
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
