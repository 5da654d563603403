import IconCheck from "@tabler/icons-react/dist/esm/icons/IconCheck.mjs";
import { useTranslation } from "react-i18next";

import { Keycap } from "#ui/Keycap";

import type { PinnedDigit } from "../item-commands.ts";
import { useKeyOf } from "../use-keys.ts";
import styles from "./Keypad.module.css";

/** One key: its digit, its theme, and in the corner that the item has it, on how many places. */
export function ThemeKey(props: {
  readonly digit: PinnedDigit;
  readonly name: string;
  readonly codings: number;
  readonly locked: boolean;
  readonly onPress: () => void;
}) {
  const { t } = useTranslation("feedback");
  const ownKey = useKeyOf()(`item.theme-${props.digit}`);
  const on = props.codings > 0;
  return (
    <button
      type="button"
      className={styles.key}
      aria-pressed={on}
      aria-keyshortcuts={ownKey}
      disabled={props.locked}
      onClick={props.onPress}
    >
      <Keycap keys={ownKey ?? String(props.digit)} size="key" kind={on ? "filled" : "plain"} />
      <span className={styles.name}>{props.name}</span>
      {on ? (
        <span className={styles.corner}>
          {props.codings > 1 ? <span aria-hidden="true">{props.codings}</span> : null}
          <IconCheck size={14} stroke={2} aria-hidden="true" />
          {props.codings > 1 ? (
            <span className="visually-hidden">{t("keypad.times", { count: props.codings })}</span>
          ) : null}
        </span>
      ) : null}
    </button>
  );
}
