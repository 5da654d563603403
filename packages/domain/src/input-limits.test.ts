import { describe, expect, test } from "vitest";

import { daySchema } from "#identifier";
import { viewNameSchema } from "#feedback/saved-view-step";
import { localisedTextSchema } from "#language-schema";
import { createRoundSchema } from "#rounds/round-step";
import { addMeasureSchema, createThemeSchema, editThemeSchema } from "#themes/theme-step";

const themeId = "01890000-0000-7000-8000-000000000001";

describe("what nobody means is refused before it reaches the database", () => {
  test.each(["0000-00-00", "0000-01-01", "1899-12-31", "2200-01-01", "9999-12-31", "2021-02-29"])("the day %s", (day) =>
    expect(daySchema.safeParse(day).success).toBe(false),
  );

  test.each(["1900-01-01", "2021-12-09", "2199-12-31"])("but not the day %s", (day) =>
    expect(daySchema.safeParse(day).success).toBe(true),
  );

  test.each([{ fi: "" }, { fi: "   " }, {}])("the name %j", (names) => {
    expect(createThemeSchema.safeParse({ names }).success).toBe(false);
    expect(editThemeSchema.safeParse({ themeId, version: 1, names }).success).toBe(false);
    expect(createRoundSchema.safeParse({ newSurvey: { names }, name: "2021" }).success).toBe(false);
  });

  test.each([1e12, -1e12, 1e300])("the target %d of a measure", (targetValue) => {
    const measure = { themeId, version: 1, name: "Queue", unit: "days", direction: "down" };
    expect(addMeasureSchema.safeParse({ ...measure, targetValue }).success).toBe(false);
    expect(addMeasureSchema.safeParse({ ...measure, targetValue: 74.5 }).success).toBe(true);
  });

  test("more invited than there are people near", () => {
    const round = { surveyId: themeId, name: "2021" };
    expect(createRoundSchema.safeParse({ ...round, invited: 2_147_483_648 }).success).toBe(false);
    expect(createRoundSchema.safeParse({ ...round, invited: 4000 }).success).toBe(true);
  });
});

test.each(["\u200B", " \u2060\uFEFF ", "\u202E", "\u00AD\u200D"])("the name %j, of which nothing can be seen", (name) =>
  expect(viewNameSchema.safeParse(name).success).toBe(false),
);

test.each([
  ["Jonot\u202E tonoj", "Jonot tonoj"],
  ["\u2066Jonot\u2069\r\nVantaalla\t", "Jonot Vantaalla"],
  ["👩🏽‍💻 کتاب‌ها", "👩🏽‍💻 کتاب‌ها"],
])("the name %j stands as %j: nothing in it turns what stands beside it", (typed, name) =>
  expect(viewNameSchema.parse(typed)).toBe(name),
);

test("a name stands without the blanks around it", () =>
  expect(localisedTextSchema.parse({ fi: " Jonot " })).toEqual({ fi: "Jonot" }));
