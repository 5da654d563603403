import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";
import type { ItemHits } from "@kuultu/domain/search/search-status";
import { useId, useRef } from "react";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { wholeNumber } from "#ui/figures";

import type { Names } from "../use-names.ts";
import { useWordChoice, verbatimId } from "../use-word-choice.ts";
import { chosenWords, verbatimSegments, type Words } from "../verbatim-segments.ts";
import { SegmentText } from "./SegmentText.tsx";
import styles from "./Verbatim.module.css";

export interface VerbatimProps {
  readonly item: FeedbackDetail;
  readonly names: Names;
  readonly chosen: Words | null;
  /** Where it holds what the list was searched for. */
  readonly hits?: ItemHits | undefined;
  /** Words may be chosen, to be coded. */
  readonly codes: boolean;
  readonly onChoose: (words: Words | null) => void;
}

/** What the person wrote, at reading size; coded words are underlined and numbered as on the keypad. */
export function Verbatim({ item, names, chosen, hits, codes, onChoose }: VerbatimProps) {
  const { t } = useTranslation(["reading", "search"]);
  const language = useLanguage();
  const text = useRef<HTMLParagraphElement>(null);
  const hintId = useId();
  const choice = useWordChoice({ item, chosen, available: codes, onChoose });
  const foreign = item.language !== language && item.language !== "und" ? item.language : undefined;
  const choose = (): void => {
    text.current?.blur();
    const selection = document.getSelection();
    if (!codes || text.current === null || selection === null || selection.isCollapsed) return;
    const words = chosenWords(item.body, text.current, selection);
    selection.removeAllRanges();
    onChoose(words);
  };
  return (
    <div className={styles.verbatim} lang={foreign}>
      {hits === undefined ? null : (
        <p className="visually-hidden" lang={language}>
          {t("search:hits", { number: wholeNumber(language, hits.title.length + hits.body.length) })}
        </p>
      )}
      {item.title === "" ? null : (
        <h2 className={styles.title}>
          {verbatimSegments(item.title, item.titleMasks, [], null, hits?.title).map((segment) => (
            <SegmentText key={segment.start} segment={segment} names={names} />
          ))}
        </h2>
      )}
      <p
        id={verbatimId}
        className={styles.text}
        ref={text}
        tabIndex={-1}
        data-margin={item.codings.some((coding) => coding.words !== null) || undefined}
        {...(choice.choosing && {
          role: "application",
          "aria-label": t("words.label"),
          "aria-describedby": hintId,
        })}
        onPointerDown={choice.onPointerDown}
        onPointerUp={choose}
        onFocus={choice.onFocus}
        onKeyDown={choice.onKeyDown}
        onBlur={choice.onBlur}
      >
        {verbatimSegments(item.body, item.masks, item.codings, chosen, hits?.body).map((segment) => (
          <SegmentText key={segment.start} segment={segment} names={names} />
        ))}
      </p>
      {choice.choosing ? (
        <p id={hintId} className={styles.hint} lang={language}>
          {t("words.hint")}
        </p>
      ) : null}
    </div>
  );
}
