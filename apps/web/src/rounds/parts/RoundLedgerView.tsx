import type { RoundView } from "@kuultu/domain/rounds/round-view";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { useMay, useOrganisation } from "#app/session";
import { useLanguage } from "#locales/use-language";
import { ledgerTerms, processedOf } from "#rounds/round-ledger-terms";
import { share, wholeNumber } from "#ui/figures";
import { LedgerEquation } from "#ui/LedgerEquation";

import classes from "./RoundSections.module.css";

/** received = categorised + routed + duplicate + rejected + open, and what that comes to. */
export function RoundLedgerView({ round }: { readonly round: RoundView }) {
  const { t } = useTranslation("rounds");
  const language = useLanguage();
  const may = useMay();
  const { slug } = useOrganisation();
  const { ledger } = round;
  const number = (count: number): string => wholeNumber(language, count);
  const processed = processedOf(ledger);
  const terms = ledgerTerms.map(({ name, fill }) => ({
    name,
    fill,
    label: t(`ledger.${name}`),
    count: ledger[name],
    figure: number(ledger[name]),
  }));
  return (
    <section aria-labelledby="ledger-title" className={classes.section}>
      <h2 id="ledger-title" className={classes.title}>
        {t("ledger.title")}
        {ledger.received > 0 && (
          <span className="figures">
            {t(ledger.open === 0 ? "ledger.all" : "ledger.processed", {
              processed: number(processed),
              received: number(ledger.received),
              share: share(language, processed / ledger.received),
            })}
          </span>
        )}
      </h2>
      {ledger.received === 0 ? (
        <p className={classes.note}>{t("ledger.none")}</p>
      ) : (
        <LedgerEquation
          whole={{ label: t("ledger.received"), figure: number(ledger.received) }}
          terms={terms}
          label={`${t("ledger.received")} ${number(ledger.received)} = ${terms.map((term) => `${term.label} ${term.figure}`).join(" + ")}`}
        />
      )}
      {may("feedback.read") && ledger.open > 0 && (
        <p className={classes.links}>
          <Link
            to="/$organisation/feedback"
            params={{ organisation: slug }}
            search={{ roundId: round.id, status: "open" }}
          >
            {t("openOpen", { count: ledger.open })}
          </Link>
        </p>
      )}
    </section>
  );
}
