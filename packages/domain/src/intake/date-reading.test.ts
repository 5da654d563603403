import { describe, expect, test } from "vitest";

import { readDate } from "./date-reading.ts";
import type { DateOrder } from "./date-reading.ts";

describe("dates that are read", () => {
  test.each<[string, DateOrder, string]>([
    ["2020-01-31", "ymd", "2020-01-30T22:00:00.000Z"],
    ["2020-07-01", "ymd", "2020-06-30T21:00:00.000Z"],
    ["20200131", "ymd", "2020-01-30T22:00:00.000Z"],
    ["2020-01-31T12:00:00Z", "ymd", "2020-01-31T12:00:00.000Z"],
    ["2020-01-31 12:00:00+03:00", "ymd", "2020-01-31T09:00:00.000Z"],
    ["2020-01-31T12:00:00.123456-0300", "dmy", "2020-01-31T15:00:00.000Z"],
    ["26/09/2022 16:34:44", "dmy", "2022-09-26T13:34:44.000Z"],
    ["2/15/2021 11:57:08", "mdy", "2021-02-15T09:57:08.000Z"],
    ["31.1.2020", "dmy", "2020-01-30T22:00:00.000Z"],
    ["31.1.20", "dmy", "2020-01-30T22:00:00.000Z"],
    ["31. 1. 2020 klo 14.30", "dmy", "2020-01-31T12:30:00.000Z"],
    ["1/31/2020 2:05:33 PM", "mdy", "2020-01-31T12:05:33.000Z"],
    ["1/31/2020 12:05 am", "mdy", "2020-01-30T22:05:00.000Z"],
    ["29.2.2020", "dmy", "2020-02-28T22:00:00.000Z"],
    ["1517065554", "epoch_seconds", "2018-01-27T15:05:54.000Z"],
    ["1517065554000", "epoch_milliseconds", "2018-01-27T15:05:54.000Z"],
    ["28.3.2021 02:59", "dmy", "2021-03-28T00:59:00.000Z"],
    ["28.3.2021 04:00", "dmy", "2021-03-28T01:00:00.000Z"],
    ["31.10.2021 02:59", "dmy", "2021-10-30T23:59:00.000Z"],
    ["31.10.2021 04:00", "dmy", "2021-10-31T02:00:00.000Z"],
  ])("%j as %s is %s", (text, order, instant) => {
    const reading = readDate(text, order);
    expect("instant" in reading ? reading.instant.toISOString() : reading.problem).toBe(instant);
  });
});

describe("dates that are refused", () => {
  test.each<[string, DateOrder, string]>([
    ["30.2.2020", "dmy", "date.does-not-exist"],
    ["29.2.2021", "dmy", "date.does-not-exist"],
    ["2020-13-01", "ymd", "date.does-not-exist"],
    ["2020-00-10", "ymd", "date.does-not-exist"],
    ["31/12/2020", "mdy", "date.does-not-exist"],
    ["1.1.2020 24:30", "dmy", "date.does-not-exist"],
    ["1.1.2020 13:00 PM", "dmy", "date.does-not-exist"],
    ["0999-01-01", "ymd", "date.does-not-exist"],
    ["soon", "dmy", "date.unreadable"],
    ["1.9.-30.4.", "dmy", "date.unreadable"],
    ["31.1.2020", "ymd", "date.unreadable"],
    ["12", "dmy", "date.unreadable"],
    ["-5", "epoch_seconds", "date.unreadable"],
    ["99999999999999", "epoch_milliseconds", "date.does-not-exist"],
  ])("%j as %s: %s", (text, order, problem) => {
    expect(readDate(text, order)).toEqual({ problem });
  });
});
