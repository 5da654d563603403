import type { ThemeStatus } from "@kuultu/domain/themes/theme-status";
import type { ThemeCard } from "@kuultu/domain/themes/theme-view";

import { themePath } from "./theme-move.ts";

export interface BoardColumn {
  readonly status: ThemeStatus;
  readonly cards: readonly ThemeCard[];
}

/** A column for each state on the way, and the declined under the verified ones; merged themes live on in what they went into. */
export interface Board {
  readonly columns: readonly BoardColumn[];
  readonly declined: BoardColumn;
}

const late = (card: ThemeCard): number => (card.late ? 1 : 0);

/** The late first, then the most mentioned; those with suppressed mentions after those with a number. */
export function boardOf(themes: readonly ThemeCard[], ownerId: string | undefined): Board {
  const shown = themes.filter((card) => ownerId === undefined || card.owner?.id === ownerId);
  const column = (status: ThemeStatus): BoardColumn => ({
    status,
    cards: shown
      .filter((card) => card.status === status)
      .toSorted((one, other) => late(other) - late(one) || (other.mentions ?? -1) - (one.mentions ?? -1)),
  });
  return { columns: themePath.map(column), declined: column("declined") };
}

/** Everyone who owns a theme, once, in the order of first appearance. */
export function ownersOf(themes: readonly ThemeCard[]): { readonly id: string; readonly name: string }[] {
  return [
    ...new Map(themes.flatMap((card) => (card.owner === null ? [] : [[card.owner.id, card.owner] as const]))).values(),
  ];
}
