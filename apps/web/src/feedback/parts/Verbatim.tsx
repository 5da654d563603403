import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";
import IconLock from "@tabler/icons-react/dist/esm/icons/IconLock.mjs";
import { useRef } from "react";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";

import type { Names } from "../use-names.ts";
import { chosenWords, type Segment, verbatimSegments, type Words } from "../verbatim-segments.ts";
import styles from "./Verbatim.module.css";

export interface VerbatimProps {
  readonly item: FeedbackDetail;
  readonly names: Names;
  readonly chosen: Words | null;
  readonly onChoose: (words: Words | null) => void;
}

/** What the person wrote, at reading size; coded words are underlined and numbered as on the keypad. */
export function Verbatim({ item, names, chosen, onChoose }: VerbatimProps) {
  const language = useLanguage();
  const text = useRef<HTMLParagraphElement>(null);
  const foreign = item.language !== language && item.language !== "und" ? item.language : undefined;
  const choose = (): void => {
    const selection = document.getSelection();
    if (text.current === null || selection === null || selection.isCollapsed) return;
    const words = chosenWords(item.body, text.current, selection);
    selection.removeAllRanges();
    onChoose(words);
  };
  return (
    <div lang={foreign}>
      {item.title === "" ? null : (
        <h2 className={styles.title}>
          {verbatimSegments(item.title, item.titleMasks, [], null).map((segment) => (
            <SegmentText key={segment.start} segment={segment} names={names} />
          ))}
        </h2>
      )}
      <p className={styles.text} ref={text} onPointerUp={choose}>
        {verbatimSegments(item.body, item.masks, item.codings, chosen).map((segment) => (
          <SegmentText key={segment.start} segment={segment} names={names} />
        ))}
      </p>
    </div>
  );
}

function SegmentText({ segment, names }: { readonly segment: Segment; readonly names: Names }) {
  const { t } = useTranslation("feedback");
  const language = useLanguage();
  const numbers = segment.endingThemeIds.map((themeId) => ({
    themeId,
    sign: names.digit(themeId)?.toString() ?? "•",
    name: names.theme(themeId),
  }));
  if (segment.mask !== null) {
    return (
      <span className={styles.mask} data-start={segment.start} data-masked="" lang={language}>
        <IconLock size={14} stroke={1.75} aria-hidden="true" />
        {t(`pane.masked.${segment.mask}`)}
      </span>
    );
  }
  if (segment.themeIds.length === 0 && !segment.chosen) return <span data-start={segment.start}>{segment.text}</span>;
  return (
    <mark
      className={segment.chosen ? styles.chosen : styles.coded}
      title={segment.themeIds.map(names.theme).join(", ")}
    >
      <span data-start={segment.start}>{segment.text}</span>
      {numbers.map(({ themeId, sign, name }) => (
        <sup key={themeId} className={styles.number} lang={language}>
          <span aria-hidden="true">{sign}</span>
          <span className="visually-hidden">({name})</span>
        </sup>
      ))}
    </mark>
  );
}
