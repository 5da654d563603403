import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { baseState, type FewAnswersThresholds } from "@kuultu/domain/trends/few-answers";
import { wilsonInterval } from "@kuultu/domain/trends/share-interval";
import { nilId } from "@kuultu/domain/identifier";

import { classifiedStatuses } from "#feedback/roll-up";

/** How often a theme is spoken of, as far as it may be shown: nulls where the base is too small. */
export interface Mentions {
  readonly count: number | null;
  readonly base: number | null;
  readonly share: { readonly value: number; readonly low: number; readonly high: number } | null;
}

/** The thresholds apply to the base of the share, not to the count: 3 of 200 may be shown, 3 of 5 may not. */
export function mentions(count: number, base: number, thresholds: FewAnswersThresholds): Mentions {
  if (base > 0 && baseState(base, thresholds) === "suppressed") return { count: null, base: null, share: null };
  return { count, base, share: wilsonInterval(count, base) };
}

/** Classified items of a round, or of everything: the base of themes' shares. */
export async function classifiedItems(tx: OrganisationTransaction, roundId: string | null): Promise<number> {
  const [row] = await tx.sql<{ count: number }>({
    name: "themes.classified",
    text: `SELECT coalesce(sum(count), 0)::int AS count FROM feedback_cube
      WHERE organisation_id = $1::uuid AND status = ANY($2::text[]) AND ($3::uuid IS NULL OR round_id = $3::uuid)`,
    values: [tx.organisationId, classifiedStatuses, roundId],
  });
  return row?.count ?? 0;
}

/** Classified items by theme, of a round or of everything. */
export async function itemsByTheme(
  tx: OrganisationTransaction,
  roundId: string | null,
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.sql<{ theme_id: string; count: number }>({
    name: "themes.items",
    text: `SELECT theme_id, sum(count)::int AS count FROM theme_cube
      WHERE organisation_id = $1::uuid AND ($2::uuid IS NULL OR round_id = $2::uuid) GROUP BY theme_id`,
    values: [tx.organisationId, roundId],
  });
  return new Map(rows.map((row) => [row.theme_id, row.count]));
}

interface RoundColumns {
  readonly round_id: string;
  readonly round: string;
  readonly count: number;
  readonly base: number;
}

/** A theme's mentions in every round that has classified items, newest first; items of no round are left out. */
export async function mentionsByRound(tx: OrganisationTransaction, themeId: string, thresholds: FewAnswersThresholds) {
  const rows = await tx.sql<RoundColumns>({
    name: "themes.by-round",
    text: `SELECT r.id AS round_id, r.name AS round, coalesce(t.count, 0) AS count, base.count AS base
        FROM (SELECT round_id, sum(count)::int AS count FROM feedback_cube
               WHERE organisation_id = $1::uuid AND status = ANY($3::text[]) AND round_id <> $4::uuid GROUP BY round_id HAVING sum(count) > 0) AS base
        JOIN round r ON r.organisation_id = $1::uuid AND r.id = base.round_id
        LEFT JOIN theme_cube t ON t.organisation_id = $1::uuid AND t.theme_id = $2::uuid AND t.round_id = base.round_id
       ORDER BY coalesce(r.closes_on, r.opens_on) DESC NULLS FIRST, r.name DESC`,
    values: [tx.organisationId, themeId, classifiedStatuses, nilId],
  });
  return rows.map((row) => ({ roundId: row.round_id, round: row.round, ...mentions(row.count, row.base, thresholds) }));
}
