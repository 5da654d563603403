import { describe, expect, test } from "vitest";

import {
  addDays,
  addMonths,
  addWorkingDays,
  closedWeekdays,
  dayIn,
  daysBetween,
  isWorkingDay,
  startOfDay,
  startOfNextDay,
  statutoryDue,
} from "./calendar.ts";
import { workingDaysBetween } from "./day.ts";

describe("days", () => {
  test.each([
    ["2021-09-12T20:59:59Z", "2021-09-12"],
    ["2021-09-12T21:00:00Z", "2021-09-13"],
    ["2021-12-31T21:59:59Z", "2021-12-31"],
    ["2021-12-31T22:00:00Z", "2022-01-01"],
    ["2021-03-28T00:30:00Z", "2021-03-28"],
  ])("%s is %s in Helsinki", (instant, day) => {
    expect(dayIn(new Date(instant))).toBe(day);
  });

  test("another time zone has its own day", () => {
    expect(dayIn(new Date("2021-09-12T21:00:00Z"), "Europe/Stockholm")).toBe("2021-09-12");
  });

  test.each([
    ["2021-03-27", "2021-03-26T22:00:00.000Z", 24],
    ["2021-03-28", "2021-03-27T22:00:00.000Z", 23],
    ["2021-03-29", "2021-03-28T21:00:00.000Z", 24],
    ["2021-10-31", "2021-10-30T21:00:00.000Z", 25],
    ["2021-11-01", "2021-10-31T22:00:00.000Z", 24],
  ])("%s begins at %s and has %i hours", (day, start, hours) => {
    expect(startOfDay(day).toISOString()).toBe(start);
    expect((startOfNextDay(day).getTime() - startOfDay(day).getTime()) / 3_600_000).toBe(hours);
  });

  test.each([
    ["2021-02-28", 1, "2021-03-01"],
    ["2020-02-28", 1, "2020-02-29"],
    ["2021-01-01", -1, "2020-12-31"],
    ["2021-03-27", 2, "2021-03-29"],
  ])("%s and %i days is %s", (day, n, result) => {
    expect(addDays(day, n)).toBe(result);
    expect(daysBetween(day, result)).toBe(n);
  });

  test.each(["2021-02-29", "2021-13-01", "yesterday"])("%s is no day", (text) => {
    expect(() => addDays(text, 1)).toThrow(RangeError);
  });
});

describe("working days", () => {
  test.each([
    ["2021-12-06", false, "Independence Day"],
    ["2021-12-24", false, "Christmas Eve"],
    ["2021-06-25", false, "Midsummer Eve"],
    ["2021-12-31", true, "New Year's Eve, a Friday"],
    ["2021-04-02", false, "Good Friday"],
    ["2021-05-13", false, "Ascension Day"],
    ["2022-01-06", false, "Epiphany"],
    ["2021-12-11", false, "a Saturday"],
    ["2021-12-09", true, "a Thursday"],
  ])("%s: %s (%s)", (day, working) => {
    expect(isWorkingDay(day)).toBe(working);
  });

  test.each([
    ["2021-12-01", 5, "2021-12-09"],
    ["2021-12-03", 1, "2021-12-07"],
    ["2021-12-23", 1, "2021-12-27"],
    ["2021-12-30", 2, "2022-01-03"],
    ["2021-12-04", 0, "2021-12-04"],
  ])("%s and %i working days is %s", (day, n, result) => {
    expect(addWorkingDays(day, n)).toBe(result);
  });

  test.each([
    ["2021-12-09", 14, "2021-12-23", "a working day stays"],
    ["2021-12-10", 14, "2021-12-27", "Christmas Eve moves past the whole of Christmas"],
    ["2021-06-11", 14, "2021-06-28", "Midsummer Eve moves to Monday"],
    ["2021-11-22", 14, "2021-12-07", "Independence Day moves on"],
    ["2021-12-17", 14, "2021-12-31", "New Year's Eve stays"],
  ])("arrived %s, %i days: due %s (%s)", (day, days, due) => {
    expect(statutoryDue(day, { days })).toBe(due);
  });

  test.each([
    ["2021-11-09", 1, "2021-12-09", "the day of the same number"],
    ["2021-11-06", 1, "2021-12-07", "Independence Day moves on"],
    ["2022-01-31", 1, "2022-02-28", "a month without such a day ends on its last"],
    ["2023-12-31", 2, "2024-02-29", "also in a leap year, over the turn of the year"],
    ["2021-10-31", 1, "2021-11-30", "thirty days has November"],
    ["2021-11-11", 1, "2021-12-13", "a Saturday moves to Monday"],
    ["2021-11-24", 1, "2021-12-27", "Christmas Eve moves past the whole of Christmas"],
    ["2021-03-25", 3, "2021-06-28", "Midsummer Eve moves to Monday"],
  ])("arrived %s, %i months: due %s (%s)", (day, months, due) => {
    expect(statutoryDue(day, { months })).toBe(due);
  });

  test("a month back, and a day that is none", () => {
    expect(addMonths("2021-03-31", -1)).toBe("2021-02-28");
    expect(() => addMonths("2021-02-30", 1)).toThrow(RangeError);
  });
});

describe("working days without every country's holidays", () => {
  const closed = new Set(closedWeekdays("2020-12-01", "2022-12-31"));

  test("the closed weekdays are holidays between Monday and Friday, in order", () => {
    expect(closedWeekdays("2021-12-01", "2022-01-10")).toEqual(["2021-12-06", "2021-12-24", "2022-01-06"]);
    expect(closedWeekdays("2021-12-06", "2021-12-06")).toEqual(["2021-12-06"]);
  });

  test.each([
    ["2021-12-09", "2021-12-09", 0],
    ["2021-12-09", "2021-12-10", 1],
    ["2021-12-03", "2021-12-07", 1],
    ["2021-12-10", "2021-12-12", 0],
    ["2021-12-23", "2021-12-27", 1],
    ["2021-12-27", "2021-12-23", -1],
    ["2021-12-09", "2021-12-02", -4],
  ])("from %s to %s: %i", (from, to, days) => {
    expect(workingDaysBetween(from, to, closed)).toBe(days);
  });

  test("what is due after n working days is n working days away", () => {
    for (let n = 0; n <= 60; n += 1) {
      expect(workingDaysBetween("2021-11-22", addWorkingDays("2021-11-22", n), closed)).toBe(n);
    }
  });
});
