import { noThemeReasons, rejectReasons, routingClasses } from "@kuultu/domain/feedback/triage-status";
import { useTranslation } from "react-i18next";

import { Button } from "#ui/Button";
import { focusOnArrival } from "#ui/focus";
import { formText } from "#ui/form-text";

import { DuplicatePanel } from "./DuplicatePanel.tsx";
import { Keypad } from "./Keypad.tsx";
import { ReasonPanel } from "./ReasonPanel.tsx";
import styles from "./ReasonPanel.module.css";
import type { StepPanelProps } from "./step-panel-props.ts";
import { ThemePanel } from "./ThemePanel.tsx";

/** The keypad, or the question that the chosen step asks first. */
export function StepPanel(props: StepPanelProps) {
  const { t } = useTranslation("feedback");
  const { triage } = props;
  const cancel = (): void => triage.showPanel("keypad");
  switch (triage.panel) {
    case "keypad":
      return <Keypad {...props} />;
    case "themes":
      return <ThemePanel {...props} />;
    case "duplicate":
      return <DuplicatePanel {...props} />;
    case "reopen":
      return <ReopenPanel {...props} />;
    case "no-theme":
      return (
        <ReasonPanel
          question={t("reason.noTheme")}
          reasons={noThemeReasons.map((value) => ({ value, label: t(`noTheme.${value}`) }))}
          onChoose={(reason) => triage.take({ name: "no-theme", reason })}
          onCancel={cancel}
        />
      );
    case "route":
      return (
        <ReasonPanel
          question={t("reason.route")}
          reasons={routingClasses.map((value) => ({
            value,
            label: t(`routing.${value}`),
            note: t(`routingNote.${value}`),
          }))}
          onChoose={(routingClass) => triage.take({ name: "route", routingClass })}
          onCancel={cancel}
        />
      );
    case "reject":
      return (
        <ReasonPanel
          question={t("reason.reject")}
          reasons={rejectReasons.map((value) => ({ value, label: t(`reject.${value}`) }))}
          onChoose={(reason) => triage.take({ name: "reject", reason })}
          onCancel={cancel}
        />
      );
  }
}

function ReopenPanel({ triage }: StepPanelProps) {
  const { t } = useTranslation("feedback");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        triage.take({ name: "reopen", reason: formText(event.currentTarget, "reason").trim() });
      }}
    >
      <div className={styles.head}>
        <h2 id="reopen">{t("reason.reopen")}</h2>
        <Button keys="Escape" onClick={() => triage.showPanel("keypad")}>
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
