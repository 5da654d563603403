import { describe, expect, test } from "vitest";

import { refusal } from "#testing/refusal";

import { defaultThresholds } from "./few-answers.ts";
import { type Answers, type SeriesRound, type TrendSeries, splitPoints } from "./trend-point.ts";
import { trend } from "./trend.ts";

const round = (name: string, on: string, counts: readonly number[], more: Partial<SeriesRound> = {}): SeriesRound => ({
  roundId: `id of ${name}`,
  round: name,
  on,
  state: "published",
  asked: true,
  counts,
  cannotSay: 0,
  published: null,
  ...more,
});

const satisfactionRounds = [
  round("2019-1", "2019-04-30", [15, 50, 96, 97, 62]),
  round("2019-2", "2019-09-15", [19, 59, 109, 103, 62]),
  round("2019-3", "2019-12-22", [18, 59, 113, 111, 70]),
  round("2020-1", "2020-04-30", [17, 59, 118, 123, 83]),
  round("2020-2", "2020-09-13", [21, 68, 128, 124, 79]),
  round("2020-3", "2020-12-20", [21, 72, 142, 146, 99]),
  round("2021-1", "2021-04-30", [22, 79, 160, 165, 114]),
  round("2021-2", "2021-09-12", [23, 85, 179, 194, 139], { cannotSay: 4 }),
  round("2021-3", "2021-12-31", [5, 20, 42, 46, 34], { state: "collecting" }),
];

const series = (rounds: readonly SeriesRound[], more: Partial<TrendSeries> = {}): TrendSeries => ({
  kind: "rating",
  scaleMin: 1,
  rounds,
  edges: [],
  thresholds: defaultThresholds,
  yearPools: true,
  publishedByYear: {},
  ...more,
});

const satisfaction = series(satisfactionRounds, { edges: [{ from: "2019-3", to: "2020-1", kind: "break" }] });

describe("points", () => {
  const { points } = trend(satisfaction);
  const point = (name: string) => points.find((found) => found.round === name);

  test("a closed round shows its figures", () => {
    expect(point("2021-2")).toEqual({
      round: "2021-2",
      roundId: "id of 2021-2",
      on: "2021-09-12",
      state: "shown",
      n: 620,
      mean: "3.55",
      sd: 1.093,
      low: 3.464,
      high: 3.636,
      counts: [23, 85, 179, 194, 139],
      cannotSay: 4,
      by: null,
      change: "0.05",
      published: null,
    });
  });

  test("a collecting round tells only how many have answered", () => {
    const open = point("2021-3");
    expect([open?.state, open?.n, open?.mean, open?.counts, open?.low, open?.change]).toEqual([
      "collecting",
      147,
      null,
      null,
      null,
      null,
    ]);
  });

  test("changes go from round to round and stop at a break", () => {
    expect(points.map((found) => found.change)).toEqual([
      null,
      "-0.07",
      "0.05",
      null,
      "-0.08",
      "0.07",
      "0.02",
      "0.05",
      null,
    ]);
  });

  test("a planned round is not there at all; the order is that of time", () => {
    const mixed = trend(
      series([
        round("b", "2021-05-01", [1]),
        round("c", "2021-06-01", [1], { state: "planned" }),
        round("a", "2021-01-01", [1]),
      ]),
    );
    expect(mixed.points.map((found) => found.round)).toEqual(["a", "b"]);
  });

  test("not asked, suppressed, indicative and published look different", () => {
    const published = { figure: "mean", value: "3.84", qualifier: "exact", source: "report" } as const;
    const states = trend(
      series([
        round("1", "2019-01-01", [], { asked: false }),
        round("2", "2019-02-01", [0, 0, 3, 3, 3], { cannotSay: 2 }),
        round("3", "2019-03-01", [0, 2, 8, 8, 6]),
        round("4", "2019-04-01", [], { published }),
        round("5", "2019-05-01", []),
      ]),
    ).points;
    expect(states.map((found) => found.state)).toEqual([
      "not-asked",
      "suppressed",
      "indicative",
      "published-figure",
      "suppressed",
    ]);
    expect(states.map((found) => found.n)).toEqual([null, null, 24, null, null]);
    expect(states.map((found) => found.published)).toEqual([null, null, null, published, null]);
    const { round: _round, roundId: _id, on: _on, state: _state, ...numbers } = states[1] ?? {};
    expect(Object.values(numbers).every((value) => value === null)).toBe(true);
  });

  test("a round that did not ask is stepped over, one that is suppressed is not", () => {
    const ask = (middle: SeriesRound) =>
      trend(series([round("1", "2019-01-01", [0, 20, 20]), middle, round("3", "2019-03-01", [0, 10, 30])])).points[2]
        ?.change;
    expect(ask(round("2", "2019-02-01", [], { asked: false }))).toBe("0.25");
    expect(ask(round("2", "2019-02-01", [0, 4, 4]))).toBeNull();
  });

  test("a share of yes has Wilson's interval and no SD", () => {
    const yes = trend(series([round("1", "2021-01-01", [287, 333])], { kind: "yes_no", scaleMin: 0 })).points[0];
    expect([yes?.mean, yes?.sd, yes?.low, yes?.high]).toEqual(["0.54", null, 0.498, 0.576]);
  });
});

test.each([
  [1, 2999, "0.99"],
  [2999, 1, "0.01"],
  [0, 3000, "1.00"],
  [3000, 0, "0.00"],
])("%i no and %i yes is %s: all or none only where it is", (no, yes, mean) => {
  expect(trend(series([round("1", "2021-01-01", [no, yes])], { kind: "yes_no", scaleMin: 0 })).points[0]?.mean).toBe(
    mean,
  );
});

describe("year pools", () => {
  test("a year pools the respondents of its rounds in trends", () => {
    const { pools } = trend(satisfaction);
    expect(pools.map((pool) => [pool.label, pool.n, pool.mean, pool.rounds.length])).toEqual([
      ["2019", 1043, "3.41", 3],
      ["2020", 1300, "3.46", 3],
      ["2021", 1160, "3.53", 2],
    ]);
  });

  test("a break inside a year leaves it without a pool", () => {
    const broken = series(satisfactionRounds, { edges: [{ from: "2020-2", to: "2020-3", kind: "not_comparable" }] });
    expect(trend(broken).pools.map((pool) => pool.label)).toEqual(["2019", "2021"]);
  });

  test.each([
    [
      "one hidden round beside others would follow from the pool",
      [
        [0, 3, 5],
        [20, 20, 20],
      ],
      "suppressed",
      null,
      null,
    ],
    [
      "two hidden rounds that are enough together do not",
      [
        [0, 3, 5],
        [0, 4, 4],
        [20, 20, 20],
      ],
      "shown",
      76,
      "2.12",
    ],
    [
      "two hidden rounds that are too few together would",
      [
        [0, 1, 2],
        [0, 2, 2],
        [20, 20, 20],
      ],
      "suppressed",
      null,
      null,
    ],
    [
      "all hidden, and enough together",
      [
        [0, 3, 5],
        [0, 4, 4],
        [0, 3, 6],
      ],
      "indicative",
      25,
      "2.60",
    ],
  ])("%s", (_, counts, state, n, mean) => {
    const { pools } = trend(series(counts.map((count, index) => round(`${index}`, `2020-0${index + 1}-01`, count))));
    expect([pools[0]?.state, pools[0]?.n, pools[0]?.mean]).toEqual([state, n, mean]);
    expect([pools[0]?.counts === null, pools[0]?.low === null]).toEqual([n === null, n === null]);
  });

  test("none where the series draws none", () => {
    expect(trend({ ...satisfaction, yearPools: false }).pools).toEqual([]);
  });
});

describe("the comparison", () => {
  test("the newest round against the year before", () => {
    expect(trend(satisfaction).comparison).toEqual({
      a: "2021-2",
      b: "2020",
      difference: "0.09",
      low: -0.015,
      high: 0.195,
      t: 1.679,
      df: 1234.1,
      p: expect.closeTo(0.093, 3),
      significant: false,
      detectable: expect.closeTo(0.15, 2),
    });
  });

  test.each([
    ["2021-2", "2021-1", "0.05", null],
    ["2021", "2020", "0.07", null],
    ["2020-1", "2021-2", "-0.06", null],
    ["2021-2", "2019-3", null, "break"],
    ["2020", "2019", null, "break"],
    ["2021-2", "2021", null, "overlap"],
    ["2021-3", "2020", null, null],
  ])("%s against %s: %s %s", (a, b, difference, why) => {
    const { headline } = trend(satisfaction, { a, b });
    expect([headline.comparison?.difference ?? null, headline.why]).toEqual([difference, why]);
  });

  test("a name that is neither a round nor a year", () => {
    expect(refusal(() => trend(satisfaction, { a: "2021-2", b: "1999" }))).toBe("not-found");
  });

  test("a year divided by a break can be named, and is not compared with", () => {
    const broken = { ...satisfaction, edges: [{ from: "2020-2", to: "2020-3", kind: "break" } as const] };
    expect(trend(broken, { a: "2021-2", b: "2020" }).headline.why).toBe("break");
  });

  test("without a year before, the nearest shown round on the same stretch", () => {
    const rounds = satisfactionRounds.filter((found) => found.round.startsWith("2021"));
    expect(trend(series(rounds)).comparison?.b).toBe("2021-1");
  });

  test.each([
    ["indicative", [0, 2, 8, 8, 6]],
    ["suppressed", [0, 1, 2, 2, 1]],
  ])("a newest round that is %s is not tested", (state, counts) => {
    const { headline } = trend(series([...satisfactionRounds.slice(0, 8), round("2021-4", "2021-12-08", counts)]));
    expect([headline.a?.label, headline.a?.state, headline.comparison]).toEqual(["2021-4", state, null]);
  });

  test("asked for the first time", () => {
    const rounds = satisfactionRounds.map((found) =>
      found.on < "2021-09" ? { ...found, asked: false, counts: [] } : found,
    );
    const { headline, points } = trend(series(rounds));
    expect([headline.why, headline.comparison, headline.collecting]).toEqual([
      "first",
      null,
      { round: "2021-3", n: 147 },
    ]);
    expect(points.filter((point) => point.state === "not-asked")).toHaveLength(7);
  });

  test("a break just before the newest round", () => {
    const broken = series(satisfactionRounds, { edges: [{ from: "2021-1", to: "2021-2", kind: "break" }] });
    expect(trend(broken).headline.why).toBe("break");
  });
});

function answers(...counts: number[]): Answers {
  return { counts, cannotSay: 0 };
}

function only(value: Answers): Record<string, Answers> {
  return { "id of 2021-2": value };
}

describe("a split", () => {
  const one = series([satisfactionRounds[7] ?? round("", "", [])]);
  const values = [
    { by: "work", answers: only(answers(4, 22, 57, 71, 60)) },
    { by: "study", answers: only(answers(7, 22, 41, 37, 20)) },
    { by: "family", answers: only(answers(6, 20, 44, 44, 29)) },
    { by: "citizenship", answers: only(answers(2, 11, 19, 24, 15)) },
    { by: "protection", answers: only(answers(2, 6, 9, 10, 7)) },
    { by: "eu", answers: only(answers(1, 2, 6, 7, 7)) },
  ];
  const statesOf = (split: typeof values) =>
    Object.fromEntries(splitPoints(one, split).map((point) => [point.by, point.state]));

  test("the smallest group takes the next smallest with it", () => {
    const states = statesOf([...values, { by: "other", answers: only(answers(1, 2, 3, 1, 1)) }]);
    expect(states).toEqual({
      work: "shown",
      study: "shown",
      family: "shown",
      citizenship: "shown",
      protection: "shown",
      eu: "suppressed",
      other: "suppressed",
    });
  });

  test("those who gave no value count as a cell, so leaving them out gives nothing away", () => {
    expect(statesOf(values).eu).toBe("suppressed");
  });

  test("a value with nobody in a round is suppressed there, and a collecting round shows nothing", () => {
    const split = splitPoints(satisfaction, values);
    expect(split.find((point) => point.by === "work" && point.round === "2021-1")?.state).toBe("suppressed");
    const open = split.find((point) => point.by === "work" && point.round === "2021-3");
    expect([open?.state, open?.n]).toEqual(["collecting", null]);
  });
});
