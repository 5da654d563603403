import { rejectReasons } from "@kuultu/domain/feedback/triage-status";
import { useTranslation } from "react-i18next";

import { ReasonPanel } from "./ReasonPanel.tsx";
import type { StepPanelProps } from "./step-panel-props.ts";

export function RejectPanel({ triage }: StepPanelProps) {
  const { t } = useTranslation("feedback");
  return (
    <ReasonPanel
      question={t("reason.reject")}
      reasons={rejectReasons.map((value) => ({ value, label: t(`reject.${value}`) }))}
      onChoose={(reason) => triage.take({ name: "reject", reason })}
      onCancel={() => triage.showPanel("keypad")}
    />
  );
}
