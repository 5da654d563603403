import IconLock from "@tabler/icons-react/dist/esm/icons/IconLock.mjs";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";

import type { Names } from "../use-names.ts";
import type { Segment, WordMark } from "../verbatim-segments.ts";
import styles from "./Verbatim.module.css";

/** Lanes below this one look alike: five themes on one word are told apart by their numbers. */
const deepestLane = 3;

/** The digit of the keypad, or a dot where the theme has none. */
export function themeSign(names: Names, themeId: string): string {
  return names.digit(themeId)?.toString() ?? "•";
}

/** A run of text with its marks: one underline each, numbered after their last words or named in the margin beside the first. */
export function SegmentText({ segment, names }: { readonly segment: Segment; readonly names: Names }) {
  const { t } = useTranslation("reading");
  const language = useLanguage();
  const spoken = (mark: WordMark): string => {
    const digit = names.digit(mark.themeId);
    return digit === null ? names.theme(mark.themeId) : `${digit} ${names.theme(mark.themeId)}`;
  };
  const text =
    segment.mask === null ? (
      <span className={segment.hit ? styles.hit : undefined} data-start={segment.start}>
        {segment.text}
      </span>
    ) : (
      <Mask start={segment.start} kind={segment.mask} />
    );
  if (segment.marks.length === 0 && !segment.chosen) return text;
  const lines = segment.marks.reduceRight<ReactNode>(
    (inner, mark) => (
      <span className={styles.lane} data-lane={Math.min(mark.lane, deepestLane)}>
        {inner}
      </span>
    ),
    text,
  );
  return (
    <>
      {segment.beginning.map((mark) => (
        <span key={mark.id} className={styles.aside} data-start={segment.start} data-masked="" lang={language}>
          <span className="visually-hidden">[{t("mark.begins", { name: spoken(mark) })}]</span>
          <span className={styles.margin} aria-hidden="true">
            <span className={styles.lane} data-lane={Math.min(mark.lane, deepestLane)}>
              {"\u2002\u2002"}
            </span>
            <span className={styles.digit}>{themeSign(names, mark.themeId)}</span>
            <span>{names.theme(mark.themeId)}</span>
          </span>
        </span>
      ))}
      <mark
        className={segment.chosen ? styles.chosen : styles.coded}
        title={segment.marks.map(({ themeId }) => names.theme(themeId)).join(", ")}
      >
        {lines}
      </mark>
      {segment.ending.map((mark) => (
        <sup key={mark.id} className={styles.number} data-start={segment.end} data-masked="" lang={language}>
          <span className={styles.sign} aria-hidden="true">
            {themeSign(names, mark.themeId)}
          </span>
          <span className="visually-hidden">[{t("mark.ends", { name: spoken(mark) })}]</span>
        </sup>
      ))}
    </>
  );
}

function Mask({ start, kind }: { readonly start: number; readonly kind: NonNullable<Segment["mask"]> }) {
  const { t } = useTranslation("feedback");
  const language = useLanguage();
  return (
    <span className={styles.mask} data-start={start} data-masked="" lang={language}>
      <IconLock size={14} stroke={1.75} aria-hidden="true" />
      {t(`pane.masked.${kind}`)}
    </span>
  );
}
