import type { z } from "zod";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { doubtOf } from "@kuultu/domain/feedback/bulk-doubt";
import {
  type BulkChange,
  type bulkPreviewSchema,
  type BulkSelection,
  decideBulk,
  type LeftAlone,
} from "@kuultu/domain/feedback/bulk-step";
import type { BulkPreview, BulkSample } from "@kuultu/domain/feedback/bulk-view";
import { isOpen } from "@kuultu/domain/feedback/triage-status";
import type { TextLanguage } from "@kuultu/domain/language";

import { bulkContext, type BulkContext } from "#feedback/bulk/bulk-context";
import { factsSql, notFound, readFacts, selected } from "#feedback/bulk/bulk-selection";
import { loggedFilter } from "#feedback/feedback-list-queries";
import { firstLineSql } from "#feedback/feedback-row";
import { namedStatement, Parameters } from "#feedback/named-statement";
import { recordAccess } from "#history/record-access";
import type { Scope } from "#trpc/scope";

interface Asked {
  readonly change: BulkChange;
  readonly selection: BulkSelection;
}

/** Items that fare alike. `facts`: what they have in common, as the database writes it. */
export interface CountedOutcome {
  readonly facts: string;
  readonly count: number;
  /** Null: they change. */
  readonly leftAlone: LeftAlone | null;
  readonly leavesQueue: boolean;
  readonly entersQueue: boolean;
  readonly endsWaiting: boolean;
}

const samplesShown = 5;

/** What a bulk step would do, counted over all that is selected, with a few samples drawn by `seed`. */
export function previewBulkStep(scope: Scope, input: z.infer<typeof bulkPreviewSchema>): Promise<BulkPreview> {
  return scope.transaction(async (tx) => {
    const context = await bulkContext(tx, scope, input.change);
    const outcomes = await countOutcomes(tx, scope, input, context);
    const found = outcomes.reduce((sum, { count }) => sum + count, 0);
    const missing = notFound(input.selection, found);
    const sum = (of: (outcome: CountedOutcome) => boolean) =>
      outcomes.filter(of).reduce((total, { count }) => total + count, 0);
    return {
      total: found + missing,
      changes: sum(({ leftAlone }) => leftAlone === null),
      leavesQueue: sum(({ leavesQueue }) => leavesQueue),
      entersQueue: sum(({ entersQueue }) => entersQueue),
      endsWaiting: sum(({ endsWaiting }) => endsWaiting),
      leftAlone: leftAloneCounts(outcomes, missing),
      samples: await drawSamples(tx, scope, input, context),
      at: scope.now.toISOString(),
    };
  });
}

function leftAloneCounts(outcomes: readonly CountedOutcome[], missing: number): BulkPreview["leftAlone"] {
  const counts = new Map<LeftAlone, number>(missing > 0 ? [["not-found", missing]] : []);
  for (const { leftAlone, count } of outcomes)
    if (leftAlone !== null) counts.set(leftAlone, (counts.get(leftAlone) ?? 0) + count);
  return [...counts].map(([code, count]) => ({ code, count })).toSorted((a, b) => b.count - a.count);
}

/** The selected items by what becomes of them. Decided once for all that are alike, by the rule for one item. */
export async function countOutcomes(
  tx: OrganisationTransaction,
  scope: Scope,
  { change, selection }: Asked,
  context: BulkContext,
): Promise<CountedOutcome[]> {
  const p = new Parameters();
  const facts = factsSql(p, scope, change, context);
  const text = `
    SELECT facts, count(*)::int AS count
      FROM (SELECT ${facts} AS facts FROM feedback_item i WHERE ${await selected(tx, p, scope, selection)}) AS item GROUP BY facts`;
  const rows = await tx.sql<{ facts: string; count: number }>(namedStatement("bulk.count", text, p));
  return rows.map((row) => ({ ...row, ...outcomeOf(change, row.facts, context) }));
}

function outcomeOf(change: BulkChange, text: string, { today }: BulkContext): Omit<CountedOutcome, "facts" | "count"> {
  const facts = readFacts(text);
  const stays = { leavesQueue: false, entersQueue: false, endsWaiting: false };
  if (!facts.permitted) return { ...stays, leftAlone: "not-permitted" };
  const outcome = decideBulk(change, facts, today, "given");
  if ("leftAlone" in outcome) return { ...stays, leftAlone: outcome.leftAlone };
  const becomes = outcome.becomes.status ?? facts.status;
  const [open, opens] = [isOpen(facts.status), isOpen(becomes)];
  const endsWaiting = facts.status === "waiting" && becomes !== "waiting";
  return { leftAlone: null, leavesQueue: open && !opens, entersQueue: !open && opens, endsWaiting };
}

interface SampleColumns {
  readonly id: string;
  readonly language: TextLanguage;
  readonly first_line: string;
  readonly body: string;
  readonly facts: string;
  readonly assignee_id: string | null;
  readonly reply_expected: boolean;
}

/** Each item has the same chance, so that the sample says something of the whole. Reading them is logged, and so is a search. */
async function drawSamples(
  tx: OrganisationTransaction,
  scope: Scope,
  { change, selection, seed }: Asked & { readonly seed: number },
  context: BulkContext,
): Promise<BulkSample[]> {
  const p = new Parameters();
  const organisationId = `${p.add(tx.organisationId)}::uuid`;
  const facts = factsSql(p, scope, change, context);
  const lot = `uuid_hash_extended(i.id, ${p.add(seed)}::bigint)`;
  const text = `
    WITH drawn AS (
      SELECT i.id, ${lot} AS lot FROM feedback_item i WHERE ${await selected(tx, p, scope, selection)} ORDER BY lot LIMIT ${samplesShown})
    SELECT i.id, i.language, ${firstLineSql("t")} AS first_line, t.title || ' ' || t.body AS body, ${facts} AS facts,
           i.assignee_id, i.reply_expected
      FROM drawn JOIN feedback_item i ON i.organisation_id = ${organisationId} AND i.id = drawn.id
      JOIN feedback_text t ON t.organisation_id = ${organisationId} AND t.item_id = i.id
     ORDER BY drawn.lot`;
  const rows = await tx.sql<SampleColumns>(namedStatement("bulk.samples", text, p));
  const search = "filter" in selection ? selection.filter.search : undefined;
  await recordAccess(tx, scope, {
    purpose: search === undefined ? "read" : "search",
    itemIds: rows.map(({ id }) => id),
    details: "filter" in selection ? loggedFilter(scope, selection.filter) : {},
  });
  return rows.map((row) => ({
    id: row.id,
    language: row.language,
    firstLine: row.first_line,
    leftAlone: outcomeOf(change, row.facts, context).leftAlone,
    doubt: doubtOf(change, {
      search,
      text: row.body,
      otherOwner: row.assignee_id !== null && row.assignee_id !== scope.staff.id,
      replyExpected: row.reply_expected,
    }),
  }));
}
