import type { Language } from "@kuultu/domain/language";
import type { TrendView } from "@kuultu/domain/trends/trend-view";

import { decimal, share, signedDecimal } from "#ui/figures";

/** How the figures of a series are written: means with two decimals, shares of yes as per cent. */
export interface TrendFormat {
  readonly figure: (value: string | number) => string;
  /** On an axis: as few decimals as the grid needs. */
  readonly axis: (value: number) => string;
  readonly change: (value: string | number) => string;
  readonly interval: (low: number, high: number) => string;
}

export function trendFormat(kind: TrendView["kind"], language: Language): TrendFormat {
  if (kind === "yes_no") {
    const points = (value: string | number): string => signedDecimal(language, Number(value) * 100, 0);
    return {
      figure: (value) => share(language, Number(value)),
      axis: (value) => share(language, value),
      change: points,
      interval: (low, high) => `${decimal(language, low * 100, 0)}–${share(language, high)}`,
    };
  }
  return {
    figure: (value) => decimal(language, value),
    axis: (value) => decimal(language, value, 1),
    change: (value) => signedDecimal(language, value),
    interval: (low, high) => `${decimal(language, low)}–${decimal(language, high)}`,
  };
}
