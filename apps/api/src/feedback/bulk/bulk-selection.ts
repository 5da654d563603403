import { z } from "zod";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import {
  type BulkChange,
  bulkLooksAt,
  type BulkFacts,
  type BulkSelection,
  themesOfChange,
} from "@kuultu/domain/feedback/bulk-step";
import { feedbackStatuses } from "@kuultu/domain/feedback/triage-status";
import { feedbackKindSchema } from "@kuultu/domain/feedback/triage-schema";
import { nilId } from "@kuultu/domain/identifier";
import { type Reach, reachFor } from "@kuultu/domain/staff/permission";

import { allMatching } from "#feedback/bulk/all-matching-sql";
import type { BulkContext } from "#feedback/bulk/bulk-context";
import { narrowingOf } from "#feedback/feedback-list-queries";
import { steadyConditions } from "#feedback/filter-sql";
import type { Parameters } from "#feedback/named-statement";
import type { Scope } from "#trpc/scope";

/** Conditions on `feedback_item i` for what is selected and its asker may read, SQL. */
export async function selected(
  tx: OrganisationTransaction,
  p: Parameters,
  scope: Scope,
  selection: BulkSelection,
): Promise<string> {
  const narrowing = narrowingOf(scope);
  if ("filter" in selection) return allMatching(tx, p, narrowing, selection.filter);
  return [...steadyConditions(p, narrowing, {}), `i.id = ANY(${p.add(selection.itemIds)}::uuid[])`].join(" AND ");
}

/** How many of a selection by ids are not there, or not for the asker to see. */
export function notFound(selection: BulkSelection, found: number): number {
  return "filter" in selection ? 0 : new Set(selection.itemIds).size - found;
}

const factsSchema = z.object({
  permitted: z.boolean(),
  status: z.enum(feedbackStatuses),
  statusReason: z.string().nullable(),
  themeIds: z.array(z.string()).default([]),
  replyExpected: z.boolean().default(false),
  answered: z.boolean().default(false),
  kind: feedbackKindSchema.default("other"),
  assigneeId: z.string().nullable().default(null),
  teamId: z.string().nullable().default(null),
  waitingUntil: z.string().nullable().default(null),
  ownerMayRead: z.boolean().default(true),
});

/** The facts of an item that a change looks at, and whether its asker may triage it. */
export type SelectedFacts = BulkFacts & { readonly permitted: boolean };

/** What `factsSql` gave. */
export function readFacts(facts: string): SelectedFacts {
  return factsSchema.parse(JSON.parse(facts));
}

/**
 * All that the change looks at of `feedback_item i`, as text: items of the same text fare the same, so a million of them
 * are decided on a few dozen times. SQL.
 */
export function factsSql(p: Parameters, scope: Scope, change: BulkChange, context: BulkContext): string {
  // Added by whoever needs it: a parameter that no part of a statement names is refused.
  const organisationId = () => `${p.add(scope.organisation.id)}::uuid`;
  const sql: Readonly<Partial<Record<keyof BulkFacts, () => string>>> = {
    // Themes that the change tells apart by their names, all others as one.
    themeIds:
      () => `(SELECT coalesce(jsonb_agg(DISTINCT CASE WHEN c.theme_id = ANY(${p.add(themesOfChange(change))}::uuid[]) THEN c.theme_id
        ELSE '${nilId}' END), '[]') FROM coding c WHERE c.organisation_id = ${organisationId()} AND c.item_id = i.id)`,
    answered: () => `EXISTS (SELECT FROM answer a WHERE a.organisation_id = ${organisationId()} AND a.item_id = i.id
        AND a.state IN ('sent', 'elsewhere'))`,
    replyExpected: () => "i.reply_expected",
    kind: () => "i.kind",
    assigneeId: () => "i.assignee_id",
    teamId: () => "i.team_id",
    waitingUntil: () => "i.waiting_until",
    ownerMayRead: () => withinSql(p, context.ownerReach),
  };
  const looked = bulkLooksAt[change.step].flatMap((field) => [`'${field}'`, sql[field]?.() ?? "NULL"]);
  const permitted = withinSql(p, reachFor(scope.staff, "feedback.triage"));
  return `jsonb_build_object(${["'permitted'", permitted, "'status'", "i.status", "'statusReason'", "i.status_reason", ...looked].join(", ")})::text`;
}

function withinSql(p: Parameters, reach: Reach | null): string {
  if (reach === null) return "false";
  if (reach.wholeOrganisation) return "true";
  const [serviceIds, siteIds] = [p.add(reach.serviceIds), p.add(reach.siteIds)];
  return `(coalesce(i.service_id = ANY(${serviceIds}::uuid[]), false) OR coalesce(i.site_id = ANY(${siteIds}::uuid[]), false))`;
}
