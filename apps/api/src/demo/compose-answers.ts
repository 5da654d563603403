import { feedbackKinds } from "@kuultu/domain/feedback/triage-status";
import type { FeedbackKind } from "@kuultu/domain/feedback/triage-status";
import type { Language } from "@kuultu/domain/language";

import type { DemoChannel, DemoService } from "./permit-agency-facets.ts";
import type { SeededRandom } from "./seeded-random.ts";
import { personalSentences } from "./special-answers.ts";
import { demoThemes } from "./verbatim.ts";
import type { DemoTheme, Remark, Remarks } from "./verbatim.ts";
import { remarksEn } from "./verbatims-en.ts";
import { remarksFi } from "./verbatims-fi.ts";
import { remarksRu } from "./verbatims-ru.ts";
import { remarksSv } from "./verbatims-sv.ts";

const books: Readonly<Record<Language, Remarks>> = { fi: remarksFi, sv: remarksSv, en: remarksEn, ru: remarksRu };

export interface AnswerWish {
  readonly language: Language;
  readonly service: DemoService;
  readonly themes: readonly DemoTheme[];
  /** 1–5: who is content praises more readily. */
  readonly rating: number;
  /** Adds a sentence with personal data. */
  readonly personal?: boolean;
}

export interface ComposedAnswer {
  readonly text: string;
  readonly kind: FeedbackKind;
  /** The channel that the words are about; null where they fit any. */
  readonly channel: DemoChannel | null;
  /** Which words are about which theme; empty where the text has one theme or personal data in it. */
  readonly words: readonly { readonly theme: DemoTheme; readonly start: number; readonly end: number }[];
}

interface Card extends Remark {
  readonly kind: FeedbackKind;
  readonly theme: DemoTheme;
}

const kindOrder: readonly FeedbackKind[] = ["complaint", "question", "idea", "other", "praise"];
const isDark = (kind: FeedbackKind) => kind !== "praise";

/** Puts answers together from remarks, so that no two read alike and each remark rests as long as it can. */
export class AnswerComposer {
  readonly #random: SeededRandom;
  readonly #decks = new Map<string, Card[]>();
  readonly #used = new Set<string>();

  constructor(random: SeededRandom) {
    this.#random = random;
  }

  compose(wish: AnswerWish): ComposedAnswer {
    for (let tried = 1; ; tried += 1) {
      const composed = this.#tryTo(wish);
      if (this.#used.has(composed.text) && tried < 50) continue;
      this.#used.add(composed.text);
      return composed;
    }
  }

  #tryTo(wish: AnswerWish): ComposedAnswer {
    const content = this.#random.next() < contentment(wish.rating);
    const cards = wish.themes
      .map((theme) => this.#draw(wish, theme, content))
      .toSorted((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind));
    let text = "";
    const words: { theme: DemoTheme; start: number; end: number }[] = [];
    for (const card of cards) {
      const said = this.#oneWay(card.text);
      if (text !== "") text += " ";
      words.push({ theme: card.theme, start: text.length, end: text.length + said.length });
      text += said;
    }
    if (wish.personal) text += ` ${this.#random.pick(personalSentences[wish.language])}`;
    return {
      text,
      kind: cards[0]?.kind ?? "other",
      channel: cards.find((card) => card.channel !== undefined)?.channel ?? null,
      words: wish.personal || cards.length < 2 ? [] : words,
    };
  }

  /** The next remark that fits; the staff is praised by the discontented too, everything else agrees in tone. */
  #draw(wish: AnswerWish, theme: DemoTheme, content: boolean): Card {
    const fits = (card: Card) =>
      (card.service === undefined || card.service === wish.service) &&
      (theme === "staff"
        ? wish.rating > 2 || card.kind !== "praise" || this.#random.next() < 0.7
        : isDark(card.kind) !== content) &&
      !(card.kind === "question" && wish.themes.length > 1 && (theme === "times" || theme === "transparency"));
    const deck = this.#deck(wish.language, theme);
    const found = deck.findIndex(fits);
    const place = found === -1 ? deck.findIndex((card) => card.service === undefined) : found;
    const [card] = deck.splice(place, 1);
    if (card === undefined) throw new RangeError(`nothing to say about ${theme} in ${wish.language}`);
    deck.push(card);
    return card;
  }

  #deck(language: Language, theme: DemoTheme): Card[] {
    const key = `${language} ${theme}`;
    const known = this.#decks.get(key);
    if (known !== undefined) return known;
    const deck = this.#random.shuffled(
      feedbackKinds.flatMap((kind) =>
        (books[language][theme][kind] ?? []).map((remark) => ({
          ...(typeof remark === "string" ? { text: remark } : remark),
          kind,
          theme,
        })),
      ),
    );
    this.#decks.set(key, deck);
    return deck;
  }

  #oneWay(text: string): string {
    return text.replaceAll(/\{([^}]*)\}/gu, (_, ways: string) => this.#random.pick(ways.split("|")));
  }
}

function contentment(rating: number): number {
  return rating === 5 ? 0.45 : rating === 4 ? 0.2 : 0;
}

/** Deals themes to answers so that each theme is named exactly as often as asked, in one to three of an answer's themes. */
export function themeSets(random: SeededRandom, mentions: readonly number[], answers: number): DemoTheme[][] {
  const sizes = Array.from({ length: answers }, () => 1);
  const total = mentions.reduce((sum, count) => sum + count, 0);
  const open = random.shuffled(sizes.map((_, index) => index));
  for (let left = total - answers, place = 0; left > 0; left -= 1, place += 1) {
    // Roughly one answer in six of those with more has three themes.
    const index = open[place < (total - answers) * 0.85 ? place : place - Math.floor((total - answers) * 0.85)] ?? 0;
    sizes[index] = (sizes[index] ?? 0) + 1;
  }
  const sets = sizes.map((): DemoTheme[] => []);
  const dealt = random.shuffled(
    demoThemes.flatMap((theme, index) => Array.from({ length: mentions[index] ?? 0 }, () => theme)),
  );
  const slots = random.shuffled(sizes.flatMap((size, index) => Array.from({ length: size }, () => index)));
  dealt.forEach((theme, index) => sets[slots[index] ?? 0]?.push(theme));
  repair(random, sets);
  return sets;
}

/** Exchanges themes between answers until none has the same theme twice. */
function repair(random: SeededRandom, sets: readonly DemoTheme[][]): void {
  for (const set of sets) {
    const isRepeated = (theme: DemoTheme, place: number) => set.indexOf(theme) !== place;
    for (let place = set.findIndex(isRepeated); place !== -1; place = set.findIndex(isRepeated)) {
      const mine = set[place];
      const other = random.pick(sets);
      const theirs = random.pick(other);
      if (mine === undefined || other === set || set.includes(theirs) || other.includes(mine)) continue;
      other[other.indexOf(theirs)] = mine;
      set[place] = theirs;
    }
  }
}
