import { type FeedbackKind, feedbackKinds } from "@kuultu/domain/feedback/triage-status";
import { useTranslation } from "react-i18next";

import { Keycap } from "#ui/Keycap";

import { useKeyOf } from "../use-keys.ts";
import { kindIcons } from "./kind-icon.ts";
import styles from "./KindSwitch.module.css";

/** The kind of the item; the key stands before the word, as on the keypad. */
export function KindSwitch(props: {
  readonly kind: FeedbackKind;
  readonly locked: boolean;
  readonly onChoose: (kind: FeedbackKind) => void;
}) {
  const { t } = useTranslation("feedback");
  const keyOf = useKeyOf();
  return (
    <div className={styles.kinds} role="group" aria-label={t("kind.label")}>
      {feedbackKinds.map((kind) => {
        const Icon = kindIcons[kind];
        const keys = keyOf(`item.kind-${kind}`);
        const chosen = kind === props.kind;
        return (
          <button
            key={kind}
            type="button"
            className={styles.kind}
            aria-pressed={chosen}
            aria-label={t(`kind.${kind}`)}
            aria-keyshortcuts={keys}
            disabled={props.locked && !chosen}
            title={t(`kind.${kind}`)}
            onClick={() => props.onChoose(kind)}
          >
            <span className={styles.icon}>
              <Icon size={16} stroke={1.5} aria-hidden="true" />
            </span>
            <span className={styles.key} data-none={keys === undefined || undefined}>
              {keys === undefined ? (
                <Icon size={16} stroke={1.5} aria-hidden="true" />
              ) : (
                <Keycap keys={keys} kind={chosen ? "filled" : "plain"} />
              )}
            </span>
            <span className={styles.word}>{t(`kind.${kind}`)}</span>
          </button>
        );
      })}
    </div>
  );
}
