import type { TrendPoint } from "@kuultu/domain/trends/trend-view";
import { expect, test } from "vitest";

import { multiplesData } from "./multiples-data.ts";

const blank = {
  n: null,
  mean: null,
  sd: null,
  low: null,
  high: null,
  counts: null,
  cannotSay: null,
  by: "x",
  change: null,
  published: null,
};
const days: Readonly<Record<string, string>> = { a: "2019-05-01", b: "2020-05-01", c: "2021-05-01" };
const point = (
  round: string,
  mean: string | null,
  state: TrendPoint["state"] = mean === null ? "suppressed" : "shown",
): TrendPoint => ({
  ...blank,
  round,
  roundId: round,
  on: days[round] ?? "",
  mean,
  state,
});
const input = (key: string, points: readonly TrendPoint[]) => ({ key, name: key, points, edges: [] });
const scale = { min: 1, max: 5 };

test("orders by the latest figure, keeps the colour of the given order, and puts those without a figure last", () => {
  const { multiples } = multiplesData(
    [
      input("low", [point("c", "2.00")]),
      input("hidden", [point("b", "4.90"), point("c", null)]),
      input("high", [point("c", "4.00")]),
    ],
    "en",
    scale,
  );
  expect(multiples.map((one) => [one.key, one.colour, one.latest?.y ?? null])).toEqual([
    ["high", 2, 4],
    ["low", 0, 2],
    ["hidden", 1, null],
  ]);
});

test("a round that one did not ask stands as a dash where another did", () => {
  const { multiples, from, to } = multiplesData(
    [input("old", [point("a", "3.00"), point("c", "3.10")]), input("young", [point("c", "3.00")])],
    "en",
    scale,
  );
  const young = multiples.find((one) => one.key === "young");
  expect(young?.empty).toEqual([{ x: from, round: "a", reason: "not-asked" }]);
  expect(to).toBeGreaterThan(from);
});

test("more than seven share one colour, because there is no eighth", () => {
  const inputs = ["1", "2", "3", "4", "5", "6", "7", "8"].map((key) => input(key, [point("c", "3.00")]));
  expect(new Set(multiplesData(inputs, "en", scale).multiples.map((one) => one.colour))).toEqual(new Set([0]));
});
