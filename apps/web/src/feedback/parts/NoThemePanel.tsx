import { noThemeReasons } from "@kuultu/domain/feedback/triage-status";
import { useTranslation } from "react-i18next";

import { ReasonPanel } from "./ReasonPanel.tsx";
import type { StepPanelProps } from "./step-panel-props.ts";

export function NoThemePanel({ triage }: StepPanelProps) {
  const { t } = useTranslation("feedback");
  return (
    <ReasonPanel
      question={t("reason.noTheme")}
      reasons={noThemeReasons.map((value) => ({ value, label: t(`noTheme.${value}`) }))}
      onChoose={(reason) => triage.take({ name: "no-theme", reason })}
      onCancel={() => triage.showPanel("keypad")}
    />
  );
}
