import { expect, test } from "vitest";

import { benchUsage, readBenchArguments } from "#testing/bench-arguments";

test.each([
  [["--hlep"], "Unknown option '--hlep'."],
  [["--sizes"], "Option '--sizes <value>' argument missing."],
  [["--sizes", "many"], '--sizes are numbers of items from 100 up, with commas between, not "many".'],
  [["feedbak"], 'Nothing that is measured is called "feedbak".'],
  [["feedback.count"], 'Nothing that is measured is called "feedback.count".'],
])("%j is refused in one line", (given, said) => {
  expect(readBenchArguments(given)).toBe(said);
});

test("what is named is measured, whole features and parts of them; everything where nothing is named", () => {
  const wantedBy = (...given: string[]) => {
    const read = readBenchArguments(given);
    if (typeof read === "string") throw new Error(read);
    return ["feedback", "feedback.counts.one.open", "feedback.list.none", "trends"].filter(read.wanted);
  };
  expect(wantedBy()).toHaveLength(4);
  expect(wantedBy("feedback.counts.one")).toEqual(["feedback", "feedback.counts.one.open"]);
  expect(wantedBy("trends", "feedback.list")).toEqual(["feedback", "feedback.list.none", "trends"]);
});

test("help names every feature", () => {
  expect(readBenchArguments(["--help"])).toMatchObject({ help: true });
  for (const feature of ["feedback", "intake", "screen", "trends"]) expect(benchUsage).toContain(`${feature} (`);
});
