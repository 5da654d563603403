import { expect, it } from "vitest";

import { flowChartData } from "./flow-chart-data.ts";

const day = (of: string, received: number, processed: number) => ({ day: of, working: true, received, processed });

it("begins at nothing and ends at a round number above the most of a day", () => {
  const steps = [
    [0, 1, 1],
    [3, 3, 1],
    [7, 8, 2],
    [12, 15, 5],
    [41, 50, 10],
    [230, 250, 50],
  ] as const;
  for (const [most, max, step] of steps)
    expect({ most, ...flowChartData([day("2021-12-01", most, 0), day("2021-12-02", 0, most)]) }).toMatchObject({
      most,
      max,
      step,
    });
});

it("marks the Mondays", () => {
  const days = ["2021-12-04", "2021-12-05", "2021-12-06", "2021-12-07"].map((of) => day(of, 1, 1));
  expect(flowChartData(days).ticks.map((tick) => tick.day)).toEqual(["2021-12-06"]);
});
