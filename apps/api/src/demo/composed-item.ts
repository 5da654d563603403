import type { Language } from "@kuultu/domain/language";

import type { AnswerComposer, AnswerWish } from "./compose-answers.ts";
import type { DemoChannel } from "./permit-agency-facets.ts";
import type { DemoItem } from "./permit-agency-items.ts";
import type { DemoResponse } from "./permit-agency-surveys.ts";
import type { SeededRandom } from "./seeded-random.ts";

/** What is talked about where the words do not tell, as often as people do. */
export const usualChannels: readonly DemoChannel[] = [
  "e-service",
  "e-service",
  "website",
  "website",
  "phone",
  "service-points",
  "email",
  "chatbot",
];

/** An item without its words. */
export type ItemFrame = Pick<
  DemoItem,
  "language" | "source" | "service" | "channel" | "title" | "at" | "responseId" | "replyExpected"
>;

/** An open answer of that return. */
export function fromResponse(response: DemoResponse, language: Language, random: SeededRandom): ItemFrame {
  const { group: service, at, id: responseId } = response;
  return {
    language,
    source: "survey",
    service,
    channel: random.pick(usualChannels),
    title: "",
    at,
    responseId,
    replyExpected: false,
  };
}

/** An item with composed words, categorised by them. */
export function composedItem(frame: ItemFrame, wish: AnswerWish, composer: AnswerComposer): DemoItem {
  const composed = composer.compose(wish);
  const themes = wish.themes.map((theme) => {
    const words = composed.words.find((said) => said.theme === theme);
    return { theme, words: words === undefined ? null : ([words.start, words.end] as const) };
  });
  return {
    ...frame,
    kind: composed.kind,
    channel: composed.channel ?? frame.channel,
    text: composed.text,
    fate: { step: "categorised", themes },
  };
}
