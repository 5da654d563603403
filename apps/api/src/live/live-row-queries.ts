import type { FeedbackFilter } from "@kuultu/domain/feedback/feedback-filter";
import type { ChangedRows } from "@kuultu/domain/live/live-view";

import { allMatching } from "#feedback/bulk/all-matching-sql";
import { logRead } from "#feedback/feedback-item-queries";
import { narrowingOf } from "#feedback/feedback-list-queries";
import { feedbackRow, type FeedbackRowColumns, firstLineSql, itemColumns, themeIdsSql } from "#feedback/feedback-row";
import { namedStatement, Parameters } from "#feedback/named-statement";
import { type FoundText, foundPassages, foundTextSql } from "#search/found-passage";
import { searchQuery } from "#search/search-query";
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
    const { search } = input.filter;
    const query = search === undefined ? null : await searchQuery(tx, scope.analyser, search);
    const named = `i.id = ANY(${p.add(input.itemIds)}::uuid[])`;
    const text = `
      SELECT ${itemColumns("i")}, ${firstLineSql("t")} AS first_line, ${themeIdsSql("i.id", organisationId)} AS theme_ids,
             (${await allMatching(tx, p, narrowing, input.filter)}) AS matches ${query === null ? "" : foundTextSql("t")}
        FROM feedback_item i JOIN feedback_text t ON t.organisation_id = ${organisationId}::uuid AND t.item_id = i.id
       WHERE ${await allMatching(tx, p, narrowing, {})} AND ${named}
       ORDER BY i.received_at, i.id`;
    const rows = await tx.sql<FeedbackRowColumns & FoundText & { readonly matches: boolean }>(
      namedStatement("live.rows", text, p),
    );
    const passages = query === null ? [] : await foundPassages(tx, scope.analyser, query, rows);
    const ids = rows.map(({ id }) => id);
    if (ids.length > 0) await logRead(tx, scope, ids);
    return {
      rows: rows.map((row, index) => ({ ...feedbackRow(row), ...passages[index] })),
      matching: rows.filter(({ matches }) => matches).map(({ id }) => id),
    };
  });
}
