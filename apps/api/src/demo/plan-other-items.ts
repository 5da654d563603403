import { addWorkingDays } from "@kuultu/domain/calendar";
import type { FeedbackSource } from "@kuultu/domain/feedback/triage-status";

import { themeSets } from "./compose-answers.ts";
import type { AnswerComposer } from "./compose-answers.ts";
import { composedItem, usualChannels } from "./composed-item.ts";
import type { DemoChannel, DemoService } from "./permit-agency-facets.ts";
import type { DemoItem } from "./permit-agency-items.ts";
import { themeNames } from "./permit-agency-themes.ts";
import { SeededRandom } from "./seeded-random.ts";

const otherSources: readonly (readonly [
  source: FeedbackSource,
  channel: DemoChannel | null,
  count: number,
  reply: boolean,
])[] = [
  ["feedback_form", null, 16, false],
  ["email", "email", 10, true],
  ["phone_note", "phone", 6, false],
  ["service_point", "service-points", 5, false],
  ["chat", "chatbot", 3, false],
  ["social_media", "social-media", 2, false],
  ["stakeholder", null, 1, false],
  ["letter", "letter", 1, true],
];

/** What came from elsewhere between the rounds, all of it processed. */
export function planOtherItems(composer: AnswerComposer): DemoItem[] {
  const random = new SeededRandom(33);
  const frames = random.shuffled(
    otherSources.flatMap(([source, channel, count, replyExpected]) =>
      Array.from({ length: count }, () => ({ source, channel, replyExpected })),
    ),
  );
  const sets = themeSets(random, [12, 9, 11, 8, 7, 6, 3, 2, 2], frames.length);
  const services: readonly DemoService[] = ["work", "work", "family", "study", "citizenship", "eu", "other"];
  return frames.map(({ source, channel, replyExpected }, index) => {
    const language = random.pick(["fi", "fi", "fi", "en", "en", "sv", "ru"] as const);
    const service = random.pick(services);
    const themes = sets[index] ?? [];
    // On working days from the end of the round before to the eve of today, in office hours.
    const day = addWorkingDays("2021-09-17", 1 + Math.floor((index * 56) / frames.length));
    const at = Date.parse(`${day}T06:00:00Z`) + random.below(8 * 60) * 60_000;
    const title =
      source === "feedback_form" || source === "email" ? (themeNames[themes[0] ?? "times"][language] ?? "") : "";
    const frame = {
      language,
      source,
      service,
      channel: channel ?? random.pick(usualChannels),
      title,
      at,
      responseId: null,
      replyExpected,
    };
    const item = composedItem(
      frame,
      { language, service, themes, rating: 1 + random.below(5), personal: index % 19 === 7 },
      composer,
    );
    return channel === null ? item : { ...item, channel };
  });
}
