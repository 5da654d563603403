import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { useMay, useOrganisation } from "#app/session";
import { Button, buttonClass } from "#ui/Button";
import { EmptyState } from "#ui/EmptyState";

import { type FeedbackSearch, narrowingFilters } from "../feedback-search.ts";

interface EmptyQueueProps {
  readonly search: FeedbackSearch;
  /** How many the round, or the organisation, has received; undefined while it is coming. */
  readonly received: number | undefined;
  readonly onClear: () => void;
}

/** Nothing matches, nothing is left to do, or nothing has come yet: what to do next. */
export function EmptyQueue({ search, received, onClear }: EmptyQueueProps) {
  const { t } = useTranslation("feedback");
  const { slug } = useOrganisation();
  const may = useMay();
  const narrowed = search.undelivered || narrowingFilters.some((name) => search[name] !== undefined);
  const clocked = search.pastTarget || search.pastClock !== undefined || (search.status ?? "open") !== "open";
  if (received !== 0 && (narrowed || clocked))
    return (
      <EmptyState
        title={t("list.empty")}
        lines={t("list.emptyLines")}
        action={
          narrowed ? (
            <Button kind="field" onClick={onClear}>
              {t("filter.clear")}
            </Button>
          ) : null
        }
      />
    );
  return (
    <EmptyState
      title={t(received === 0 ? "list.none" : "list.done")}
      lines={t(received === 0 ? "list.noneLines" : "list.doneLines")}
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
