import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { wholeNumber } from "#ui/figures";
import { focusOnArrival } from "#ui/focus";
import { matching } from "#ui/palette-match";

import { arranged, type FacetOrder, isFew, keptInPlace } from "../facet-order.ts";
import styles from "./Facets.module.css";

export interface FacetGroupProps<V extends string> {
  readonly label: string;
  readonly values: readonly { readonly id: V; readonly name: string }[];
  readonly counts: Readonly<Record<string, number>> | undefined;
  /** The counts are lower bounds. */
  readonly capped: boolean;
  readonly chosen: V | undefined;
  readonly order: FacetOrder;
  /** The list that the counts are of: for another one the values may stand anew. */
  readonly list: string;
  /** The value chosen; undefined: the chosen one was pressed again. */
  readonly onChoose: (value: V | undefined) => void;
}

/** One facet: values that match something first; none moves under the hand while counts change, and the rest can be found. */
export function FacetGroup<V extends string>(props: FacetGroupProps<V>) {
  const { label, values, counts, capped, chosen, order, list, onChoose } = props;
  const { t } = useTranslation(["feedback", "views"]);
  const headingId = useId();
  const [whole, setWhole] = useState(false);
  const [query, setQuery] = useState("");
  const countOf = (id: V): number => counts?.[id] ?? 0;
  const counted = { values: values.map(({ id }) => id), countOf };
  const [stands, setStands] = useState({ list: "", ...arranged(counted, order) });
  if (stands.list !== list && counts !== undefined) setStands({ list, ...arranged(counted, order) });
  const place = keptInPlace(stands, counted, chosen);
  const byId = new Map(values.map((value) => [value.id, value]));
  const ordered = place.order.flatMap((id) => byId.get(id) ?? []);
  const atFirst = place.inSight.flatMap((id) => byId.get(id) ?? []);
  const few = isFew(values);
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
