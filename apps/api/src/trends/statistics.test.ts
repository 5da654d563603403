import { expect, test } from "vitest";

import { cohenKappa } from "@kuultu/domain/statistics/coder-agreement";
import { krippendorffAlpha } from "@kuultu/domain/statistics/krippendorff-alpha";
import { mannWhitney } from "@kuultu/domain/statistics/mann-whitney";
import { benjaminiHochberg, holm } from "@kuultu/domain/statistics/many-comparisons";
import { meanDifference } from "@kuultu/domain/statistics/mean-difference";
import { rankStatistics } from "@kuultu/domain/statistics/rank-order";
import { numberOf, ratingStatistics } from "@kuultu/domain/statistics/rating-statistics";
import { relativeWeights } from "@kuultu/domain/statistics/relative-weights";
import { shareDifference } from "@kuultu/domain/statistics/share-difference";
import { topBox } from "@kuultu/domain/statistics/top-box";
import { weightedStatistics } from "@kuultu/domain/statistics/weighted-statistics";

import { type Dice, dice } from "#testing/dice";
import { type Figure, type RCase, askR, hasR } from "#testing/r";
import { codedUnits, codingTable, correlationTable, rankTable, ratingTable } from "#testing/random-tables";

/** The long run asks for thousands; the same seed gives the same tables, the few being the first of the many. */
const tables = Number(process.env["KUULTU_TABLES"] ?? 60);
const seed = 20_211_209;

/** Relative to what R says; of figures that are nought but for rounding, the difference itself. */
const allowed = 1e-9;
const nought = 1e-12;

interface Judged extends RCase {
  readonly ours: readonly Figure[];
}

const inSum = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

/** Everything that one random table is asked. */
function questions(throwDice: Dice): Judged[] {
  const { scaleMin, groups } = ratingTable(throwDice);
  const [a = [], b = []] = groups;
  const boxes = 1 + throwDice(a.length - 1);
  const [boxA, boxB] = [topBox({ counts: a }, boxes), topBox({ counts: b }, boxes)];
  const welch = meanDifference({ scaleMin, counts: a }, { scaleMin, counts: b });
  const byRank = mannWhitney(a, b);
  const shares = shareDifference(boxA, boxB);
  const ps = [...groups, ...groups].map((_, index) =>
    throwDice(3) === 0 ? 0.01 * (index % 4) : throwDice(1e6) / 1e6 ** (1 + throwDice(2)),
  );
  const weights = groups.map(() => (3 + throwDice(28)) / 10);
  const weighted = weightedStatistics(
    groups.map((counts, index) => ({ weight: weights[index] ?? 1, ratings: { scaleMin, counts } })),
  );
  return [
    ...groups.map((counts): Judged => {
      const { mean, sd, low, high } = ratingStatistics({ scaleMin, counts });
      return {
        judge: "mean",
        vectors: [counts, [scaleMin]],
        ours: [mean === null ? null : numberOf(mean), sd, low, high],
      };
    }),
    ...[boxA, boxB].map(({ count, n, share }): Judged => ({
      judge: "wilson",
      vectors: [[count], [n]],
      ours: share === null ? [null] : [share.value, share.low, share.high],
    })),
    {
      judge: "welch",
      vectors: [a, b, [scaleMin]],
      ours: welch === null ? [null] : [numberOf(welch.difference), welch.t, welch.df, welch.p, welch.low, welch.high],
    },
    { judge: "mannWhitney", vectors: [a, b], ours: byRank === null ? [null] : [byRank.u, byRank.p] },
    {
      judge: "shares",
      vectors: [boxA, boxB].map(({ count, n }) => [count, n]),
      ours: shares === null ? [null] : [shares.difference, shares.z ** 2, shares.p, shares.low, shares.high],
    },
    { judge: "holm", vectors: [ps], ours: holm(ps) },
    { judge: "benjaminiHochberg", vectors: [ps], ours: benjaminiHochberg(ps) },
    {
      judge: "weighted",
      vectors: [weights, [scaleMin], [a.length], groups.flat()],
      ours: weighted === null ? [null] : [weighted.effectiveN, weighted.mean, weighted.sd],
    },
    ...otherQuestions(throwDice),
  ];
}

/** What is not asked of ratings: rank orders, codings and correlations. */
function otherQuestions(throwDice: Dice): Judged[] {
  const ranks = rankTable(throwDice);
  const { concordance } = rankStatistics(ranks.map((own) => ({ ranks: own, count: 1 })));
  const coding = codingTable(throwDice);
  const units = codedUnits(throwDice);
  const levels = ["nominal", "ordinal", "interval"] as const;
  const { drivers, outcome } = correlationTable(throwDice);
  const weights = relativeWeights(drivers, outcome);
  return [
    {
      judge: "kendall",
      vectors: [[ranks[0]?.length ?? 0], ranks.flat()],
      ours: concordance === null ? [null] : [concordance.w, concordance.p],
    },
    { judge: "kappa", vectors: [coding.flat()], ours: [cohenKappa(coding)?.kappa ?? null] },
    {
      judge: "krippendorff",
      vectors: [[units[0]?.length ?? 0], units.flat()],
      ours: levels.map((level) => krippendorffAlpha(units, level)?.alpha ?? null),
    },
    {
      judge: "drivers",
      vectors: [drivers.flat(), outcome],
      ours: weights === null ? [null] : [weights.rSquared, ...weights.weights],
    },
  ];
}

/** The largest difference between our figures and R's; infinite where only one of the two has a figure. */
function difference(ours: readonly Figure[], theirs: readonly Figure[]): number {
  const none = (figures: readonly Figure[]) => figures.every((figure) => figure === null);
  if (none(ours) && none(theirs)) return 0;
  if (ours.length !== theirs.length) return Number.POSITIVE_INFINITY;
  return Math.max(
    ...ours.map((own, index) => {
      const their = theirs[index] ?? null;
      if (own === null || their === null) return own === their ? 0 : Number.POSITIVE_INFINITY;
      const apart = Math.abs(own - their);
      return Math.abs(their) <= nought ? apart : apart / Math.abs(their);
    }),
  );
}

test.runIf(hasR())(
  `R comes to the same figures in ${tables} random tables (left out where Rscript is not found)`,
  () => {
    const throwDice = dice(seed);
    const asked = Array.from({ length: tables }, () => questions(throwDice)).flat();
    const answers = askR(asked);
    expect(answers).toHaveLength(asked.length);
    const worst = new Map<string, { times: number; without: number; difference: number }>();
    const apart: object[] = [];
    asked.forEach((question, index) => {
      const theirs = answers[index] ?? [];
      const found = difference(question.ours, theirs);
      if (found > allowed) apart.push({ ...question, theirs });
      const before = worst.get(question.judge) ?? { times: 0, without: 0, difference: 0 };
      worst.set(question.judge, {
        times: before.times + 1,
        without: before.without + Number(question.ours[0] === null),
        difference: Math.max(before.difference, found),
      });
    });
    expect(apart).toEqual([]);
    for (const [judge, { times, without, difference: largest }] of worst) {
      if (process.env["KUULTU_TABLES"] !== undefined)
        console.log(
          `${judge}: ${times} compared (${without} without a figure), largest difference ${largest.toExponential(1)}`,
        );
      // What never has a figure would prove nothing.
      expect([judge, times - without > tables / 4]).toEqual([judge, true]);
    }
  },
);

test("the random tables have empty, single, tied, skewed and large groups among them", () => {
  const throwDice = dice(seed);
  const groups = Array.from({ length: 60 }, () => ratingTable(throwDice)).flatMap((table) => table.groups);
  for (const is of [
    (counts: readonly number[]) => inSum(counts) === 0,
    (counts: readonly number[]) => inSum(counts) === 1,
    (counts: readonly number[]) => inSum(counts) > 1 && counts.filter((count) => count > 0).length === 1,
    (counts: readonly number[]) => inSum(counts) > 20 && Math.max(...counts) > 0.7 * inSum(counts),
    (counts: readonly number[]) => inSum(counts) > 10_000,
  ])
    expect(groups.filter(is).length).toBeGreaterThan(3);
});
