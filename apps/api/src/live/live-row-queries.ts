import type { FeedbackFilter } from "@kuultu/domain/feedback/feedback-filter";
import type { ChangedRows } from "@kuultu/domain/live/live-view";

import { allMatching } from "#feedback/all-matching-sql";
import { logRead } from "#feedback/feedback-item-queries";
import { narrowingOf } from "#feedback/feedback-list-queries";
import { feedbackRow, type FeedbackRowColumns, firstLineSql, itemColumns, themeIdsSql } from "#feedback/feedback-row";
import { namedStatement, Parameters } from "#feedback/named-statement";
import type { Scope } from "#trpc/scope";

/** Items as a list shows them now, and which of them a filter finds. Items that the reader may not see are not among them. */
export async function changedRows(
  scope: Scope,
  input: { readonly itemIds: readonly string[]; readonly filter: FeedbackFilter },
): Promise<ChangedRows> {
  const narrowing = narrowingOf(scope);
  const p = new Parameters();
  const organisationId = p.add(scope.organisation.id);
  return scope.transaction(async (tx) => {
    const named = `i.id = ANY(${p.add(input.itemIds)}::uuid[])`;
    const text = `
      SELECT ${itemColumns("i")}, ${firstLineSql("t")} AS first_line, ${themeIdsSql("i.id", organisationId)} AS theme_ids,
             (${allMatching(p, narrowing, input.filter)}) AS matches
        FROM feedback_item i JOIN feedback_text t ON t.organisation_id = ${organisationId}::uuid AND t.item_id = i.id
       WHERE ${allMatching(p, narrowing, {})} AND ${named}
       ORDER BY i.received_at, i.id`;
    const rows = await tx.sql<FeedbackRowColumns & { readonly matches: boolean }>(namedStatement("live.rows", text, p));
    const ids = rows.map(({ id }) => id);
    if (ids.length > 0) await logRead(tx, scope, ids);
    return { rows: rows.map(feedbackRow), matching: rows.filter(({ matches }) => matches).map(({ id }) => id) };
  });
}
