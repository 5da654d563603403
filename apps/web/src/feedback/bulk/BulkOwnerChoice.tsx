import { useTranslation } from "react-i18next";

import { OwnerPanel } from "../parts/OwnerPanel.tsx";
import type { BulkChoiceProps } from "./BulkChoice.tsx";

/** A person, a team, or nobody. */
export function BulkOwnerChoice({ onChoose, onCancel }: BulkChoiceProps) {
  const { t } = useTranslation("bulk");
  return (
    <OwnerPanel
      itemId={null}
      title={t("owner.title")}
      offersNobody
      onChoose={({ assigneeId, teamId }) => onChoose({ step: "assign", assigneeId, teamId })}
      onCancel={onCancel}
    />
  );
}
