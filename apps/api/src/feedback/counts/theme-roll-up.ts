import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { nilId } from "@kuultu/domain/identifier";

import { classifiedStatuses, isClassified, type ItemDelta } from "#feedback/counts/item-facets";
import type { Difference } from "#history/verify";

interface Counted {
  readonly count: number;
}

/** Deltas of the same key become one, keys are sorted, zeros go. */
function summed<Delta extends Counted>(deltas: readonly Delta[], keyOf: (delta: Delta) => string): Delta[] {
  const byKey = new Map<string, { readonly delta: Delta; count: number }>();
  for (const delta of deltas) {
    const key = keyOf(delta);
    const earlier = byKey.get(key);
    if (earlier === undefined) byKey.set(key, { delta, count: delta.count });
    else earlier.count += delta.count;
  }
  return [...byKey.entries()]
    .filter(([, { count }]) => count !== 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { delta, count }]) => ({ ...delta, count }));
}

/** Distinct classified items by theme and round: what themes' shares stand on. */
export async function applyThemeCube(tx: OrganisationTransaction, deltas: readonly ItemDelta[]): Promise<void> {
  const coded = deltas
    .filter(({ status }) => isClassified(status))
    .flatMap(({ themeIds, roundId, count }) =>
      themeIds.map((themeId) => ({ themeId, roundId: roundId ?? nilId, count })),
    );
  const themes = summed(coded, ({ themeId, roundId }) => `${themeId} ${roundId}`);
  if (themes.length === 0) return;
  await tx.sql({
    name: "feedback.apply-theme-cube",
    text: `INSERT INTO theme_cube (organisation_id, theme_id, round_id, count)
      SELECT $1::uuid, d.theme_id, d.round_id, d.count
        FROM unnest($2::uuid[], $3::uuid[], $4::int[]) WITH ORDINALITY AS d (theme_id, round_id, count, position)
       ORDER BY d.position
      ON CONFLICT (organisation_id, theme_id, round_id) DO UPDATE SET count = theme_cube.count + excluded.count`,
    values: [
      tx.organisationId,
      themes.map(({ themeId }) => themeId),
      themes.map(({ roundId }) => roundId),
      themes.map(({ count }) => count),
    ],
  });
}

interface DifferenceRow {
  readonly key: string;
  readonly kept: string;
  readonly counted: string;
}

/** What a roll-up keeps beside what was counted: the keys, with spaces between, for which they differ. */
export async function compareRollUp(
  tx: OrganisationTransaction,
  what: string,
  { key, counted, values = [] }: { readonly key: string; readonly counted: string; readonly values?: unknown[] },
): Promise<Difference[]> {
  const { rows } = await tx.run<DifferenceRow>(
    `WITH counted AS (${counted}),
     both_sides AS (
       SELECT concat_ws(' ', ${key}) AS key, count::bigint AS kept, 0::bigint AS counted FROM ${what} WHERE organisation_id = $1::uuid
       UNION ALL SELECT concat_ws(' ', ${key}), 0, count FROM counted)
     SELECT key, sum(kept) AS kept, sum(counted) AS counted FROM both_sides GROUP BY key HAVING sum(kept) <> sum(counted) ORDER BY key`,
    [tx.organisationId, ...values],
  );
  return rows.map((row) => ({ what, key: row.key, kept: Number(row.kept), counted: Number(row.counted) }));
}

export function recountThemeCube(tx: OrganisationTransaction): Promise<Difference[]> {
  return compareRollUp(tx, "theme_cube", {
    key: "theme_id, round_id",
    counted: `SELECT c.theme_id, coalesce(i.round_id, '${nilId}') AS round_id, count(DISTINCT c.item_id) AS count
        FROM coding c JOIN feedback_item i ON i.organisation_id = c.organisation_id AND i.id = c.item_id
       WHERE c.organisation_id = $1::uuid AND i.organisation_id = $1::uuid AND i.status = ANY($2::text[]) GROUP BY 1, 2`,
    values: [classifiedStatuses],
  });
}
