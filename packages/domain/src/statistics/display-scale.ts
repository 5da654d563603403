import { type Fraction, differenceOf, sumOf } from "./rating-statistics.ts";

/** A scale by its ends, in whole numbers. */
export interface Scale {
  readonly min: number;
  readonly max: number;
}

/**
 * A mean on another scale, exactly and in a straight line: 3.55 of 1–5 is 63.75 of 0–100 and 7.825 of 4–10. For the eye alone, to be labelled
 * "converted": figures are never tested across scales. RangeError for a scale without length.
 */
export function convertedMean(mean: Fraction, from: Scale, to: Scale): Fraction {
  if (from.min >= from.max || to.min >= to.max) throw new RangeError("a scale goes up");
  const above = differenceOf(mean, whole(from.min));
  return sumOf([
    whole(to.min),
    {
      numerator: above.numerator * BigInt(to.max - to.min),
      denominator: above.denominator * BigInt(from.max - from.min),
    },
  ]);
}

function whole(value: number): Fraction {
  return { numerator: BigInt(value), denominator: 1n };
}
