import { routingClasses } from "@kuultu/domain/feedback/triage-status";
import { useTranslation } from "react-i18next";

import { ReasonPanel } from "./ReasonPanel.tsx";
import type { StepPanelProps } from "./step-panel-props.ts";

export function RoutePanel({ triage }: StepPanelProps) {
  const { t } = useTranslation("feedback");
  return (
    <ReasonPanel
      question={t("reason.route")}
      reasons={routingClasses.map((value) => ({
        value,
        label: t(`routing.${value}`),
        note: t(`routingNote.${value}`),
      }))}
      onChoose={(routingClass) => triage.take({ name: "route", routingClass })}
      onCancel={() => triage.showPanel("keypad")}
    />
  );
}
