import type { BulkChange } from "@kuultu/domain/feedback/bulk-step";
import { noThemeReasons, rejectReasons, routingClasses } from "@kuultu/domain/feedback/triage-status";
import { useTranslation } from "react-i18next";

import { ReasonPanel } from "../parts/ReasonPanel.tsx";
import { WaitChoice } from "../parts/WaitChoice.tsx";
import type { Names } from "../use-names.ts";
import type { BulkQuestion } from "./bulk-asking.ts";
import { BulkOwnerChoice } from "./BulkOwnerChoice.tsx";
import { BulkThemeChoice } from "./BulkThemeChoice.tsx";

export interface BulkChoiceProps {
  readonly names: Names;
  readonly onChoose: (change: BulkChange) => void;
  readonly onCancel: () => void;
}

/** What has to be known before anything can be previewed: which theme, which reason, where to, until when, who. */
export function BulkChoice({ question, ...props }: BulkChoiceProps & { readonly question: BulkQuestion }) {
  const { t } = useTranslation("feedback");
  const { onChoose, onCancel } = props;
  switch (question) {
    case "themes":
      return <BulkThemeChoice {...props} />;
    case "wait":
      return <WaitChoice onWake={null} onWait={(until) => onChoose({ step: "wait", until })} onCancel={onCancel} />;
    case "assign":
      return <BulkOwnerChoice {...props} />;
    case "no-theme":
      return (
        <ReasonPanel
          question={t("reason.noTheme")}
          reasons={noThemeReasons.map((value) => ({ value, label: t(`noTheme.${value}`) }))}
          onChoose={(reason) => onChoose({ step: "no_theme", reason })}
          onCancel={onCancel}
        />
      );
    case "reject":
      return (
        <ReasonPanel
          question={t("reason.reject")}
          reasons={rejectReasons.map((value) => ({ value, label: t(`reject.${value}`) }))}
          onChoose={(reason) => onChoose({ step: "reject", reason })}
          onCancel={onCancel}
        />
      );
    case "route":
      return (
        <ReasonPanel
          question={t("reason.route")}
          reasons={routingClasses.map((value) => ({ value, label: t(`routing.${value}`) }))}
          onChoose={(routingClass) => onChoose({ step: "route", routingClass })}
          onCancel={onCancel}
        />
      );
  }
}
