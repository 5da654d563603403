import { describe, expect, test } from "vitest";

import { languages } from "#language";

import { probabilityText } from "./trend-number.ts";
import { trendSentence } from "./trend-sentence.ts";
import type { TrendHeadline, TrendSide } from "./trend.ts";

const subject = {
  names: { fi: "Tyytyväisyys", sv: "Nöjdheten", en: "Satisfaction", ru: "Удовлетворённость" },
  kind: "rating",
} as const;

const side = (label: string, facts: Partial<TrendSide> = {}): TrendSide => ({
  label,
  isYear: false,
  state: "shown",
  n: 620,
  mean: "3.55",
  counts: [],
  published: null,
  rounds: [label],
  ...facts,
});
const year2020 = side("2020", { isYear: true, n: 1300, mean: "3.46" });
const comparison = {
  a: "2021-2",
  b: "2020",
  difference: "0.09",
  low: -0.015,
  high: 0.195,
  t: 1.679,
  df: 1234.1,
  p: 0.093398,
  significant: false,
  detectable: 0.15,
};
const headline = (facts: Partial<TrendHeadline> = {}): TrendHeadline => ({
  a: side("2021-2"),
  b: year2020,
  chosen: false,
  comparison: null,
  why: null,
  collecting: null,
  ...facts,
});
const said = (facts: Partial<TrendHeadline>, language: (typeof languages)[number] = "fi") => {
  const { fact, judgement } = trendSentence(subject, headline(facts))[language];
  return `${fact} ${judgement}`;
};

describe("a change that could be chance, in four languages", () => {
  test.each([
    ["fi", "Tyytyväisyys on 3,55, nousua 0,09 vuodesta 2020. Muutos mahtuu sattuman rajoihin (p = 0,09)."],
    ["sv", "Nöjdheten är 3,55, en ökning med 0,09 från år 2020. Förändringen ryms inom slumpens gränser (p = 0,09)."],
    ["en", "Satisfaction is 3.55, up 0.09 from year 2020. This change could be chance (p = 0.09)."],
    [
      "ru",
      "Удовлетворённость: 3,55, рост на 0,09 по сравнению с 2020 годом. Изменение может быть случайным (p = 0,09).",
    ],
  ] as const)("%s", (language, expected) => {
    expect(said({ comparison }, language)).toBe(expected);
  });
});

describe("what is said", () => {
  test.each<[string, Partial<TrendHeadline>, string]>([
    [
      "a fall that is hardly chance, from a round",
      { b: side("2021-1"), comparison: { ...comparison, difference: "-0.31", p: 0.00004, significant: true } },
      "Tyytyväisyys on 3,55, laskua 0,31 kierroksesta 2021‑1. Muutos tuskin on sattumaa (p < 0,001).",
    ],
    [
      "no change",
      { comparison: { ...comparison, difference: "0.00", p: 0.97 } },
      "Tyytyväisyys on 3,55, sama kuin vuonna 2020. Eroa ei ole havaittavissa (p = 0,97).",
    ],
    [
      "a side that somebody chose is named",
      {
        chosen: true,
        a: side("2020-3", { mean: "3.48" }),
        b: side("2020-2"),
        comparison: { ...comparison, difference: "0.07" },
      },
      "Tyytyväisyys on 3,48 (2020‑3), nousua 0,07 kierroksesta 2020‑2. Muutos mahtuu sattuman rajoihin (p = 0,09).",
    ],
    [
      "indicative",
      { a: side("2021-2", { state: "indicative", n: 24 }) },
      "Tyytyväisyys on 3,55. Luku on suuntaa antava (n = 24), eikä muutosta testata.",
    ],
    [
      "too few",
      { a: side("2021-2", { state: "suppressed", n: null, mean: null }) },
      "Tyytyväisyys: kierroksen 2021‑2 lukua ei näytetä. Vastaajia on liian vähän, jotta luvun voisi näyttää.",
    ],
    [
      "too few to compare with",
      { why: "few-before" },
      "Tyytyväisyys on 3,55. Vuonna 2020 vastaajia on liian vähän vertailuun.",
    ],
    [
      "a break between",
      { why: "break" },
      "Tyytyväisyys on 3,55. Vuoteen 2020 ei voi verrata, koska sarja katkeaa välissä.",
    ],
    [
      "a break before",
      { why: "break", b: null },
      "Tyytyväisyys on 3,55. Aiempiin kierroksiin ei voi verrata, koska sarja katkeaa välissä.",
    ],
    [
      "asked for the first time",
      { why: "first", b: null },
      "Tyytyväisyys on 3,55. Kysyttiin ensimmäistä kertaa, joten vertailukohtaa ei vielä ole.",
    ],
    [
      "overlapping sides",
      { why: "overlap" },
      "Tyytyväisyys on 3,55. Vertailtavissa on osin samat vastaajat, joten eroa ei testata.",
    ],
    [
      "still collecting only",
      { a: null, b: null, collecting: { round: "2021-3", n: 147 } },
      "Tyytyväisyys: lukuja ei vielä ole. Kierrosta 2021‑3 kerätään vielä: 147 vastaajaa tähän mennessä.",
    ],
    [
      "nothing at all",
      { a: null, b: null },
      "Tyytyväisyys: lukuja ei vielä ole. Yhtään kierrosta ei ole vielä päättynyt.",
    ],
    [
      "a published figure only",
      {
        a: side("2019", {
          state: "published-figure",
          n: null,
          mean: null,
          published: { figure: "mean", value: "3.84", qualifier: "exact", source: "report" },
        }),
      },
      "Tyytyväisyys on julkaistun luvun mukaan 3,84. Luku on julkaistusta raportista; sille ei lasketa väliä eikä testiä.",
    ],
  ])("%s", (_, facts, expected) => {
    expect(said(facts)).toBe(expected);
  });
});

test("the detail gives bases, interval, what would be detected, and what is still collecting", () => {
  const facts = headline({ comparison, collecting: { round: "2021-3", n: 147 } });
  expect(trendSentence(subject, facts).fi.detail).toBe(
    "2021‑2: 620 vastaajaa. Vuosi 2020: 3,46, 1\u00a0300 vastaajaa. Erotuksen 95 %:n väli −0,015…+0,195, Welchin t-testi. " +
      "Näillä vastaajamäärillä havaitaan yleensä muutos, jonka suuruus on vähintään 0,15. Kierrosta 2021‑3 kerätään vielä: 147 vastaajaa tähän mennessä.",
  );
  expect(trendSentence(subject, facts).en.detail).toContain("−0.015…+0.195");
});

test("a share of yes is told in percent and percentage points", () => {
  const share = headline({ a: side("2021-2", { mean: "0.54" }), comparison });
  expect(trendSentence({ names: { en: "Would recommend" }, kind: "yes_no" }, share).en.fact).toBe(
    "Would recommend is 54%, up 9 percentage points from year 2020.",
  );
});

test("Russian counts its respondents", () => {
  const details = [31, 42, 620].map(
    (n) => trendSentence(subject, headline({ a: side("2021-2", { n }), b: null, why: "first" })).ru.detail,
  );
  expect(details).toEqual(["2021‑2: 31 респондент.", "2021‑2: 42 респондента.", "2021‑2: 620 респондентов."]);
});

test.each([
  [0.0934, "p = 0,09"],
  [0.0496, "p = 0,049"],
  [0.0499999, "p = 0,049"],
  [0.0502, "p = 0,050"],
  [0.00734, "p = 0,007"],
  [0.0002, "p < 0,001"],
  [0.9997, "p > 0,99"],
])("p of %d is written %s", (p, text) => {
  expect(probabilityText(p, "fi")).toBe(text);
});

test("nothing is said of figures that are hidden, in any language", () => {
  const sentence = trendSentence(
    subject,
    headline({ a: side("2021-2", { state: "suppressed", n: null, mean: null }) }),
  );
  for (const language of languages)
    expect(Object.values(sentence[language]).join(" ").replaceAll("2021‑2", "")).not.toMatch(/\d/);
});
