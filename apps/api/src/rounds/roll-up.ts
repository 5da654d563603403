import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";

import type { Difference } from "#history/verify";

/** A rating with the facets of its response, as its row holds them. `value` null: "cannot say". */
export interface CountedRating {
  readonly roundId: string;
  readonly questionId: string;
  readonly value: number | null;
  readonly language: string;
  readonly serviceId: string | null;
  readonly siteId: string | null;
  readonly channelId: string | null;
  readonly customerGroupId: string | null;
}

/** What stands in `facet_key` where a response has no value, and in `rating` for "cannot say". */
const noValue = "-";
const cannotSay = -1;

/** The unsplit margin and one for each facet: the rows that one rating counts in. */
function marginsOf(rating: CountedRating): readonly (readonly [facet: string, key: string])[] {
  return [
    ["channel", rating.channelId ?? noValue],
    ["customer_group", rating.customerGroupId ?? noValue],
    ["language", rating.language],
    ["none", ""],
    ["service", rating.serviceId ?? noValue],
    ["site", rating.siteId ?? noValue],
  ];
}

/** Adds ratings to the margins (sign 1) or takes them away (-1), in the transaction that wrote or removed their rows. */
export async function applyRatingDeltas(
  tx: OrganisationTransaction,
  ratings: readonly CountedRating[],
  sign: 1 | -1,
): Promise<void> {
  if (ratings.length === 0) return;
  const deltas = new Map<string, number>();
  for (const rating of ratings) {
    for (const [facet, facetKey] of marginsOf(rating)) {
      const key = [rating.roundId, rating.questionId, facet, facetKey, String(rating.value ?? cannotSay)].join("\t");
      deltas.set(key, (deltas.get(key) ?? 0) + sign);
    }
  }
  // Sorted, so that two transactions that touch the same margins lock them in the same order.
  const keys = [...deltas.keys()].toSorted();
  const columns = keys.map((key) => key.split("\t"));
  const column = (index: number) => columns.map((parts) => parts[index] ?? "");
  await tx.sql({
    name: "rating-margin-apply",
    text: `insert into rating_margin (organisation_id, round_id, question_id, facet, facet_key, rating, count)
      select $1::uuid, d.* from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::smallint[], $7::int[]) d
      on conflict (organisation_id, round_id, question_id, facet, facet_key, rating)
      do update set count = rating_margin.count + excluded.count`,
    values: [
      tx.organisationId,
      column(0),
      column(1),
      column(2),
      column(3),
      column(4).map(Number),
      keys.map((key) => deltas.get(key) ?? 0),
    ],
  });
  if (sign === -1) await dropEmptyMargins(tx, [...new Set(column(0))]);
}

async function dropEmptyMargins(tx: OrganisationTransaction, roundIds: readonly string[]): Promise<void> {
  await tx.sql({
    name: "rating-margin-drop-empty",
    text: "delete from rating_margin where organisation_id = $1::uuid and round_id = any($2::uuid[]) and count = 0",
    values: [tx.organisationId, roundIds],
  });
}

/**
 * The margins as the rows of `rating` and the counts that were typed in say them. `where` narrows both; $1 is the organisation.
 */
const marginsFromRows = (where: string) => `
  select round_id, question_id, facet, facet_key, rating, sum(count)::int as count from (${ratedSql(where)}
    union all select round_id, question_id, facet, facet_key, rating, count from aggregate_count
      where organisation_id = $1::uuid and count > 0 ${where}) counted
  group by round_id, question_id, facet, facet_key, rating`;

const ratedSql = (where: string) => `
  select round_id, question_id,
    case when grouping(language) = 0 then 'language' when grouping(service_id) = 0 then 'service'
      when grouping(site_id) = 0 then 'site' when grouping(channel_id) = 0 then 'channel'
      when grouping(customer_group_id) = 0 then 'customer_group' else 'none' end as facet,
    case when grouping(language) = 0 then language when grouping(service_id) = 0 then coalesce(service_id::text, '${noValue}')
      when grouping(site_id) = 0 then coalesce(site_id::text, '${noValue}') when grouping(channel_id) = 0 then coalesce(channel_id::text, '${noValue}')
      when grouping(customer_group_id) = 0 then coalesce(customer_group_id::text, '${noValue}') else '' end as facet_key,
    coalesce(value, ${cannotSay})::smallint as rating, count(*)::int as count
  from rating
  where organisation_id = $1::uuid ${where}
  group by round_id, question_id, value, grouping sets ((), (language), (service_id), (site_id), (channel_id), (customer_group_id))`;

/** Makes the margins of one round anew from its rows, set-based: for a whole file, and after a repair. */
export async function rebuildRatingMargins(tx: OrganisationTransaction, roundId: string): Promise<void> {
  const values = [tx.organisationId, roundId];
  await tx.sql({
    name: "rating-margin-clear-round",
    text: "delete from rating_margin where organisation_id = $1::uuid and round_id = $2::uuid",
    values,
  });
  await tx.sql({
    name: "rating-margin-fill-round",
    text: `insert into rating_margin (organisation_id, round_id, question_id, facet, facet_key, rating, count)
      select $1::uuid, round_id, question_id, facet, facet_key, rating, count
      from (${marginsFromRows("and round_id = $2::uuid")}) margin
      order by round_id, question_id, facet, facet_key, rating`,
    values,
  });
}

/** Recounts every margin of the organisation from the rows; what differs is returned, nothing is changed. */
export async function recountRatings(tx: OrganisationTransaction): Promise<Difference[]> {
  const rows = await tx.sql<{ key: string; kept: number; counted: number }>({
    name: "rating-margin-recount",
    text: `with counted as materialized (${marginsFromRows("")}),
      stored as (select * from rating_margin where organisation_id = $1::uuid)
      select concat_ws(' ', round_id, question_id, facet, facet_key, rating) as key,
        coalesce(stored.count, 0) as kept, coalesce(counted.count, 0) as counted
      from stored full join counted using (round_id, question_id, facet, facet_key, rating)
      where coalesce(stored.count, 0) <> coalesce(counted.count, 0)
      order by 1`,
    values: [tx.organisationId],
  });
  return rows.map((row) => ({ what: "rating_margin", ...row }));
}
