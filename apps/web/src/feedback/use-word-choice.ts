import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";
import { type FocusEvent, type KeyboardEvent, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { useAnnounce } from "#ui/announcement";

import type { Words } from "./verbatim-segments.ts";
import { coveredWords, cursorOver, movedCursor, type WordCursor, wordPlaces } from "./word-cursor.ts";

/** The text whose words are chosen: the focus on it begins the choice. */
export const verbatimId = "verbatim";

/** Longer choices are spoken by their beginning and end. */
const spokenLength = 120;

export interface WordChoice {
  /** The keys go to the text now. */
  readonly choosing: boolean;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onBlur: () => void;
  readonly onPointerDown: () => void;
}

/** Choosing words of a text by keyboard alone: one key enters it, arrows move and extend, Escape leaves and lets the words go. */
export function useWordChoice(input: {
  readonly item: FeedbackDetail;
  readonly chosen: Words | null;
  readonly available: boolean;
  readonly onChoose: (words: Words | null) => void;
}): WordChoice {
  const { item, chosen, available, onChoose } = input;
  const { t } = useTranslation("reading");
  const announce = useAnnounce();
  const [cursor, setCursor] = useState<WordCursor | null>(null);
  const before = useRef<Element | null>(null);
  /** A click into the text brings the focus too; the pointer chooses for itself. */
  const pointed = useRef(false);
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
  const begin = (text: HTMLElement, from: Element | null): void => {
    const found = wordPlaces(item.body, item.masks, item.language);
    if (found.words.length === 0) {
      announce(t("words.none"));
      text.blur();
      return;
    }
    const first = cursorOver(found, chosen);
    before.current = from;
    setCursor(first);
    show(coveredWords(found, first));
  };
  const leave = (text: HTMLElement): void => {
    setCursor(null);
    onChoose(null);
    announce(t("words.left"));
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
    if (document.activeElement === text) text.blur();
  };
  return {
    choosing,
    onPointerDown: () => (pointed.current = true),
    onFocus: (event) => {
      if (available && !pointed.current && !choosing) begin(event.currentTarget, event.relatedTarget);
    },
    onBlur: () => {
      pointed.current = false;
      setCursor(null);
    },
    onKeyDown: (event) => {
      if (cursor === null || places === null || event.altKey || event.ctrlKey || event.metaKey) return;
      const moved = movedCursor(places, cursor, event.key, event.shiftKey);
      if (event.key !== "Escape" && moved === null) return;
      event.preventDefault();
      if (moved === null) return leave(event.currentTarget);
      setCursor(moved);
      show(coveredWords(places, moved));
    },
  };
}
