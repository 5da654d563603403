import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { baseState, cellsOfTotal, type FewAnswersThresholds } from "@kuultu/domain/trends/few-answers";
import { wilsonInterval } from "@kuultu/domain/statistics/share-interval";
import { nilId } from "@kuultu/domain/identifier";

import { classifiedStatuses } from "#feedback/counts/item-facets";
import { byRoundSql } from "#feedback/counts/pair-roll-up";

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

/** Where mentions are counted: the rounds (the nil id: items of no round) and how many classified items they have. */
export interface MentionBase {
  readonly roundIds: readonly string[];
  readonly base: number;
}

/** The base of themes' shares: of a round, or of everything, where rounds with too few items are left out as the domain says. */
export async function mentionBase(
  tx: OrganisationTransaction,
  thresholds: FewAnswersThresholds,
  roundId: string | null,
): Promise<MentionBase> {
  const rows = await tx.sql<{ round_id: string; count: number }>({
    name: "themes.classified",
    text: `SELECT round_id, sum(count)::int AS count FROM ${byRoundSql("$1")} AS item
      WHERE status = ANY($2::text[]) AND ($3::uuid IS NULL OR round_id = $3::uuid) GROUP BY round_id HAVING sum(count) > 0`,
    values: [tx.organisationId, classifiedStatuses, roundId],
  });
  const counted = cellsOfTotal(
    rows.map((row) => row.count),
    thresholds,
  );
  const rounds = roundId === null ? rows.filter((_, index) => counted[index]) : rows;
  return {
    roundIds: rounds.map((row) => row.round_id),
    base: rounds.reduce((sum, row) => sum + row.count, 0),
  };
}

/** Classified items by theme in the given rounds. */
export async function itemsByTheme(
  tx: OrganisationTransaction,
  roundIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.sql<{ theme_id: string; count: number }>({
    name: "themes.items",
    text: `SELECT theme_id, sum(count)::int AS count FROM theme_cube
      WHERE organisation_id = $1::uuid AND round_id = ANY($2::uuid[]) GROUP BY theme_id`,
    values: [tx.organisationId, roundIds],
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
        FROM (SELECT round_id, sum(count)::int AS count FROM ${byRoundSql("$1")} AS item
               WHERE status = ANY($3::text[]) AND round_id <> $4::uuid GROUP BY round_id HAVING sum(count) > 0) AS base
        JOIN round r ON r.organisation_id = $1::uuid AND r.id = base.round_id
        LEFT JOIN theme_cube t ON t.organisation_id = $1::uuid AND t.theme_id = $2::uuid AND t.round_id = base.round_id
       ORDER BY coalesce(r.closes_on, r.opens_on) DESC NULLS FIRST, r.name DESC`,
    values: [tx.organisationId, themeId, classifiedStatuses, nilId],
  });
  return rows.map((row) => ({ roundId: row.round_id, round: row.round, ...mentions(row.count, row.base, thresholds) }));
}
