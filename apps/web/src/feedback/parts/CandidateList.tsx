import type { DuplicateCandidate } from "@kuultu/domain/feedback/duplicate-candidate";
import IconCheck from "@tabler/icons-react/dist/esm/icons/IconCheck.mjs";
import { useId } from "react";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { useLanguage } from "#locales/use-language";
import { age, dayOfInstant, share } from "#ui/figures";
import { focusOnArrival } from "#ui/focus";
import { Keycap } from "#ui/Keycap";

import type { CandidateChoice } from "../candidate-choice.ts";
import { shownFirstLine } from "../first-line.ts";
import styles from "./DuplicatePanel.module.css";

export interface CandidateListProps {
  readonly candidates: readonly DuplicateCandidate[];
  readonly choice: CandidateChoice;
  readonly onPoint: (index: number) => void;
  readonly onMark: (id: string) => void;
  readonly onChoose: (id: string) => void;
  /** True where the key meant something here. */
  readonly onKey: (key: string) => boolean;
}

/** One line for each digit: what was said, why it is offered, how old it is; a click on the sign marks, on the line chooses. */
export function CandidateList(props: CandidateListProps) {
  const { t } = useTranslation(["reading", "feedback"]);
  const language = useLanguage();
  const { today } = useOrganisation();
  const listId = useId();
  const { candidates, choice } = props;
  const why = ({ reasons, likeness }: DuplicateCandidate): string =>
    reasons
      .map((reason) => t(`duplicates.reason.${reason}`, { share: share(language, Math.min(0.99, likeness ?? 0)) }))
      .join(", ");
  return (
    <div
      role="listbox"
      aria-label={t("duplicates.label")}
      aria-multiselectable="true"
      aria-activedescendant={`${listId}-${choice.pointed}`}
      tabIndex={0}
      className={styles.list}
      ref={focusOnArrival}
      onKeyDown={(event) => {
        if (!event.ctrlKey && !event.metaKey && !event.altKey && props.onKey(event.key)) event.preventDefault();
      }}
    >
      {candidates.map((candidate, index) => {
        const marked = choice.marked.includes(candidate.id);
        return (
          <div
            key={candidate.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={marked}
            data-pointed={index === choice.pointed || undefined}
            className={styles.line}
            onPointerMove={() => props.onPoint(index)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => props.onChoose(candidate.id)}
          >
            <span
              className={styles.sign}
              onClick={(event) => {
                event.stopPropagation();
                props.onMark(candidate.id);
              }}
            >
              {marked ? (
                <IconCheck size={16} stroke={2} aria-hidden="true" />
              ) : (
                <Keycap keys={String(index + 1)} size="key" />
              )}
              {marked ? <span className="visually-hidden">{t("duplicates.marked")}</span> : null}
            </span>
            <span className={styles.said}>
              <span className={styles.first} lang={candidate.language === "und" ? undefined : candidate.language}>
                {shownFirstLine(candidate.firstLine, (kind) => t(`feedback:pane.masked.${kind}`))}
              </span>
              <span className={styles.why}>
                {why(candidate)} · {t(`feedback:status.${candidate.status}`)}
              </span>
            </span>
            <span className={styles.age}>{age(language, dayOfInstant(candidate.receivedAt), today)}</span>
          </div>
        );
      })}
    </div>
  );
}
