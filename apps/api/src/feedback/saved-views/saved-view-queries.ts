import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import {
  type FeedbackFilter,
  feedbackFilterSchema,
  feedbackOrderSchema,
} from "@kuultu/domain/feedback/feedback-filter";
import {
  builtInFilter,
  builtInViews,
  mayChangeView,
  type SavedView,
  type ViewCounts,
} from "@kuultu/domain/feedback/saved-view";

import { countMatching } from "#feedback/counts/match-count-queries";
import { loggedFilter, narrowingOf } from "#feedback/feedback-list-queries";
import { recordAccess } from "#history/record-access";
import type { Scope } from "#trpc/scope";

export const viewColumns = {
  id: true,
  staffId: true,
  name: true,
  shared: true,
  filter: true,
  order: true,
  version: true,
} as const;

interface StoredView {
  readonly id: string;
  readonly staffId: string;
  readonly name: string;
  readonly shared: boolean;
  readonly filter: unknown;
  readonly order: string;
  readonly version: number;
}

/** One's own views in one's own order, then the shared ones of others by name. */
export function listViews(scope: Scope): Promise<SavedView[]> {
  return scope.transaction(async (tx) => {
    const stored = await viewsOf(tx, scope.staff.id);
    const makers = await tx.staff.findMany({
      where: { organisationId: tx.organisationId, id: { in: stored.map((view) => view.staffId) } },
      select: { id: true, name: true },
    });
    const names = new Map(makers.map(({ id, name }) => [id, name]));
    return stored.map((view) => savedView(scope, view, names.get(view.staffId) ?? null));
  });
}

/**
 * How many each of these views shows now, the built-in ones among them; where there are very many, that many or more. Counting
 * a search is a search: one entry in the access log names, by their digests, all that the views search for.
 */
export function countViews(scope: Scope): Promise<ViewCounts> {
  return scope.transaction(async (tx) => {
    const stored = await viewsOf(tx, scope.staff.id);
    const filters: (readonly [string, FeedbackFilter])[] = [
      ...builtInViews.map((view) => [view, builtInFilter(view, scope.staff.id)] as const),
      ...stored.map((view) => [view.id, storedFilter(view)] as const),
    ];
    const digests = filters
      .filter(([, filter]) => filter.search !== undefined)
      .map(([, { search }]) => loggedFilter(scope, { search })["search"]);
    if (digests.length > 0) {
      const details = { search: [...new Set(digests)].join(" "), views: digests.length };
      await recordAccess(tx, scope, { purpose: "search", itemIds: [], details });
    }
    const counts = await countMatching(
      tx,
      narrowingOf(scope),
      filters.map(([, filter]) => filter),
    );
    return Object.fromEntries(filters.map(([name], index) => [name, counts[index] ?? { total: 0, capped: false }]));
  });
}

export function savedView(scope: Scope, view: StoredView, makerName: string | null): SavedView {
  const own = view.staffId === scope.staff.id;
  return {
    id: view.id,
    name: view.name,
    shared: view.shared,
    own,
    makerName: own ? null : makerName,
    changeable: mayChangeView(scope.staff, view),
    filter: storedFilter(view),
    order: feedbackOrderSchema.catch("oldest").parse(view.order),
    version: view.version,
  };
}

/** A filter that was stored by an older version keeps what is still understood. */
function storedFilter(view: StoredView): FeedbackFilter {
  const parsed = feedbackFilterSchema.safeParse(view.filter);
  return parsed.success ? parsed.data : {};
}

async function viewsOf(tx: OrganisationTransaction, staffId: string): Promise<StoredView[]> {
  const { organisationId } = tx;
  const own = await tx.savedView.findMany({
    where: { organisationId, staffId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    select: viewColumns,
  });
  const shared = await tx.savedView.findMany({
    where: { organisationId, shared: true, staffId: { not: staffId } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: viewColumns,
  });
  return [...own, ...shared];
}
