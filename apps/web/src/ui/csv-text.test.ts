import { expect, test } from "vitest";

import { csvText } from "./csv-text.ts";

test("every cell is quoted, quotes are doubled, lines end as spreadsheets expect", () => {
  expect(
    csvText([
      ["row", "value"],
      [17, 'say "no", twice\nover'],
    ]),
  ).toBe('\uFEFF"row","value"\r\n"17","say ""no"", twice\nover"\r\n');
});

test.each(["=1+1", "+358", "-2+3", "@SUM(A1)", "\t=1", "\r=1", ' "=1', "＝1"])(
  "%j does not run as a formula",
  (cell) => {
    expect(csvText([[cell]])).toBe(`\uFEFF"'${cell.replaceAll('"', '""')}"\r\n`);
  },
);

test("a negative number stays a number, and an inner sign is left alone", () => {
  expect(csvText([[-5, "a=b"]])).toBe('\uFEFF"-5","a=b"\r\n');
});
