import { v7 as uuidv7 } from "uuid";

import type { OrganisationTransaction, Statement } from "@kuultu/database/organisation-transaction";
import type { FeedbackFilter } from "@kuultu/domain/feedback/feedback-filter";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import { reachFor } from "@kuultu/domain/staff/permission";

import { allMatching } from "#feedback/bulk/all-matching-sql";
import type { ExportedRow } from "#feedback/export/export-cells";
import { loggedFilter, narrowingOf } from "#feedback/feedback-list-queries";
import { shownKeptSql, themeIdsSql } from "#feedback/feedback-row";
import type { Narrowing } from "#feedback/filter-sql";
import { namedStatement, Parameters } from "#feedback/named-statement";
import { recordAccess } from "#history/record-access";
import type { Scope } from "#trpc/scope";

/** What a sheet of a spreadsheet holds besides its headings. */
export const sheetHolds = 1_048_575;
const batch = 2000;

export interface ExportWish {
  readonly filter: FeedbackFilter;
  readonly order: "newest" | "oldest";
  readonly format: "csv" | "xlsx";
}

/** How far somebody exports, which may be less far than they read. */
function exportNarrowing(scope: Scope): Narrowing {
  const reach = reachFor(scope.staff, "feedback.export");
  if (reach === null) throw new RuleViolation("not-permitted", { permission: "feedback.export" });
  return { ...narrowingOf(scope), reach };
}

/**
 * Begins an export: counts it and says so in the access log. `feedback.too-many-rows` where a sheet cannot hold it.
 * The rows come as they are when their batch is read, each at most once.
 */
export async function beginExport(
  scope: Scope,
  wish: ExportWish,
  most = sheetHolds,
): Promise<AsyncGenerator<ExportedRow[]>> {
  const narrowing = exportNarrowing(scope);
  const exportId = uuidv7();
  await scope.transaction(async (tx) => {
    const p = new Parameters();
    const text = `SELECT count(*) AS count FROM feedback_item i WHERE ${await allMatching(tx, p, narrowing, wish.filter)}`;
    const [row] = await tx.sql<{ count: number }>(namedStatement("feedback.export-count", text, p));
    const count = row?.count ?? 0;
    if (wish.format === "xlsx" && count > most) throw new RuleViolation("feedback.too-many-rows", { count, most });
    const details = { ...loggedFilter(scope, wish.filter), exportId, format: wish.format, count };
    await recordAccess(tx, scope, { purpose: "export", itemIds: [], details });
  });
  return batches(scope, narrowing, wish, exportId);
}

/** Batch by batch by keyset, each in a transaction of its own: who takes the rows slowly holds up nobody. */
async function* batches(
  scope: Scope,
  narrowing: Narrowing,
  wish: ExportWish,
  exportId: string,
): AsyncGenerator<ExportedRow[]> {
  let last: ExportedRow | undefined;
  for (;;) {
    const from = last;
    const rows = await scope.transaction(async (tx) => {
      const found = await tx.sql<ExportedRow>(await batchStatement(tx, narrowing, wish, from));
      const itemIds = found.map(({ id }) => id);
      if (itemIds.length > 0) await recordAccess(tx, scope, { purpose: "export", itemIds, details: { exportId } });
      return found;
    });
    if (rows.length > 0) yield rows;
    last = rows.at(-1);
    if (rows.length < batch) return;
  }
}

async function batchStatement(
  tx: OrganisationTransaction,
  narrowing: Narrowing,
  { filter, order }: ExportWish,
  from: ExportedRow | undefined,
): Promise<Statement> {
  const p = new Parameters();
  const organisationId = p.add(narrowing.organisationId);
  const direction = order === "newest" ? "DESC" : "ASC";
  const after =
    from === undefined
      ? ""
      : `AND (i.received_at, i.id) ${order === "newest" ? "<" : ">"} (${p.add(from.received_at)}::timestamptz, ${p.add(from.id)}::uuid)`;
  const text = `
    SELECT i.id, i.received_at, i.kind, i.status, i.status_reason, i.channel_id, i.service_id, i.site_id, i.customer_group_id,
           i.round_id, i.source, i.language, i.assignee_id, i.team_id, i.triage_due_on, i.answer_due_on, i.waiting_until,
           i.routed_on, i.routing_due_on, i.processed_at, ${shownKeptSql(organisationId)} AS duplicate_of_id, t.title, t.body,
           ${themeIdsSql("i.id", organisationId)} AS theme_ids
      FROM (SELECT * FROM feedback_item i WHERE ${await allMatching(tx, p, narrowing, filter)} ${after}
             ORDER BY i.received_at ${direction}, i.id ${direction} LIMIT ${batch}) i
      JOIN feedback_text t ON t.organisation_id = ${organisationId}::uuid AND t.item_id = i.id
     ORDER BY i.received_at ${direction}, i.id ${direction}`;
  return namedStatement("feedback.export", text, p);
}
