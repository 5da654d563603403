import type { ImportLedger } from "@kuultu/domain/intake/import-ledger";
import { useTranslation } from "react-i18next";

import { importTerms } from "#intake/intake-ledger-terms";
import { useLanguage } from "#locales/use-language";
import { wholeNumber } from "#ui/figures";
import { LedgerEquation } from "#ui/LedgerEquation";

import classes from "./ImportLedgerView.module.css";

/** rows = added + unchanged + updated + duplicate + rejected, and the items that they brought. */
export function ImportLedgerView({ ledger }: { readonly ledger: ImportLedger }) {
  const { t } = useTranslation("intake");
  const language = useLanguage();
  const number = (count: number): string => wholeNumber(language, count);
  const terms = importTerms.map(({ name, fill }) => ({
    name,
    fill,
    label: t(`ledgerTerm.${name}`),
    count: ledger[name],
    figure: number(ledger[name]),
  }));
  return (
    <section aria-labelledby="import-ledger" className={classes.ledger}>
      <h2 id="import-ledger">{t("ledger.title")}</h2>
      <LedgerEquation
        whole={{ label: t("ledger.dataRows"), figure: number(ledger.rows) }}
        terms={terms}
        label={`${t("ledger.dataRows")} ${number(ledger.rows)} = ${terms.map((term) => `${term.label} ${term.figure}`).join(" + ")}`}
      />
      <p className="figures">{t("ledger.items", { count: ledger.items, items: number(ledger.items) })}</p>
    </section>
  );
}
