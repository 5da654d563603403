import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { wholeNumber } from "#ui/figures";
import { focusOnArrival } from "#ui/focus";
import { matching } from "#ui/palette-match";

import styles from "./Facets.module.css";

const shownAtFirst = 8;
/** So few values are all there always, those that nothing has dimmed. */
const wholeFrom = 5;

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

/** One facet: values that match something first, most frequent first; the chosen one stays in sight, the rest can be found. */
export function FacetGroup<V extends string>({ label, values, counts, capped, chosen, onChoose }: FacetGroupProps<V>) {
  const { t } = useTranslation(["feedback", "views"]);
  const headingId = useId();
  const [whole, setWhole] = useState(false);
  const [query, setQuery] = useState("");
  const countOf = (id: V): number => counts?.[id] ?? 0;
  const ordered = values.toSorted((a, b) => countOf(b.id) - countOf(a.id));
  const few = values.length <= wholeFrom;
  const atFirst = ordered.filter(
    (value, index) => value.id === chosen || few || (index < shownAtFirst && countOf(value.id) > 0),
  );
  const found = matching(
    query,
    ordered.map((value) => ({ ...value, label: value.name })),
  ).map((match) => match.entry);
  // A facet that nothing has is no help; a chosen value is kept, so that it can be let go.
  if (chosen === undefined && values.every((value) => countOf(value.id) === 0)) return null;
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.heading}>
        {label}
      </h2>
      {whole ? (
        <input
          type="search"
          className={styles.find}
          aria-label={t("views:facet.find", { name: label })}
          placeholder={t("views:facet.find", { name: label })}
          value={query}
          ref={focusOnArrival}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
      ) : null}
      <ul>
        {(whole ? found : atFirst).map((value) => (
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
      {whole && found.length === 0 ? <p className={styles.nothing}>{t("views:facet.none")}</p> : null}
      {few ? null : (
        <button
          type="button"
          className={styles.more}
          aria-expanded={whole}
          onClick={() => {
            setWhole(!whole);
            setQuery("");
          }}
        >
          {whole ? t("facet.fewerValues") : t("facet.moreValues", { count: values.length })}
        </button>
      )}
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
      data-empty={(count === 0 && !pressed) || undefined}
      onClick={onPress}
    >
      <span className={styles.name}>{name}</span>
      <span className={styles.count}>
        {count !== undefined && capped ? t("filter.atLeast", { count: shown }) : shown}
      </span>
    </button>
  );
}
