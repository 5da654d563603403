import { mayBeCodedTo } from "@kuultu/domain/feedback/coding";
import type { ThemeCard } from "@kuultu/domain/themes/theme-view";

type PinnedTheme = Pick<ThemeCard, "id" | "version" | "pinnedDigit">;

export interface Pin {
  readonly themeId: string;
  readonly version: number;
  readonly digit: number | null;
}

/**
 * What has to be pinned anew for a key to become a theme's: a theme that is on another key changes places with the one that was here,
 * one without a key takes its place. `themeId` null: the key becomes free. Empty where nothing changes.
 */
export function pinsFor(themes: readonly PinnedTheme[], digit: number, themeId: string | null): Pin[] {
  const holder = themes.find((theme) => theme.pinnedDigit === digit);
  const wanted = themes.find((theme) => theme.id === themeId);
  if (holder?.id === wanted?.id) return [];
  const pin = (theme: PinnedTheme | undefined, to: number | null): Pin[] =>
    theme === undefined ? [] : [{ themeId: theme.id, version: theme.version, digit: to }];
  return [...pin(wanted, digit), ...pin(holder, wanted?.pinnedDigit ?? null)];
}

/** Themes that a key may be given: those that may be coded to. */
export function pinnableThemes(themes: readonly ThemeCard[]): ThemeCard[] {
  return themes.filter((theme) => mayBeCodedTo(theme.status));
}
