import type { RatingCounts } from "./rating-statistics.ts";
import { baseOf } from "./rating-statistics.ts";
import type { Share } from "./share-difference.ts";
import { type ShareInterval, wilsonInterval } from "./share-interval.ts";

/** How many gave one of the highest ratings, and their share with Wilson's interval; null where nobody answered. */
export interface TopBox extends Share {
  readonly share: ShareInterval | null;
}

/** The `boxes` highest ratings of any scale. RangeError where that is none or the whole scale. */
export function topBox({ counts }: Pick<RatingCounts, "counts">, boxes = 2): TopBox {
  if (!Number.isInteger(boxes) || boxes < 1 || boxes >= counts.length)
    throw new RangeError(`${boxes} of ${counts.length} ratings are no top box`);
  const n = baseOf({ counts });
  const count = baseOf({ counts: counts.slice(-boxes) });
  return { count, n, share: wilsonInterval(count, n) };
}
