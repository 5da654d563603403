import type { Parameters } from "#feedback/named-statement";

/** How the themes of items are looked up: each item's by its key; all of the time in which the items lie, where these are close; or as the planner thinks best. */
export type CodingsWay = "by-item" | "by-time" | "as-planned";

/** More than an item ever has. */
const codingsOfItem = 100_000;
/** As many codings are read from the index of themes and time as one item's are looked up in it. */
const readPerLookup = 10;

/** A table `coded` of the themes that the items of `matched` (id, received_at) have, each pair once, SQL for WITH. */
export function codedItems(p: Parameters, organisation: string, way: CodingsWay): string {
  const organisationId = `${p.add(organisation)}::uuid`;
  // LIMIT keeps the planner from reading all codings there are for a join.
  const byItem = `SELECT c.theme_id, c.item_id FROM matched
    JOIN LATERAL (SELECT theme_id, item_id FROM coding c
      WHERE c.organisation_id = ${organisationId} AND c.item_id = matched.id LIMIT ${codingsOfItem}) AS c ON true`;
  if (way === "by-item") return `coded AS (SELECT DISTINCT theme_id, item_id FROM (${byItem}) AS coding)`;
  if (way === "as-planned") {
    return `coded AS (SELECT DISTINCT c.theme_id, c.item_id FROM matched
      JOIN coding c ON c.organisation_id = ${organisationId} AND c.item_id = matched.id)`;
  }
  // IS TRUE keeps IN a look into a hash table, however few items the planner takes there to be.
  return `
    span AS MATERIALIZED (
      SELECT min(received_at) AS first, max(received_at) AS last, count(*) * ${readPerLookup} + 1 AS most FROM matched),
    beside AS MATERIALIZED (
      SELECT c.theme_id, c.item_id FROM span CROSS JOIN theme t
        CROSS JOIN LATERAL (SELECT theme_id, item_id FROM coding c
          WHERE c.organisation_id = ${organisationId} AND c.theme_id = t.id
            AND c.received_at BETWEEN span.first AND span.last LIMIT span.most) AS c
       WHERE t.organisation_id = ${organisationId} LIMIT (SELECT most FROM span)),
    besides AS MATERIALIZED (SELECT count(*) < (SELECT most FROM span) AS complete FROM beside),
    coded AS (
      SELECT DISTINCT theme_id, item_id FROM beside
       WHERE (SELECT complete FROM besides) AND (item_id IN (SELECT id FROM matched)) IS TRUE
      UNION ALL
      SELECT DISTINCT theme_id, item_id FROM (${byItem} WHERE NOT (SELECT complete FROM besides)) AS coding)`;
}
