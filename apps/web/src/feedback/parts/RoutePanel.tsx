import { routingClasses } from "@kuultu/domain/feedback/triage-status";
import { useTranslation } from "react-i18next";

import { useRoutingNote } from "../use-routing-targets.ts";
import { ReasonPanel } from "./ReasonPanel.tsx";
import type { StepPanelProps } from "./step-panel-props.ts";

/** Where it belongs instead: each class with where that is, and how soon it must be done there. */
export function RoutePanel({ triage }: StepPanelProps) {
  const { t } = useTranslation("feedback");
  const noteOf = useRoutingNote();
  return (
    <ReasonPanel
      question={t("reason.route")}
      reasons={routingClasses.map((value) => ({ value, label: t(`routing.${value}`), note: noteOf(value) }))}
      onChoose={(routingClass) => triage.take({ name: "route", routingClass })}
      onCancel={() => triage.showPanel("keypad")}
    />
  );
}
