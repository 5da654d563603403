import type { ScaledKind } from "#rounds/question";
import { type Language, type LocalisedText, inLanguage } from "#language";

import { publishedText } from "./published-figure.ts";
import { meanInWords, numberText, probabilityText, unbroken } from "./trend-number.ts";
import { type NamedSide, trendPhrases } from "./trend-phrases.ts";
import type { TrendHeadline, TrendSide } from "./trend.ts";
import type { TrendComparison } from "./trend-view.ts";

/** Fact first, then whether to believe it; `detail`: the bases, the interval, what would usually be detected, what is still collecting. */
export interface TrendSentence {
  readonly fact: string;
  readonly judgement: string;
  readonly detail: string;
}

/** What is said of one series. */
export interface SentenceSubject {
  readonly names: LocalisedText;
  readonly kind: ScaledKind;
}

type Words = Pick<TrendSentence, "fact" | "judgement">;

const named = (side: TrendSide): NamedSide => ({ label: unbroken(side.label), isYear: side.isYear });

/** The sentence over a trend in all four languages. */
export function trendSentence(
  subject: SentenceSubject,
  headline: TrendHeadline,
): Readonly<Record<Language, TrendSentence>> {
  const inOne = (language: Language): TrendSentence => ({
    ...wordsFor(subject, headline, language),
    detail: detailFor(subject, headline, language),
  });
  return { fi: inOne("fi"), sv: inOne("sv"), en: inOne("en"), ru: inOne("ru") };
}

function wordsFor(subject: SentenceSubject, headline: TrendHeadline, language: Language): Words {
  const phrases = trendPhrases[language];
  const name = inLanguage(subject.names, language);
  const { a, b, collecting } = headline;
  if (a === null) {
    const judgement = collecting === null ? phrases.nothingYet : collectingText(headline, language);
    return { fact: phrases.noFigures(name), judgement };
  }
  const side = named(a);
  if (a.state === "published-figure" && a.published !== null) {
    return { fact: phrases.published(name, publishedText(a.published, language)), judgement: phrases.publishedOnly };
  }
  if (a.state === "not-asked") return { fact: phrases.noFigures(name), judgement: phrases.notAsked(side) };
  if (a.state === "collecting") return { fact: phrases.noFigures(name), judgement: collectingText(headline, language) };
  if (a.mean === null || a.n === null) return { fact: phrases.tooFew(name, side), judgement: phrases.suppressed };
  const value = meanInWords(a.mean, subject.kind, language) + (headline.chosen ? ` (${side.label})` : "");
  if (a.state === "indicative")
    return { fact: phrases.is(name, value), judgement: phrases.indicative(numberText(a.n, language)) };
  if (headline.comparison === null || b === null)
    return { fact: phrases.is(name, value), judgement: whyNoComparison(headline, language) };
  return compared(subject, name, value, named(b), headline.comparison, language);
}

function compared(
  subject: SentenceSubject,
  name: string,
  value: string,
  from: NamedSide,
  comparison: TrendComparison,
  language: Language,
): Words {
  const phrases = trendPhrases[language];
  const change = Number(comparison.difference);
  const by = changeText(subject, Math.abs(change), language);
  const p = probabilityText(comparison.p, language);
  const fact =
    change === 0 ? phrases.same(name, value, from) : phrases[change > 0 ? "up" : "down"](name, value, by, from);
  if (comparison.significant) return { fact, judgement: phrases.unlikelyChance(p) };
  return { fact, judgement: change === 0 ? phrases.sameMeans(p) : phrases.couldBeChance(p) };
}

function whyNoComparison(headline: TrendHeadline, language: Language): string {
  const phrases = trendPhrases[language];
  const b = headline.b === null ? null : named(headline.b);
  if (b !== null && headline.b?.state === "not-asked") return phrases.notAsked(b);
  if (headline.why === "break") return phrases.brokenLine(b);
  if (headline.why === "few-before" && b !== null) return phrases.fewBefore(b);
  if (headline.why === "first") return phrases.first;
  return headline.why === "overlap" ? phrases.overlap : phrases.nothingBefore;
}

/** A change without its sign: "0,09", or percentage points of a share. */
function changeText(subject: SentenceSubject, change: number, language: Language): string {
  if (subject.kind === "rating") return numberText(change, language, 2);
  return trendPhrases[language].points(numberText(change * 100, language));
}

/** An end of an interval, signed: "+0,195", or percentage points of a share. */
function endText(subject: SentenceSubject, end: number, language: Language): string {
  if (subject.kind === "rating") return numberText(end, language, 3, true);
  return trendPhrases[language].points(numberText(end * 100, language, 1, true));
}

function collectingText(headline: TrendHeadline, language: Language): string {
  if (headline.collecting === null) return trendPhrases[language].nothingYet;
  const { round, n } = headline.collecting;
  return trendPhrases[language].stillCollecting(unbroken(round), n, numberText(n, language));
}

function detailFor(subject: SentenceSubject, headline: TrendHeadline, language: Language): string {
  const phrases = trendPhrases[language];
  const { a, b, comparison, collecting } = headline;
  const parts: string[] = [];
  if (a?.n != null && a.state !== "collecting")
    parts.push(phrases.base(named(a), null, a.n, numberText(a.n, language)));
  if (comparison !== null && b?.n != null && b.mean !== null) {
    parts.push(phrases.base(named(b), meanInWords(b.mean, subject.kind, language), b.n, numberText(b.n, language)));
    parts.push(
      phrases.interval(endText(subject, comparison.low, language), endText(subject, comparison.high, language)),
    );
    if (!comparison.significant) parts.push(phrases.detectable(changeText(subject, comparison.detectable, language)));
  }
  if (collecting !== null && a !== null && a.state !== "collecting") parts.push(collectingText(headline, language));
  return parts.join(" ");
}
