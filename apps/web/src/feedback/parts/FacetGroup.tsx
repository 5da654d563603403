import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { wholeNumber } from "#ui/figures";

import styles from "./Facets.module.css";

const shownAtFirst = 8;

export interface FacetGroupProps<V extends string> {
  readonly label: string;
  readonly values: readonly { readonly id: V; readonly name: string }[];
  readonly counts: Readonly<Record<string, number>> | undefined;
  /** The counts are lower bounds. */
  readonly capped: boolean;
  readonly chosen: V | undefined;
  /** The value chosen; undefined: the chosen one was pressed again. */
  readonly onChoose: (value: V | undefined) => void;
}

/** One facet: values that match something, most frequent first; the chosen one stays in sight. */
export function FacetGroup<V extends string>({ label, values, counts, capped, chosen, onChoose }: FacetGroupProps<V>) {
  const { t } = useTranslation("feedback");
  const headingId = useId();
  const [whole, setWhole] = useState(false);
  const countOf = (id: V): number => counts?.[id] ?? 0;
  const present = values
    .filter((value) => value.id === chosen || countOf(value.id) > 0)
    .toSorted((a, b) => countOf(b.id) - countOf(a.id));
  const shown = whole ? present : present.filter((value, index) => index < shownAtFirst || value.id === chosen);
  if (present.length === 0) return null;
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.heading}>
        {label}
      </h2>
      <ul>
        {shown.map((value) => (
          <li key={value.id}>
            <FacetRow
              name={value.name}
              count={counts === undefined ? undefined : countOf(value.id)}
              capped={capped}
              pressed={value.id === chosen}
              onPress={() => onChoose(value.id === chosen ? undefined : value.id)}
            />
          </li>
        ))}
      </ul>
      {present.length > shownAtFirst ? (
        <button type="button" className={styles.more} onClick={() => setWhole(!whole)}>
          {whole ? t("facet.fewerValues") : t("facet.moreValues", { count: present.length })}
        </button>
      ) : null}
    </section>
  );
}

export interface FacetRowProps {
  readonly name: ReactNode;
  /** Undefined while it is coming. */
  readonly count: number | undefined;
  /** The count is "that many or more". */
  readonly capped: boolean;
  readonly pressed: boolean;
  readonly alert?: boolean;
  readonly onPress: () => void;
}

export function FacetRow({ name, count, capped, pressed, alert = false, onPress }: FacetRowProps) {
  const { t } = useTranslation("feedback");
  const language = useLanguage();
  const shown = count === undefined ? "" : wholeNumber(language, count);
  return (
    <button
      type="button"
      className={styles.row}
      aria-pressed={pressed}
      data-alert={alert || undefined}
      onClick={onPress}
    >
      <span className={styles.name}>{name}</span>
      <span className={styles.count}>
        {count !== undefined && capped ? t("filter.atLeast", { count: shown }) : shown}
      </span>
    </button>
  );
}
