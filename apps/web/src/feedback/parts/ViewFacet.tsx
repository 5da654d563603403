import type { FacetCounts } from "@kuultu/domain/feedback/feedback-view";
import IconClockExclamation from "@tabler/icons-react/dist/esm/icons/IconClockExclamation.mjs";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

import type { FeedbackSearch } from "../feedback-search.ts";
import { FacetRow } from "./FacetGroup.tsx";
import styles from "./Facets.module.css";
import { LateClockFacet } from "./LateClockFacet.tsx";

const states = ["new", "in_review", "waiting", "categorised", "answered", "closed", "duplicate", "rejected"] as const;

/** No view of its own: what a chosen view puts itself in the place of. */
const plain = { status: undefined, pastTarget: undefined, pastClock: undefined } as const;

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
  const special = past || search.pastClock !== undefined;
  const status = search.status ?? "open";
  const capped = counts?.capped.includes("status") ?? false;
  const countOf = (key: string): number | undefined =>
    counts === undefined || special ? undefined : (counts.status[key] ?? 0);
  const row = (value: "open" | "processed" | "routed" | (typeof states)[number]) => (
    <li key={value}>
      <FacetRow
        name={t(`view.${value}`)}
        count={countOf(value)}
        capped={capped}
        pressed={!special && status === value}
        onPress={() => onChange({ ...plain, status: value === "open" ? undefined : value })}
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
              alert={pastTarget !== undefined}
              onPress={() => onChange({ ...plain, pastTarget: past ? undefined : true })}
            />
          </li>
        ) : null}
        <LateClockFacet search={search} onPress={(pastClock) => onChange({ ...plain, pastClock })} />
        {row("routed")}
        {row("processed")}
        <li>
          <FacetRow
            name={t("view.all")}
            count={open === undefined || processed === undefined ? undefined : open + processed}
            capped={capped}
            pressed={!special && status === "all"}
            onPress={() => onChange({ ...plain, status: "all" })}
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
