import type { ImportView } from "@kuultu/domain/intake/import-view";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { importTerms } from "#intake/intake-ledger-terms";
import { useImports } from "#intake/use-intake";
import { useLanguage } from "#locales/use-language";
import { day, dayOfInstant, timeOfDay, wholeNumber } from "#ui/figures";
import { LedgerBar } from "#ui/LedgerBar";
import { SkeletonLines } from "#ui/Skeleton";

import classes from "./EarlierImports.module.css";

/** The newest imports, each with its ledger. */
export function EarlierImports() {
  const { t } = useTranslation("intake");
  const { data: imports, isPending } = useImports();
  return (
    <section aria-labelledby="earlier-title" className={classes.section}>
      <h2 id="earlier-title" className={classes.title}>
        {t("earlier.title")}
      </h2>
      {isPending && <SkeletonLines count={4} height={16} gap={16} />}
      {imports?.length === 0 && <p className={classes.none}>{t("earlier.none")}</p>}
      {imports !== undefined && imports.length > 0 && (
        <div className={classes.frame}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t("earlier.file")}</th>
                <th scope="col">{t("earlier.when")}</th>
                <th scope="col">{t("earlier.state")}</th>
                <th scope="col" data-end>
                  {t("earlier.rows")}
                </th>
                <th scope="col" data-end>
                  {t("ledgerTerm.added")}
                </th>
                <th scope="col" className={classes.ledger}>
                  {t("ledger.title")}
                </th>
              </tr>
            </thead>
            <tbody>
              {imports.map((one) => (
                <Row key={one.id} one={one} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Row({ one }: { readonly one: ImportView }) {
  const { t } = useTranslation("intake");
  const language = useLanguage();
  const { slug } = useOrganisation();
  const number = (count: number): string => wholeNumber(language, count);
  const parts = importTerms.map(({ name, fill }) => ({
    name,
    fill,
    count: one.ledger[name],
    label: `${t(`ledgerTerm.${name}`)} ${number(one.ledger[name])}`,
  }));
  return (
    <tr>
      <th scope="row">
        <Link to="/$organisation/intake/$importId" params={{ organisation: slug, importId: one.id }}>
          {one.fileName}
        </Link>
      </th>
      <td className="figures">
        {day(language, dayOfInstant(one.startedAt))} {timeOfDay(language, one.startedAt)}
      </td>
      <td>{t(`state.${one.state}`)}</td>
      <td data-end className="figures">
        {number(one.ledger.rows)}
      </td>
      <td data-end className="figures">
        {number(one.ledger.added)}
      </td>
      <td className={classes.ledger}>
        {one.ledger.rows > 0 && (
          <LedgerBar form="bar" parts={parts} label={parts.map((part) => part.label).join(", ")} />
        )}
      </td>
    </tr>
  );
}
