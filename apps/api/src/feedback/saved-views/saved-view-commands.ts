import type { z } from "zod";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { mostViews, requireChangeable, type SavedView } from "@kuultu/domain/feedback/saved-view";
import {
  type arrangeViewsSchema,
  type changeViewSchema,
  type removeViewSchema,
  type saveViewSchema,
} from "@kuultu/domain/feedback/saved-view-step";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { savedView, viewColumns } from "#feedback/saved-views/saved-view-queries";
import { newStep, recordChange } from "#history/record-change";
import { lockNames } from "#staff/name-lock";
import type { Scope } from "#trpc/scope";

/** Keeps a filter and an order under a name. */
export function saveView(scope: Scope, input: z.infer<typeof saveViewSchema>): Promise<SavedView> {
  return scope.transaction(async (tx) => {
    const { organisationId } = tx;
    const { viewId: id, name, shared, filter, order } = input;
    const staffId = scope.staff.id;
    await lockNames(tx, "view");
    const there = await tx.savedView.findUnique({
      where: { organisationId_id: { organisationId, id } },
      select: viewColumns,
    });
    if (there !== null) {
      requireChangeable(scope.staff, there);
      return savedView(scope, there, null);
    }
    const own = await tx.savedView.findMany({ where: { organisationId, staffId }, select: { name: true } });
    if (own.length >= mostViews) throw new RuleViolation("feedback.too-many-views", { most: mostViews });
    if (own.some((view) => view.name === name)) throw new RuleViolation("feedback.view-name-taken");
    const stored = await tx.savedView.create({
      data: {
        organisationId,
        id,
        staffId,
        name,
        shared,
        filter,
        order,
        position: own.length,
        savedAt: scope.now,
      },
      select: viewColumns,
    });
    await record(tx, scope, id, { shared: [null, String(shared)], version: [null, 1] }, name);
    return savedView(scope, stored, null);
  });
}

/** Changes what is named. `changed-meanwhile` where somebody has changed it since. */
export function changeView(scope: Scope, input: z.infer<typeof changeViewSchema>): Promise<SavedView> {
  return scope.transaction(async (tx) => {
    const { organisationId } = tx;
    const before = await lockView(tx, scope, input.viewId, input.version);
    const name = input.name ?? before.name;
    if (name !== before.name) await lockNames(tx, "view");
    const namesake = await tx.savedView.findFirst({
      where: { organisationId, staffId: before.staffId, name, id: { not: before.id } },
      select: { id: true },
    });
    if (namesake !== null) throw new RuleViolation("feedback.view-name-taken");
    const shared = input.shared ?? before.shared;
    const stored = await tx.savedView.update({
      where: { organisationId_id: { organisationId, id: before.id } },
      data: { name, shared, ...input.look, version: before.version + 1, savedAt: scope.now },
      select: viewColumns,
    });
    const values = {
      ...(shared !== before.shared && { shared: [String(before.shared), String(shared)] as const }),
      version: [before.version, stored.version] as const,
    };
    await record(tx, scope, before.id, values, name);
    const maker = await tx.staff.findFirst({
      where: { organisationId, id: stored.staffId },
      select: { name: true },
    });
    return savedView(scope, stored, maker?.name ?? null);
  });
}

export function removeView(scope: Scope, input: z.infer<typeof removeViewSchema>): Promise<{ id: string }> {
  return scope.transaction(async (tx) => {
    const { id, name, version } = await lockView(tx, scope, input.viewId, input.version);
    await tx.savedView.delete({
      where: { organisationId_id: { organisationId: tx.organisationId, id } },
      select: { id: true },
    });
    const entry = { subject: "view", subjectId: id, change: "view.removed" } as const;
    await recordChange(tx, scope, newStep(), [{ ...entry, values: { version: [version, null] }, texts: { name } }]);
    return { id };
  });
}

/** Puts one's own views in an order; those that are not named keep their places behind. */
export function arrangeViews(scope: Scope, input: z.infer<typeof arrangeViewsSchema>): Promise<{ count: number }> {
  return scope.transaction(async (tx) => {
    const { organisationId } = tx;
    const own = await tx.savedView.findMany({
      where: { organisationId, staffId: scope.staff.id },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: { id: true },
    });
    const ownIds = own.map(({ id }) => id);
    if (input.viewIds.some((id) => !ownIds.includes(id))) throw new RuleViolation("not-found");
    const order = [...new Set([...input.viewIds, ...ownIds])];
    await tx.sql({
      name: "saved-view.arrange",
      text: `UPDATE saved_view v SET position = o.place - 1
        FROM unnest($2::uuid[]) WITH ORDINALITY AS o (id, place) WHERE v.organisation_id = $1::uuid AND v.id = o.id`,
      values: [organisationId, order],
    });
    const entry = { subject: "staff", subjectId: scope.staff.id, change: "view.arranged" } as const;
    await recordChange(tx, scope, newStep(), [{ ...entry, values: { views: [null, order.length] } }]);
    return { count: order.length };
  });
}

async function record(
  tx: OrganisationTransaction,
  scope: Scope,
  subjectId: string,
  values: Readonly<Record<string, readonly [string | number | null, string | number | null]>>,
  name: string,
): Promise<void> {
  const entry = { subject: "view", subjectId, change: "view.saved", values, texts: { name } } as const;
  await recordChange(tx, scope, newStep(), [entry]);
}

/** `not-found` also where it is somebody else's own; `changed-meanwhile` where it has been changed since. */
async function lockView(tx: OrganisationTransaction, scope: Scope, id: string, version: number) {
  await tx.sql({
    name: "saved-view.lock",
    text: "SELECT FROM saved_view WHERE organisation_id = $1::uuid AND id = $2::uuid FOR UPDATE",
    values: [tx.organisationId, id],
  });
  const view = await tx.savedView.findUnique({
    where: { organisationId_id: { organisationId: tx.organisationId, id } },
    select: viewColumns,
  });
  requireChangeable(scope.staff, view);
  if (view === null) throw new RuleViolation("not-found");
  if (view.version !== version) throw new RuleViolation("changed-meanwhile", { version: view.version });
  return view;
}
