import { useTranslation } from "react-i18next";

import { Button } from "#ui/Button";
import { focusOnArrival } from "#ui/focus";
import type { KeyedCommand } from "#ui/key-conflict";

import styles from "./KeysSection.module.css";

/** Keys that a command is to have and that others hold. */
export interface Wish {
  readonly command: KeyedCommand;
  readonly keys: readonly string[];
  readonly holding: readonly KeyedCommand[];
}

/** Says what holds the key, and asks whether to take it from there. */
export function KeyConflict(props: { readonly wish: Wish; readonly onTake: () => void; readonly onLeave: () => void }) {
  const { t } = useTranslation("remapping");
  const names = props.wish.holding.map((command) => `${command.label} (${command.group})`).join(", ");
  return (
    <div className={styles.conflict} role="alert">
      <p>{t("held", { names })}</p>
      <Button kind="field" small ref={focusOnArrival} onClick={props.onTake}>
        {t("take")}
      </Button>
      <Button small onClick={props.onLeave}>
        {t("leave")}
      </Button>
    </div>
  );
}
