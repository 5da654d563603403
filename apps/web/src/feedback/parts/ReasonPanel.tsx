import { useTranslation } from "react-i18next";

import type { Command } from "#ui/command";
import { Button } from "#ui/Button";
import { focusOnArrival } from "#ui/focus";
import { Keycap } from "#ui/Keycap";
import { useCommands } from "#ui/shortcuts";

import styles from "./ReasonPanel.module.css";

export interface Reason<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly note?: string;
}

/** A question with few answers, each on a digit; stands where the keypad stood. */
export function ReasonPanel<V extends string>(props: {
  readonly question: string;
  readonly reasons: readonly Reason<V>[];
  readonly onChoose: (value: V) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation("feedback");
  const digit = (index: number): string => String((index + 1) % 10);
  useCommands(
    props.reasons.map((reason, index): Command => ({
      name: `reason.${reason.value}`,
      label: reason.label,
      group: props.question,
      keys: [digit(index)],
      run: () => props.onChoose(reason.value),
    })),
  );
  return (
    <>
      <div className={styles.head}>
        <h2>{props.question}</h2>
        <Button keys="Escape" onClick={props.onCancel}>
          {t("reason.cancel")}
        </Button>
      </div>
      <ul className={styles.reasons}>
        {props.reasons.map((reason, index) => (
          <li key={reason.value}>
            <button
              type="button"
              className={styles.reason}
              aria-keyshortcuts={digit(index)}
              ref={index === 0 ? focusOnArrival : null}
              onClick={() => props.onChoose(reason.value)}
            >
              <Keycap keys={digit(index)} size="key" />
              <span>
                {reason.label}
                {reason.note === undefined ? null : <span className={styles.note}>{reason.note}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
