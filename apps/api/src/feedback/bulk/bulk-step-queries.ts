import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { bulkChangeSchema, type LeftAlone } from "@kuultu/domain/feedback/bulk-step";
import type { BulkStepView } from "@kuultu/domain/feedback/bulk-view";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import type { Scope } from "#trpc/scope";

/** How long ended steps stay within reach. */
const keptMs = 24 * 3_600_000;

interface Columns {
  readonly id: string;
  readonly step_id: string;
  readonly undoes_step_id: string | null;
  readonly undone_by: string | null;
  readonly state: BulkStepView["state"];
  readonly change: unknown;
  readonly started_at: Date;
  readonly finished_at: Date | null;
  readonly total: number;
  readonly changed: number;
  readonly left_alone: Readonly<Record<string, number>>;
  readonly reason: string | null;
}

const stepSql = `
  SELECT b.id, b.step_id, b.undoes_step_id, b.state::text AS state, b.change, b.started_at, b.finished_at, b.total, b.changed, b.left_alone,
         (SELECT u.id FROM bulk_step u WHERE u.organisation_id = $1::uuid AND u.undoes_step_id = b.step_id ORDER BY u.started_at LIMIT 1) AS undone_by,
         (SELECT x.text FROM history h JOIN history_text x ON x.organisation_id = $1::uuid AND x.history_id = h.id AND x.field = 'reason'
           WHERE h.organisation_id = $1::uuid AND h.step_id = b.step_id AND h.subject = 'bulk' LIMIT 1) AS reason
    FROM bulk_step b WHERE b.organisation_id = $1::uuid AND b.staff_id = $2::uuid`;

/** One's own bulk steps that run or have ended within a day, newest first. */
export function recentBulkSteps(scope: Scope): Promise<BulkStepView[]> {
  return scope.transaction(async (tx) => {
    const rows = await tx.sql<Columns>({
      name: "bulk.recent",
      text: `${stepSql} AND (b.state = 'running' OR b.started_at > $3::timestamptz) ORDER BY b.started_at DESC, b.id DESC LIMIT 50`,
      values: [tx.organisationId, scope.staff.id, new Date(scope.now.getTime() - keptMs)],
    });
    return rows.map(viewOf);
  });
}

/** One bulk step of one's own, however old. */
export function readBulkStep(scope: Scope, bulkStepId: string): Promise<BulkStepView> {
  return scope.transaction((tx) => bulkStepView(tx, scope, bulkStepId));
}

export async function bulkStepView(
  tx: OrganisationTransaction,
  scope: Scope,
  bulkStepId: string,
): Promise<BulkStepView> {
  const [row] = await tx.sql<Columns>({
    name: "bulk.step",
    text: `${stepSql} AND b.id = $3::uuid`,
    values: [tx.organisationId, scope.staff.id, bulkStepId],
  });
  if (row === undefined) throw new RuleViolation("not-found");
  return viewOf(row);
}

function viewOf(row: Columns): BulkStepView {
  const leftAlone = Object.entries(row.left_alone).map(([code, count]) => ({ code: code as LeftAlone, count }));
  return {
    id: row.id,
    stepId: row.step_id,
    undoesStepId: row.undoes_step_id,
    undoneById: row.undone_by,
    state: row.state,
    change: row.undoes_step_id === null ? bulkChangeSchema.parse(row.change) : null,
    startedAt: row.started_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
    total: row.total,
    changed: row.changed,
    leftAlone: leftAlone.toSorted((a, b) => b.count - a.count),
    remaining: row.total - row.changed - leftAlone.reduce((sum, { count }) => sum + count, 0),
    reason: row.reason ?? "",
  };
}
