import type { TextLanguage } from "@kuultu/domain/language";

import {
  channelBattery,
  collection,
  equalTreatment,
  equalTreatmentCannotSay,
  overallByGroup,
  overallByLanguage,
  satisfactionRounds,
} from "./permit-agency-figures.ts";
import type { Counts, RoundFigures } from "./permit-agency-figures.ts";
import type { DemoService } from "./permit-agency-facets.ts";
import { SeededRandom } from "./seeded-random.ts";

/** One return of the satisfaction survey, before it has ids. */
export interface SurveyAnswer {
  readonly language: TextLanguage;
  readonly group: DemoService;
  readonly mode: "invited" | "open" | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** By key of the question; null: "cannot say". */
  readonly ratings: Record<string, number | null>;
}

const ratings = [1, 2, 3, 4, 5] as const;
const hour = 3_600_000;

/** The value repeated as often as the counts say, rating by rating. */
function expanded<Value extends string>(counts: Readonly<Record<Value, Counts>>, rating: number): Value[] {
  const values: Value[] = [];
  for (const value in counts) {
    for (let left = counts[value][rating - 1] ?? 0; left > 0; left -= 1) values.push(value);
  }
  return values;
}

/** The answers of a round: exact for every table that is known, by seeded chance where nothing is. */
export function surveyAnswers(round: RoundFigures): SurveyAnswer[] {
  const random = new SeededRandom(1000 + satisfactionRounds.indexOf(round));
  const answers: SurveyAnswer[] = random.shuffled(
    ratings.flatMap((rating): SurveyAnswer[] => {
      const n = round.overall[rating - 1] ?? 0;
      const groups = known(round)
        ? random.shuffled(expanded(overallByGroup, rating))
        : drawn(random, overallByGroup, rating, n);
      const languages = known(round)
        ? random.shuffled(expanded(overallByLanguage, rating))
        : drawn(random, overallByLanguage, rating, n);
      return Array.from({ length: n }, (_, index) => ({
        language: languages[index] ?? "und",
        group: groups[index] ?? "other",
        mode: null,
        at: momentIn(random, round),
        ratings: { "satisfaction-overall": rating },
      }));
    }),
  );
  addBattery(random, round, answers);
  if (round.name !== "2021-2") return answers;
  addEqualTreatment(random, answers);
  return answers.map((answer, index) => ({ ...answer, mode: index < collection.answeredInvited ? "invited" : "open" }));
}

const known = (round: RoundFigures) => round.name === "2021-2";

function drawn<Value extends string>(
  random: SeededRandom,
  counts: Readonly<Record<Value, Counts>>,
  rating: number,
  n: number,
): Value[] {
  const urn = expanded(counts, rating);
  return Array.from({ length: n }, () => random.pick(urn));
}

/** Between eight in the morning and ten in the evening of a day on which the round was open. */
function momentIn(random: SeededRandom, round: RoundFigures): number {
  const opens = Date.parse(`${round.opensOn}T05:00:00Z`);
  const closes = Date.parse(`${round.closesOn ?? "2021-12-08"}T05:00:00Z`);
  const days = Math.round((closes - opens) / (24 * hour)) + 1;
  return opens + random.below(days) * 24 * hour + random.below(14 * 3600) * 1000;
}

/** Deals the ratings of a question to some of the answers, loosely in step with their overall satisfaction. */
function deal(
  random: SeededRandom,
  answers: readonly SurveyAnswer[],
  key: string,
  values: readonly (number | null)[],
): void {
  const some = random.shuffled(answers).slice(0, values.length);
  const inStep = some
    .map((answer) => ({ answer, order: (answer.ratings["satisfaction-overall"] ?? 3) + random.next() * 2.5 }))
    .toSorted((a, b) => a.order - b.order);
  inStep.forEach(({ answer }, index) => (answer.ratings[key] = values[index] ?? null));
}

const listed = (counts: Counts): number[] =>
  ratings.flatMap((rating) => Array.from({ length: counts[rating - 1] ?? 0 }, () => rating));

function addBattery(random: SeededRandom, round: RoundFigures, answers: readonly SurveyAnswer[]): void {
  const battery = Object.entries(channelBattery).find(([name]) => name === round.name)?.[1] ?? {};
  for (const [channel, counts] of Object.entries(battery)) deal(random, answers, `channel-${channel}`, listed(counts));
}

function addEqualTreatment(random: SeededRandom, answers: readonly SurveyAnswer[]): void {
  const asked = random.shuffled(answers).slice(0, listed(equalTreatment).length + equalTreatmentCannotSay);
  for (const answer of asked.slice(0, equalTreatmentCannotSay)) answer.ratings["equal-treatment"] = null;
  deal(random, asked.slice(equalTreatmentCannotSay), "equal-treatment", listed(equalTreatment));
}
