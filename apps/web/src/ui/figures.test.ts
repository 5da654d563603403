import { describe, expect, it } from "vitest";

import { age, ageInDays, day, dayNear, decimal, share, signedDecimal, wholeNumber } from "./figures.ts";

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ");

describe("figures on the screen", () => {
  it("are written as the language writes them", () => {
    expect(decimal("fi", "3.55")).toBe("3,55");
    expect(decimal("en", 3.5)).toBe("3.50");
    expect(plain(wholeNumber("fi", 10412))).toBe("10 412");
    expect(signedDecimal("fi", "-0.08")).toBe("−0,08");
    expect(signedDecimal("fi", "0.05")).toBe("+0,05");
    expect(day("fi", "2021-09-12")).toBe("12.9.2021");
  });

  it("never round a share to all or to nothing", () => {
    expect(plain(share("fi", 371 / 372))).toBe("99,7 %");
    expect(plain(share("fi", 1))).toBe("100 %");
    expect(plain(share("fi", 0.001))).toBe("0,1 %");
    expect(plain(share("fi", 0))).toBe("0 %");
  });

  it("say how old something is in a unit that can be grasped", () => {
    expect(plain(age("fi", "2021-12-05", "2021-12-09"))).toBe("4 pv");
    expect(plain(age("fi", "2021-12-09", "2021-12-09"))).toBe("0 pv");
    expect(plain(age("fi", "2021-06-09", "2021-12-09"))).toBe("6 kk");
    expect(plain(age("ru", "2019-01-01", "2021-12-09"))).toBe("2 г.");
    expect(plain(ageInDays("fi", 6064))).toBe("16 v");
  });

  it("say the year of a day only where it is another than today's", () => {
    expect(dayNear("fi", "2021-12-05", "2021-12-09")).toBe("5.12.");
    expect(dayNear("fi", "2005-12-05", "2021-12-09")).toBe("5.12.2005");
  });
});
