import { expect, test } from "vitest";

import { measureFigure } from "./measure-figure.ts";

test("days are said in the language of the screen, another unit as it was given", () => {
  expect(measureFigure("fi", 74, "d").replaceAll(/\s/gu, " ")).toBe("74 pv");
  expect(measureFigure("fi", -69, "d", true).replaceAll(/\s/gu, " ")).toBe("−69 pv");
  expect(measureFigure("en", 4.5, "%")).toBe("4.5 %");
});
