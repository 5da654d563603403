import { useId } from "react";
import { useTranslation } from "react-i18next";

import type { FeedbackSearch } from "../feedback-search.ts";
import styles from "./Facets.module.css";

/** Narrows to days of arrival, both included. */
export function DatesFacet({
  search,
  onChange,
}: {
  readonly search: FeedbackSearch;
  readonly onChange: (change: Partial<FeedbackSearch>) => void;
}) {
  const { t } = useTranslation("feedback");
  const headingId = useId();
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.heading}>
        {t("facet.dates")}
      </h2>
      <div className={styles.dates}>
        <label>
          {t("filter.from")}
          <input
            type="date"
            value={search.receivedFrom ?? ""}
            max={search.receivedTo}
            onChange={(event) => onChange({ receivedFrom: event.currentTarget.value || undefined })}
          />
        </label>
        <label>
          {t("filter.to")}
          <input
            type="date"
            value={search.receivedTo ?? ""}
            min={search.receivedFrom}
            onChange={(event) => onChange({ receivedTo: event.currentTarget.value || undefined })}
          />
        </label>
      </div>
    </section>
  );
}
