import { languages } from "@kuultu/domain/language";
import type { Language } from "@kuultu/domain/language";

import { composedItem, fromResponse } from "./composed-item.ts";
import { themeSets } from "./compose-answers.ts";
import type { AnswerComposer } from "./compose-answers.ts";
import { openAnswers } from "./open-answers.ts";
import type { DemoItem, Fate } from "./permit-agency-items.ts";
import type { DemoService } from "./permit-agency-facets.ts";
import { themeMentions } from "./permit-agency-figures.ts";
import type { DemoResponse } from "./permit-agency-surveys.ts";
import { ratingOf, ResponsePool } from "./response-pool.ts";
import { SeededRandom } from "./seeded-random.ts";
import { rejectedAnswers, routedAnswers, themelessAnswers } from "./special-answers.ts";
import type { SurveyAnswer } from "./survey-answers.ts";
import type { DemoTheme } from "./verbatim.ts";

/** Puts the returns of the open answers first, with their languages, groups and times. */
export function placeOpenAnswers(answers: readonly SurveyAnswer[]): SurveyAnswer[] {
  const free = [...answers];
  const placed = openAnswers.map(({ language, service, rating, on: [day, hour, minute] }) => {
    const [answer] = free.splice(
      free.findIndex((one) => one.ratings["satisfaction-overall"] === rating),
      1,
    );
    if (answer === undefined) throw new RangeError(`no return with ${rating}`);
    // Helsinki is two hours ahead of UTC in December.
    return { ...answer, language, group: service, at: Date.UTC(2021, 11, day, hour - 2, minute) };
  });
  return [...placed, ...free];
}

interface RoundPlan {
  readonly round: "2021-2" | "2021-3";
  readonly seed: number;
  readonly mentions: readonly number[];
  /** How many composed answers in each language. */
  readonly composed: Readonly<Record<Language, number>>;
  /** How many repeat an earlier one, in each language. */
  readonly repeated: Readonly<Partial<Record<Language, number>>>;
  /** Every n-th answer carries personal data. */
  readonly personalEvery: number;
}

const plans: Readonly<Record<"2021-2" | "2021-3", RoundPlan>> = {
  "2021-2": {
    round: "2021-2",
    seed: 31,
    mentions: themeMentions,
    composed: { fi: 179, en: 115, ru: 39, sv: 19 },
    repeated: { fi: 3, en: 1 },
    personalEvery: 37,
  },
  "2021-3": {
    round: "2021-3",
    seed: 32,
    mentions: [13, 10, 9, 7, 5, 4, 2, 2, 1],
    composed: { fi: 15, en: 11, ru: 3, sv: 2 },
    repeated: { fi: 1, en: 1 },
    personalEvery: 14,
  },
};

/** The open answers of a round with what becomes of them. */
export function planRoundItems(
  round: "2021-2" | "2021-3",
  responses: readonly DemoResponse[],
  composer: AnswerComposer,
): DemoItem[] {
  const plan = plans[round];
  const random = new SeededRandom(plan.seed);
  const items = round === "2021-3" ? openItems(responses) : [];
  const pool = new ResponsePool(responses.slice(items.length));
  const special = (answer: { language: Language; service: DemoService; text: string }, fate: Fate) => {
    const response = pool.take(answer.language, answer.service);
    const kind = fate.step === "no-theme" && fate.reason === "praise_only" ? "praise" : "other";
    items.push({ ...fromResponse(response, answer.language, random), kind, text: answer.text, fate });
  };
  for (const answer of routedAnswers[round]) special(answer, { step: "routed", to: answer.to });
  for (const answer of rejectedAnswers[round]) special(answer, { step: "rejected", reason: answer.reason });
  if (round === "2021-2")
    for (const answer of themelessAnswers) special(answer, { step: "no-theme", reason: answer.reason });

  const wanted = languages.flatMap((language) => Array.from({ length: plan.composed[language] }, () => language));
  const chosen = wanted.map((language) => ({ language, response: pool.take(language) }));
  const sets = themeSets(random, plan.mentions, chosen.length);
  for (const [index, { language, response, themes }] of matched(random, chosen, sets).entries()) {
    const personal = index % plan.personalEvery === plan.personalEvery - 1;
    items.push(
      composedItem(
        fromResponse(response, language, random),
        { language, service: response.group, themes, rating: ratingOf(response), personal },
        composer,
      ),
    );
  }
  for (const language of languages) {
    for (let left = plan.repeated[language] ?? 0; left > 0; left -= 1) repeat(items, language, left, pool, random);
  }
  return items;
}

/** The praise of the staff rather with good ratings; else by chance. */
function matched<Chosen extends { readonly response: DemoResponse }>(
  random: SeededRandom,
  chosen: readonly Chosen[],
  sets: readonly DemoTheme[][],
) {
  const byMood = chosen
    .map((one) => ({ one, order: ratingOf(one.response) + random.next() * 2 }))
    .toSorted((a, b) => a.order - b.order);
  const byPraise = sets
    .map((themes) => ({ themes, order: (themes.includes("staff") ? 1 : 0) + random.next() * 1.4 }))
    .toSorted((a, b) => a.order - b.order);
  return random.shuffled(byMood.map(({ one }, index) => ({ ...one, themes: byPraise[index]?.themes ?? [] })));
}

function repeat(items: DemoItem[], language: Language, nth: number, pool: ResponsePool, random: SeededRandom): void {
  const of = items.findIndex(
    (item, index) =>
      item.language === language &&
      item.fate.step === "categorised" &&
      index % (nth + 2) === 0 &&
      item.text.length > 60,
  );
  const original = items[of];
  if (original === undefined) throw new RangeError("nothing to repeat");
  const response = pool.take(language, original.service);
  items.push({
    ...fromResponse(response, language, random),
    kind: original.kind,
    channel: original.channel,
    at: original.at + 7 * 60_000,
    text: original.text,
    fate: { step: "duplicate", of },
  });
}

function openItems(responses: readonly DemoResponse[]): DemoItem[] {
  return openAnswers.map((answer, index) => {
    const response = responses[index];
    const begun = (answer.begun ?? []).map(([theme, words]) => {
      const start = answer.text.indexOf(words);
      if (start === -1) throw new RangeError(words);
      return { theme, words: [start, start + words.length] as const };
    });
    return {
      ...answer,
      source: "survey",
      title: "",
      at: response?.at ?? 0,
      responseId: response?.id ?? null,
      replyExpected: false,
      fate: { step: "open", begun },
    };
  });
}
