import { type Fraction, type RatingCounts, differenceOf, meanOf, pooledCounts, sumOf } from "./rating-statistics.ts";

/** One group's ratings in the earlier and the later round, both on one scale; either may be of nobody. */
export interface GroupRatings {
  readonly before: RatingCounts;
  readonly after: RatingCounts;
}

/** The two parts of a change of means, exactly, in the unit of the ratings. */
export interface ChangeParts {
  /** Because the groups' shares of the answers changed. */
  readonly mix: Fraction;
  /** Because the means within the groups changed. */
  readonly within: Fraction;
}

export interface ChangeDecomposition extends ChangeParts {
  /** mix + within, to the last digit. */
  readonly change: Fraction;
  /** By group; these add up to the whole. */
  readonly groups: readonly ChangeParts[];
}

/**
 * E. M. Kitagawa (1955), the symmetric form without interaction (Oaxaca–Blinder with average weights):
 * mix_g = (p₂−p₁)·((m₁+m₂)/2 − M), within_g = (m₂−m₁)·(p₁+p₂)/2, with p a group's share, m its mean, and M the mean of the two overall means.
 * Σ(p₂−p₁) = 0, so M changes no total; it lets a group's mix say whether more came of those above or below. A group with answers in one round
 * only takes its mean from that round, so that it counts as mix alone. Null where a round has no answers.
 */
export function changeDecomposition(groups: readonly GroupRatings[]): ChangeDecomposition | null {
  const sides = groups.map(({ before, after }) => ({ before: meanOf(before), after: meanOf(after) }));
  const scaleMin = groups[0]?.before.scaleMin ?? 0;
  const pooled = (side: "before" | "after") => pooledCounts(groups.map((group) => group[side].counts));
  const [before, after] = [
    meanOf({ scaleMin, counts: pooled("before") }),
    meanOf({ scaleMin, counts: pooled("after") }),
  ];
  if (before === null || after === null) return null;
  const middle = half(sumOf([before, after]));
  const parts = sides.map((side): ChangeParts => {
    const [m1, m2] = [side.before ?? side.after, side.after ?? side.before];
    if (m1 === null || m2 === null) return { mix: nought, within: nought };
    const [p1, p2] = [shareOf(side.before, before), shareOf(side.after, after)];
    return {
      mix: product(differenceOf(p2, p1), differenceOf(half(sumOf([m1, m2])), middle)),
      within: product(differenceOf(m2, m1), half(sumOf([p1, p2]))),
    };
  });
  return {
    change: differenceOf(after, before),
    mix: sumOf(parts.map((part) => part.mix)),
    within: sumOf(parts.map((part) => part.within)),
    groups: parts,
  };
}

const nought: Fraction = { numerator: 0n, denominator: 1n };

/** A mean's denominator is its base: a group's over the round's is the group's share. */
function shareOf(group: Fraction | null, round: Fraction): Fraction {
  return group === null ? nought : { numerator: group.denominator, denominator: round.denominator };
}

function half({ numerator, denominator }: Fraction): Fraction {
  return { numerator, denominator: 2n * denominator };
}

function product(a: Fraction, b: Fraction): Fraction {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}
