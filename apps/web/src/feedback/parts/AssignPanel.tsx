import { useTranslation } from "react-i18next";

import { OwnerPanel } from "./OwnerPanel.tsx";
import type { StepPanelProps } from "./step-panel-props.ts";

/** Gives the item to a person or a team. */
export function AssignPanel({ item, triage }: StepPanelProps) {
  const { t } = useTranslation("steps");
  const ownerId = item.assigneeId ?? item.teamId;
  return (
    <OwnerPanel
      itemId={item.id}
      title={t("assign.title")}
      ownerId={ownerId}
      offersNobody={ownerId !== null}
      onChoose={({ id, assigneeId, teamId, label }) => {
        if (id === ownerId) triage.showPanel("keypad");
        else triage.take({ name: "assign", assigneeId, teamId, ownerName: label });
      }}
      onCancel={() => triage.showPanel("keypad")}
    />
  );
}
