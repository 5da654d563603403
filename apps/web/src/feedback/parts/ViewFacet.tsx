import type { FacetCounts } from "@kuultu/domain/feedback/feedback-view";
import IconClockExclamation from "@tabler/icons-react/dist/esm/icons/IconClockExclamation.mjs";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

import type { FeedbackSearch } from "../feedback-search.ts";
import { FacetRow } from "./FacetGroup.tsx";
import styles from "./Facets.module.css";

const states = ["new", "in_review", "waiting", "categorised", "answered", "closed", "duplicate", "rejected"] as const;

export interface ViewFacetProps {
  readonly search: FeedbackSearch;
  readonly counts: FacetCounts | undefined;
  readonly pastTarget: number | undefined;
  readonly onChange: (change: Partial<FeedbackSearch>) => void;
}

/** Which part of the ledger the list shows. */
export function ViewFacet({ search, counts, pastTarget, onChange }: ViewFacetProps) {
  const { t } = useTranslation("feedback");
  const headingId = useId();
  const [whole, setWhole] = useState(false);
  const past = search.pastTarget === true;
  const status = search.status ?? "open";
  const capped = counts?.capped.includes("status") ?? false;
  const countOf = (key: string): number | undefined =>
    counts === undefined || past ? undefined : (counts.status[key] ?? 0);
  const row = (value: "open" | "processed" | "routed" | (typeof states)[number]) => (
    <li key={value}>
      <FacetRow
        name={t(`view.${value}`)}
        count={countOf(value)}
        capped={capped}
        pressed={!past && status === value}
        onPress={() => onChange({ status: value === "open" ? undefined : value, pastTarget: undefined })}
      />
    </li>
  );
  const open = countOf("open");
  const processed = countOf("processed");
  const showsStates = whole || states.some((state) => state === status);
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.heading}>
        {t("view.label")}
      </h2>
      <ul>
        {row("open")}
        {past || pastTarget !== 0 ? (
          <li>
            <FacetRow
              name={
                <>
                  <IconClockExclamation size={16} stroke={1.5} aria-hidden="true" />
                  {t("view.pastTarget")}
                </>
              }
              count={pastTarget}
              capped={false}
              pressed={past}
              alert
              onPress={() => onChange({ status: undefined, pastTarget: past ? undefined : true })}
            />
          </li>
        ) : null}
        {row("routed")}
        {row("processed")}
        <li>
          <FacetRow
            name={t("view.all")}
            count={open === undefined || processed === undefined ? undefined : open + processed}
            capped={capped}
            pressed={!past && status === "all"}
            onPress={() => onChange({ status: "all", pastTarget: undefined })}
          />
        </li>
        {showsStates ? states.map(row) : null}
      </ul>
      {showsStates && !whole ? null : (
        <button type="button" className={styles.more} onClick={() => setWhole(!whole)}>
          {whole ? t("facet.fewerValues") : t("facet.more")}
        </button>
      )}
    </section>
  );
}
