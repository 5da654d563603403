import type { OpenItems } from "@kuultu/domain/feedback/flow";
import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { useLanguage } from "#locales/use-language";
import { wholeNumber } from "#ui/figures";

import type { FeedbackSearch } from "../feedback-search.ts";
import styles from "./Flow.module.css";

export interface OpenTableRow extends OpenItems {
  readonly key: string;
  readonly name: string;
  /** Where the same items stand in Triage; undefined: nowhere by themselves. */
  readonly search?: FeedbackSearch;
}

/** Open items by who or what, the most first, each with how many are past their target. */
export function OpenTable({ title, rows }: { readonly title: string; readonly rows: readonly OpenTableRow[] }) {
  const { t } = useTranslation("flow");
  const language = useLanguage();
  const { slug } = useOrganisation();
  const headingId = useId();
  const most = Math.max(1, ...rows.map(({ open }) => open));
  return (
    <section aria-labelledby={headingId} className={styles.open}>
      <h2 id={headingId}>{title}</h2>
      {rows.length === 0 ? (
        <p className={styles.quiet}>{t("nothingHere")}</p>
      ) : (
        <table className={styles.table} aria-labelledby={headingId}>
          <thead>
            <tr>
              <th scope="col">{t("name")}</th>
              <th scope="col">{t("openItems")}</th>
              <th scope="col">{t("lateItems")}</th>
            </tr>
          </thead>
          <tbody className="figures">
            {rows.map(({ key, name, open, late, search }) => (
              <tr key={key}>
                <th scope="row">
                  {search === undefined ? (
                    name
                  ) : (
                    <Link to="/$organisation/feedback" params={{ organisation: slug }} search={search}>
                      {name}
                    </Link>
                  )}
                  <span className={styles.bar} aria-hidden="true">
                    <span style={{ inlineSize: `${(100 * open) / most}%` }} />
                  </span>
                </th>
                <td>{wholeNumber(language, open)}</td>
                <td data-alert={late > 0 || undefined}>{wholeNumber(language, late)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
