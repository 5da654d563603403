import { type BuiltInView, builtInFilter, builtInViews, type SavedView } from "@kuultu/domain/feedback/saved-view";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useOrganisation } from "#app/session";
import { useTRPC } from "#app/trpc";
import { useAnnounce } from "#ui/announcement";

import { type FeedbackSearch, lookOf, sameLook, searchOf, type ViewLook } from "./feedback-search.ts";

/** A view as the list of views shows it. */
export interface ListedView extends ViewLook {
  /** The id of a saved one, or the name of a built-in one. */
  readonly key: string;
  readonly name: string;
  readonly count: { readonly total: number; readonly capped: boolean } | undefined;
  /** Null: one of those that everyone has. */
  readonly saved: SavedView | null;
  /** It was opened, and nothing of it was changed since. */
  readonly open: boolean;
  /** It was opened, and the filters were changed since. */
  readonly changed: boolean;
}

export interface Views {
  readonly all: readonly ListedView[];
  /** The filters and the order of now. */
  readonly look: ViewLook;
  readonly show: (view: ListedView) => void;
  /** Keeps the filters and the order of now under a name, and opens that. */
  readonly save: (name: string, shared: boolean) => void;
  readonly change: (view: SavedView, change: { name?: string; shared?: boolean; look?: ViewLook }) => void;
  readonly remove: (view: SavedView) => void;
  /** One place up or down among one's own. */
  readonly move: (view: SavedView, by: 1 | -1) => void;
}

/** Built-in views that the states above the facets do not show already. */
const listedBuiltIn: readonly BuiltInView[] = builtInViews.filter((view) => view !== "past-target");

/** The saved views of a person and those shared with them, each with how many it shows now. */
export function useViews(search: FeedbackSearch): Views {
  const { t } = useTranslation("views");
  const trpc = useTRPC();
  const cache = useQueryClient();
  const navigate = useNavigate({ from: "/$organisation/feedback" });
  const announce = useAnnounce();
  const errorWords = useErrorWords();
  const { staffId } = useOrganisation();
  const saved = useQuery(trpc.feedback.views.queryOptions(undefined, { staleTime: 60_000 })).data ?? [];
  const counts = useQuery(trpc.feedback.viewCounts.queryOptions(undefined, { staleTime: 15_000 })).data;
  const settled = {
    onError: (error: unknown) => announce(t("refused", { reason: errorWords(error) })),
    onSettled: async () => {
      await cache.invalidateQueries(trpc.feedback.views.queryFilter());
      void cache.invalidateQueries(trpc.feedback.viewCounts.queryFilter());
    },
  };
  const said = { onSuccess: (view: SavedView) => announce(t("saidSaved", { name: view.name })) };
  const save = useMutation(trpc.feedback.saveView.mutationOptions({ ...settled, ...said }));
  const change = useMutation(trpc.feedback.changeView.mutationOptions({ ...settled, ...said }));
  const remove = useMutation(trpc.feedback.removeView.mutationOptions(settled));
  const arrange = useMutation(trpc.feedback.arrangeViews.mutationOptions(settled));

  const now = lookOf(search);
  const opened = saved.some((view) => view.id === search.view);
  const listed = (key: string, name: string, look: ViewLook, view: SavedView | null): ListedView => {
    const same = sameLook(look, now);
    const isOpened = view !== null && search.view === view.id;
    return {
      key,
      name,
      filter: look.filter,
      order: look.order,
      count: counts?.[key],
      saved: view,
      open: same && (isOpened || !opened),
      changed: isOpened && !same,
    };
  };
  const go = (look: ViewLook, view: string | undefined): void => void navigate({ search: () => searchOf(look, view) });
  return {
    look: now,
    all: [
      ...listedBuiltIn.map((view) =>
        listed(view, t(`built.${view}`), { filter: builtInFilter(view, staffId), order: "oldest" }, null),
      ),
      ...saved.map((view) => listed(view.id, view.name, view, view)),
    ],
    show: (view) => {
      go(view, view.saved?.id);
      announce(t("saidOpened", { name: view.name }));
    },
    save: (name, shared) =>
      save.mutate(
        { viewId: crypto.randomUUID(), name, shared, filter: now.filter, order: now.order },
        { onSuccess: (view) => go(view, view.id) },
      ),
    change: (view, part) => change.mutate({ viewId: view.id, version: view.version, ...part }),
    remove: (view) =>
      remove.mutate(
        { viewId: view.id, version: view.version },
        { onSuccess: () => announce(t("saidRemoved", { name: view.name })) },
      ),
    move: (view, by) => {
      const own = saved.filter((each) => each.own).map((each) => each.id);
      const at = own.indexOf(view.id);
      const [moved, other] = [own[at], own[at + by]];
      if (moved === undefined || other === undefined) return;
      arrange.mutate({ viewIds: own.with(at, other).with(at + by, moved) });
    },
  };
}
