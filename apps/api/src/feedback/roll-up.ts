import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { FeedbackKind, FeedbackSource, FeedbackStatus } from "@kuultu/domain/feedback/triage-status";
import { nilId } from "@kuultu/domain/identifier";

import type { Difference } from "#history/verify";

/** The facets by which items are counted. */
export interface CubeKey {
  readonly roundId: string | null;
  readonly status: FeedbackStatus;
  readonly kind: FeedbackKind;
  readonly source: FeedbackSource;
  readonly channelId: string | null;
  readonly serviceId: string | null;
  readonly language: string;
}

/** `count` items more (less where negative) with these facets. */
export interface CubeDelta extends CubeKey {
  readonly count: number;
}

/** Items with these statuses are the base of themes' shares; until then, and once routed or rejected, a coding counts nowhere. */
export const classifiedStatuses: readonly FeedbackStatus[] = ["categorised", "answered", "closed"];

export function isClassified(status: FeedbackStatus): boolean {
  return classifiedStatuses.includes(status);
}

/** `count` distinct classified items more (less where negative) coded to a theme in a round. */
export interface ThemeDelta {
  readonly themeId: string;
  readonly roundId: string | null;
  readonly count: number;
}

export interface FeedbackDeltas {
  readonly cube: readonly CubeDelta[];
  readonly themes: readonly ThemeDelta[];
}

/** Deltas of the same key become one, keys are sorted (two writers then lock in the same order), zeros go. */
function summed<Delta extends { readonly count: number }>(
  deltas: readonly Delta[],
  keyOf: (delta: Delta) => string,
): Delta[] {
  const byKey = new Map<string, Delta>();
  for (const delta of deltas) {
    const key = keyOf(delta);
    const earlier = byKey.get(key);
    byKey.set(key, earlier === undefined ? delta : { ...delta, count: earlier.count + delta.count });
  }
  return [...byKey.entries()]
    .filter(([, delta]) => delta.count !== 0)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, delta]) => delta);
}

/** Brings both roll-ups up to date, one statement each. Call it last in a transaction: it locks what others want too. */
export async function applyFeedbackDeltas(tx: OrganisationTransaction, deltas: FeedbackDeltas): Promise<void> {
  const cube = summed(deltas.cube, (d) =>
    [d.roundId ?? nilId, d.status, d.kind, d.source, d.channelId ?? nilId, d.serviceId ?? nilId, d.language].join(" "),
  );
  if (cube.length > 0) {
    await tx.sql({
      name: "feedback.apply-cube",
      text: `INSERT INTO feedback_cube (organisation_id, round_id, status, kind, source, channel_id, service_id, language, count)
        SELECT $1::uuid, d.round_id, d.status, d.kind, d.source, d.channel_id, d.service_id, d.language, d.count
          FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::text[], $9::int[])
               WITH ORDINALITY AS d (round_id, status, kind, source, channel_id, service_id, language, count, position)
         ORDER BY d.position
        ON CONFLICT (organisation_id, round_id, status, kind, source, channel_id, service_id, language)
        DO UPDATE SET count = feedback_cube.count + excluded.count`,
      values: [
        tx.organisationId,
        cube.map((d) => d.roundId ?? nilId),
        cube.map((d) => d.status),
        cube.map((d) => d.kind),
        cube.map((d) => d.source),
        cube.map((d) => d.channelId ?? nilId),
        cube.map((d) => d.serviceId ?? nilId),
        cube.map((d) => d.language),
        cube.map((d) => d.count),
      ],
    });
  }
  const themes = summed(deltas.themes, (d) => `${d.themeId} ${d.roundId ?? nilId}`);
  if (themes.length > 0) {
    await tx.sql({
      name: "feedback.apply-theme-cube",
      text: `INSERT INTO theme_cube (organisation_id, theme_id, round_id, count)
        SELECT $1::uuid, d.theme_id, d.round_id, d.count
          FROM unnest($2::uuid[], $3::uuid[], $4::int[]) WITH ORDINALITY AS d (theme_id, round_id, count, position)
         ORDER BY d.position
        ON CONFLICT (organisation_id, theme_id, round_id) DO UPDATE SET count = theme_cube.count + excluded.count`,
      values: [
        tx.organisationId,
        themes.map((d) => d.themeId),
        themes.map((d) => d.roundId ?? nilId),
        themes.map((d) => d.count),
      ],
    });
  }
}

interface DifferenceRow {
  readonly key: string;
  readonly kept: string;
  readonly counted: string;
}

/** Counts both roll-ups anew from the items and codings and tells where they differ; a row of 0 is as good as none. */
export async function recountFeedback(tx: OrganisationTransaction): Promise<Difference[]> {
  const cubeKey = "concat_ws(' ', round_id, status, kind, source, channel_id, service_id, language)";
  const cube = await tx.run<DifferenceRow>(
    `WITH counted AS (
       SELECT coalesce(round_id, $2::uuid) AS round_id, status, kind, source, coalesce(channel_id, $2::uuid) AS channel_id,
              coalesce(service_id, $2::uuid) AS service_id, language, count(*) AS count
         FROM feedback_item WHERE organisation_id = $1::uuid GROUP BY 1, 2, 3, 4, 5, 6, 7),
     both_sides AS (
       SELECT ${cubeKey} AS key, count::bigint AS kept, 0::bigint AS counted FROM feedback_cube WHERE organisation_id = $1::uuid
       UNION ALL SELECT ${cubeKey}, 0, count FROM counted)
     SELECT key, sum(kept) AS kept, sum(counted) AS counted FROM both_sides GROUP BY key HAVING sum(kept) <> sum(counted) ORDER BY key`,
    [tx.organisationId, nilId],
  );
  const themes = await tx.run<DifferenceRow>(
    `WITH counted AS (
       SELECT c.theme_id, coalesce(i.round_id, $2::uuid) AS round_id, count(DISTINCT c.item_id) AS count
         FROM coding c JOIN feedback_item i ON i.organisation_id = c.organisation_id AND i.id = c.item_id
        WHERE c.organisation_id = $1::uuid AND i.organisation_id = $1::uuid AND i.status = ANY($3::text[]) GROUP BY 1, 2),
     both_sides AS (
       SELECT concat_ws(' ', theme_id, round_id) AS key, count::bigint AS kept, 0::bigint AS counted FROM theme_cube WHERE organisation_id = $1::uuid
       UNION ALL SELECT concat_ws(' ', theme_id, round_id), 0, count FROM counted)
     SELECT key, sum(kept) AS kept, sum(counted) AS counted FROM both_sides GROUP BY key HAVING sum(kept) <> sum(counted) ORDER BY key`,
    [tx.organisationId, nilId, classifiedStatuses],
  );
  const differences = (what: string, rows: readonly DifferenceRow[]) =>
    rows.map((row) => ({ what, key: row.key, kept: Number(row.kept), counted: Number(row.counted) }));
  return [...differences("feedback_cube", cube.rows), ...differences("theme_cube", themes.rows)];
}
