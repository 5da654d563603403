import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { type BulkChange, bulkChangeSchema, type LeftAlone } from "@kuultu/domain/feedback/bulk-step";

/** How many were left alone, by why. */
export type LeftAloneCounts = Readonly<Record<string, number>>;

/** A bulk step whose row is locked: whoever else wants to go on with it, stop it or take it back waits. */
export interface BulkStepRecord {
  readonly id: string;
  readonly stepId: string;
  readonly undoesStepId: string | null;
  /** Which change it takes back, where that was a bulk step. */
  readonly undoes: string | null;
  readonly staffId: string;
  readonly state: "running" | "finished" | "stopped" | "failed";
  /** Null: it takes a step back. */
  readonly change: BulkChange | null;
  readonly total: number;
  readonly changed: number;
  readonly leftAlone: LeftAloneCounts;
}

interface Columns {
  readonly id: string;
  readonly step_id: string;
  readonly undoes_step_id: string | null;
  readonly undoes: string | null;
  readonly staff_id: string;
  readonly state: BulkStepRecord["state"];
  readonly change: unknown;
  readonly total: number;
  readonly changed: number;
  readonly left_alone: LeftAloneCounts;
}

export async function lockBulkStep(tx: OrganisationTransaction, bulkStepId: string): Promise<BulkStepRecord | null> {
  const [row] = await tx.sql<Columns>({
    name: "bulk.lock",
    text: `SELECT id, step_id, undoes_step_id, staff_id, state::text AS state, change, total, changed, left_alone,
          (SELECT u.change ->> 'step' FROM bulk_step u WHERE u.organisation_id = $1::uuid AND u.step_id = bulk_step.undoes_step_id LIMIT 1) AS undoes
        FROM bulk_step WHERE organisation_id = $1::uuid AND id = $2::uuid FOR UPDATE`,
    values: [tx.organisationId, bulkStepId],
  });
  if (row === undefined) return null;
  return {
    id: row.id,
    stepId: row.step_id,
    undoesStepId: row.undoes_step_id,
    undoes: row.undoes,
    staffId: row.staff_id,
    state: row.state,
    change: row.undoes_step_id === null ? bulkChangeSchema.parse(row.change) : null,
    total: row.total,
    changed: row.changed,
    leftAlone: row.left_alone,
  };
}

/** Takes the next items off what is still to be done, with the version that the asker saw (0: any). */
export async function takeBulkItems(
  tx: OrganisationTransaction,
  bulkStepId: string,
  most: number,
): Promise<Map<string, number | null>> {
  const rows = await tx.sql<{ item_id: string; version: number }>({
    name: "bulk.take",
    // Up to the last of the batch, not those that are in it: joined with itself the table was read once for every item.
    text: `DELETE FROM bulk_item WHERE organisation_id = $1::uuid AND bulk_step_id = $2::uuid AND item_id <= coalesce((
        SELECT item_id FROM bulk_item WHERE organisation_id = $1::uuid AND bulk_step_id = $2::uuid
         ORDER BY item_id OFFSET $3::int LIMIT 1), 'ffffffff-ffff-ffff-ffff-ffffffffffff')
      RETURNING item_id, version`,
    values: [tx.organisationId, bulkStepId, most - 1],
  });
  return new Map(rows.map((row) => [row.item_id, row.version === 0 ? null : row.version]));
}

/** Adds a batch to the counts of a step. */
export async function addLeftAlone(
  tx: OrganisationTransaction,
  record: BulkStepRecord,
  changed: number,
  leftAlone: ReadonlyMap<LeftAlone, number>,
): Promise<void> {
  const counts: Record<string, number> = { ...record.leftAlone };
  for (const [code, count] of leftAlone) counts[code] = (counts[code] ?? 0) + count;
  await tx.sql({
    name: "bulk.progress",
    text: `UPDATE bulk_step SET changed = changed + $3::int, left_alone = $4::jsonb
        WHERE organisation_id = $1::uuid AND id = $2::uuid`,
    values: [tx.organisationId, record.id, changed, JSON.stringify(counts)],
  });
}

/** Ends a step; what it had not come to yet is left alone as "stopped". `failure`: one line for a person. */
export async function endBulkStep(
  tx: OrganisationTransaction,
  bulkStepId: string,
  state: "finished" | "stopped" | "failed",
  now: Date,
  failure: string | null = null,
): Promise<void> {
  // First the step, then its items, as a batch does: else the two would wait for each other.
  await lockBulkStep(tx, bulkStepId);
  await tx.sql({
    name: "bulk.end",
    text: `WITH dropped AS (
        DELETE FROM bulk_item WHERE organisation_id = $1::uuid AND bulk_step_id = $2::uuid RETURNING 1),
      rest AS (SELECT count(*)::int AS count FROM dropped)
      UPDATE bulk_step SET state = $3::bulk_state, finished_at = $4::timestamptz, failure = $5::text,
        left_alone = CASE WHEN rest.count = 0 THEN left_alone
          ELSE left_alone || jsonb_build_object('stopped', coalesce((left_alone ->> 'stopped')::int, 0) + rest.count) END
        FROM rest WHERE organisation_id = $1::uuid AND id = $2::uuid AND state = 'running'`,
    values: [tx.organisationId, bulkStepId, state, now, failure],
  });
}
