import type { MeasureView, ThemeDetail } from "@kuultu/domain/themes/theme-view";
import { describe, expect, test } from "vitest";

import { latestMention, measureStand, mentionChange, mentionScale } from "./theme-story.ts";

type Mentioned = ThemeDetail["mentionsByRound"][number];

const mention = (round: string, share: Mentioned["share"], count: number | null = 20): Mentioned => ({
  roundId: round,
  round,
  count,
  base: 100,
  share,
});
const told = (mentionsByRound: readonly Mentioned[]): ThemeDetail => ({
  id: "t",
  parentId: null,
  names: {},
  status: "new",
  owner: null,
  targetOn: null,
  startedOn: null,
  deliveredOn: null,
  publicReason: null,
  actions: 0,
  actionsDelivered: 0,
  measures: 0,
  pinnedDigit: null,
  version: 1,
  mentions: null,
  share: null,
  moves: [],
  late: false,
  descriptions: {},
  noMeasureReason: null,
  evidence: null,
  actionRows: [],
  measureRows: [],
  mentionsByRound,
  items: null,
  history: [],
});

describe("what is said", () => {
  test("the latest mention passes over a suppressed round", () => {
    expect(
      latestMention(told([mention("new", null, null), mention("old", { value: 0.2, low: 0.1, high: 0.3 })]), new Set())
        ?.round,
    ).toBe("old");
    expect(latestMention(told([]), new Set())).toBeNull();
  });

  test("a round that still collects speaks only where no other can", () => {
    const share = { value: 0.2, low: 0.1, high: 0.3 };
    const theme = told([mention("new", share), mention("old", share)]);
    expect(latestMention(theme, new Set(["new"]))?.round).toBe("old");
    expect(latestMention(told([mention("new", share)]), new Set(["new"]))?.round).toBe("new");
  });

  test("intervals that meet do not tell the rounds apart", () => {
    const old = mention("old", { value: 0.45, low: 0.39, high: 0.51 });
    expect(mentionChange(told([mention("new", { value: 0.41, low: 0.36, high: 0.46 }), old]))).toBe("overlapping");
    expect(mentionChange(told([mention("new", { value: 0.2, low: 0.15, high: 0.25 }), old]))).toBe("apart");
    expect(mentionChange(told([old]))).toBe("single");
  });

  test("the scale is whole twentieths around the intervals", () => {
    expect(mentionScale(told([mention("a", { value: 0.41, low: 0.36, high: 0.51 })]))).toEqual({
      from: 0.35,
      to: 0.55,
    });
    expect(mentionScale(told([mention("a", { value: 0.3, low: 0.25, high: 0.35 })]))).toEqual({ from: 0.25, to: 0.35 });
  });
});

describe("where a measure stands", () => {
  const measurement = (value: string, periodEnd: string, qualifier: "exact" | "almost" = "exact") => ({
    id: periodEnd,
    value,
    qualifier,
    periodStart: periodEnd,
    periodEnd,
    complete: true,
    published: true,
  });
  const days: MeasureView = {
    id: "m",
    name: "Wait",
    definition: "",
    unit: "d",
    direction: "down",
    targetValue: "30",
    targetOn: null,
    measurements: [],
    figures: [],
  };

  test("143 to 74 days on the way to 30 is 61 % of it, whatever the order of entry", () => {
    const stand = measureStand({
      ...days,
      measurements: [measurement("74", "2021-12-31"), measurement("143", "2020-12-31")],
    });
    expect(stand.change).toBe(-69);
    expect(stand.way).toBeCloseTo(69 / 113, 10);
  });

  test("a qualified figure enters no arithmetic", () => {
    expect(
      measureStand({
        ...days,
        measurements: [measurement("143", "2020-12-31", "almost"), measurement("74", "2021-12-31")],
      }),
    ).toMatchObject({ change: null, way: null });
  });

  test("one measurement is a beginning and no change; no target is no way", () => {
    expect(measureStand({ ...days, measurements: [measurement("143", "2020-12-31")] })).toMatchObject({
      latest: null,
      change: null,
    });
    expect(
      measureStand({
        ...days,
        targetValue: null,
        measurements: [measurement("143", "2020-12-31"), measurement("74", "2021-12-31")],
      }),
    ).toMatchObject({ change: -69, way: null });
  });
});
