import type { ThemeCard } from "@kuultu/domain/themes/theme-view";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { useMay } from "#app/session";
import { useTRPC } from "#app/trpc";

import type { MoveOffer, MoveValues } from "./theme-move.ts";
import type { ThemeSearch } from "./theme-search.ts";

/** The themes with their mentions in the chosen round: by default the newest that has feedback. */
export function useThemeList(search: ThemeSearch) {
  const trpc = useTRPC();
  const may = useMay();
  const rounds = useQuery(trpc.rounds.list.queryOptions(undefined, { enabled: may("figures.read") }));
  const withFeedback = (rounds.data ?? [])
    .filter((round) => round.ledger.received > 0 && (round.state === "closed" || round.state === "published"))
    .toSorted((one, other) => (other.closesOn ?? "").localeCompare(one.closesOn ?? ""));
  const round =
    search.round === "all" ? undefined : (withFeedback.find((one) => one.id === search.round) ?? withFeedback[0]);
  const known = !may("figures.read") || !rounds.isPending;
  const list = useQuery(trpc.themes.list.queryOptions({ roundId: round?.id ?? null }, { enabled: known }));
  return { list, round, rounds: withFeedback };
}

export function useTheme(themeId: string) {
  const trpc = useTRPC();
  return useQuery(trpc.themes.theme.queryOptions({ themeId }));
}

/** Rounds whose shares may still change. */
export function useCollectingRounds(): ReadonlySet<string> {
  const trpc = useTRPC();
  const may = useMay();
  const { data } = useQuery(trpc.rounds.list.queryOptions(undefined, { enabled: may("figures.read") }));
  return new Set((data ?? []).filter((round) => round.state === "collecting").map((round) => round.id));
}

/** People who can own a theme or an action. */
export function useStaff() {
  const trpc = useTRPC();
  return useQuery(trpc.staff.list.queryOptions(undefined, { staleTime: 300_000 })).data ?? [];
}

/** Everything that a change of a theme touches on the screen. */
export function useThemesChanged(): () => Promise<void> {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: trpc.themes.pathKey() }),
      queries.invalidateQueries({ queryKey: trpc.trends.pathKey() }),
    ]);
  };
}

export interface ThemeMoveRequest {
  readonly card: Pick<ThemeCard, "id" | "version">;
  readonly offer: MoveOffer;
  readonly values: MoveValues;
}

/** Moves a theme; a first action that was asked for is added before the move. */
export function useMoveTheme(onMoved: (request: ThemeMoveRequest) => void) {
  const trpc = useTRPC();
  const changed = useThemesChanged();
  const { mutateAsync: addAction } = useMutation(trpc.themes.addAction.mutationOptions());
  const { mutateAsync: move } = useMutation(trpc.themes.move.mutationOptions());
  return useMutation({
    mutationFn: async ({ card, offer, values: { action, ...values } }: ThemeMoveRequest) => {
      const { version } =
        action === undefined ? card : await addAction({ themeId: card.id, version: card.version, name: action });
      await move({ themeId: card.id, version, to: offer.to, ...values });
    },
    onSuccess: (_, request) => onMoved(request),
    onSettled: changed,
  });
}
