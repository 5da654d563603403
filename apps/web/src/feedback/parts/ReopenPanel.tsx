import { useTranslation } from "react-i18next";

import { Button } from "#ui/Button";
import { focusOnArrival } from "#ui/focus";
import { onEscape } from "#ui/on-escape";
import { formText } from "#ui/form-text";

import styles from "./ReasonPanel.module.css";
import type { StepPanelProps } from "./step-panel-props.ts";

export function ReopenPanel({ triage }: StepPanelProps) {
  const { t } = useTranslation("feedback");
  const leave = (): void => triage.showPanel("keypad");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        triage.take({ name: "reopen", reason: formText(event.currentTarget, "reason").trim() });
      }}
      onKeyDown={onEscape(leave)}
    >
      <div className={styles.head}>
        <h2 id="reopen">{t("reason.reopen")}</h2>
        <Button keys="Escape" onClick={leave}>
          {t("reason.cancel")}
        </Button>
      </div>
      <div className={styles.form}>
        <input
          name="reason"
          className={styles.field}
          aria-labelledby="reopen"
          required
          minLength={3}
          maxLength={500}
          ref={focusOnArrival}
        />
        <Button kind="field" type="submit">
          {t("reason.confirm")}
        </Button>
      </div>
    </form>
  );
}
