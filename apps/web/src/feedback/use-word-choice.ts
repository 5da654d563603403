import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";
import { type KeyboardEvent, type RefObject, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { useAnnounce } from "#ui/announcement";
import { useCommands } from "#ui/shortcuts";

import type { Words } from "./verbatim-segments.ts";
import { coveredWords, cursorOver, movedCursor, type WordCursor, wordPlaces } from "./word-cursor.ts";

/** Longer choices are spoken by their beginning and end. */
const spokenLength = 120;

export interface WordChoice {
  /** The keys go to the text now. */
  readonly choosing: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onBlur: () => void;
}

/** Choosing words of a text by keyboard alone: one key enters it, arrows move and extend, Escape leaves and lets the words go. */
export function useWordChoice(input: {
  readonly item: FeedbackDetail;
  readonly chosen: Words | null;
  readonly available: boolean;
  readonly text: RefObject<HTMLElement | null>;
  readonly onChoose: (words: Words | null) => void;
}): WordChoice {
  const { item, chosen, available, text, onChoose } = input;
  const { t } = useTranslation(["reading", "feedback"]);
  const announce = useAnnounce();
  const [cursor, setCursor] = useState<WordCursor | null>(null);
  const before = useRef<Element | null>(null);
  const choosing = cursor !== null;
  const places = useMemo(
    () => (choosing ? wordPlaces(item.body, item.masks, item.language) : null),
    [choosing, item.body, item.masks, item.language],
  );
  const show = (words: Words | null): void => {
    onChoose(words);
    if (words === null) return;
    const said = item.body.slice(words.start, words.end);
    const short = said.length <= spokenLength ? said : `${said.slice(0, 60)} … ${said.slice(-40)}`;
    announce(t("words.chosen", { words: short }));
  };
  const begin = (): void => {
    const found = wordPlaces(item.body, item.masks, item.language);
    if (found.words.length === 0) {
      announce(t("words.none"));
      return;
    }
    const first = cursorOver(found, chosen);
    before.current = document.activeElement;
    setCursor(first);
    show(coveredWords(found, first));
    text.current?.focus();
  };
  const leave = (): void => {
    setCursor(null);
    onChoose(null);
    announce(t("words.left"));
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
    if (document.activeElement === text.current) text.current?.blur();
  };
  useCommands([
    {
      name: "item.words",
      label: t("words.command"),
      group: t("feedback:group.themes"),
      keys: ["v"],
      available,
      run: begin,
    },
  ]);
  return {
    choosing,
    onBlur: () => setCursor(null),
    onKeyDown: (event) => {
      if (cursor === null || places === null || event.altKey || event.ctrlKey || event.metaKey) return;
      const moved = movedCursor(places, cursor, event.key, event.shiftKey);
      if (event.key !== "Escape" && moved === null) return;
      event.preventDefault();
      if (moved === null) return leave();
      setCursor(moved);
      show(coveredWords(places, moved));
    },
  };
}
