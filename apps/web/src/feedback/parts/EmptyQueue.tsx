import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { useMay, useOrganisation } from "#app/session";
import { Button, buttonClass } from "#ui/Button";
import { EmptyState } from "#ui/EmptyState";

import { type FeedbackSearch, narrowingFilters } from "../feedback-search.ts";

/** Nothing matches, or nothing is left to do: what to do next. */
export function EmptyQueue({ search, onClear }: { readonly search: FeedbackSearch; readonly onClear: () => void }) {
  const { t } = useTranslation("feedback");
  const { slug } = useOrganisation();
  const may = useMay();
  const narrowed = narrowingFilters.some((name) => search[name] !== undefined);
  if (narrowed)
    return (
      <EmptyState
        title={t("list.empty")}
        lines={t("list.emptyLines")}
        action={
          <Button kind="field" onClick={onClear}>
            {t("filter.clear")}
          </Button>
        }
      />
    );
  return (
    <EmptyState
      title={t("list.done")}
      lines={t("list.doneLines")}
      action={
        may("intake.run") ? (
          <Link to="/$organisation/intake" params={{ organisation: slug }} className={buttonClass("field")}>
            {t("list.toIntake")}
          </Link>
        ) : null
      }
    />
  );
}
