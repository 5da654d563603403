import type { RoundRow } from "@kuultu/domain/rounds/round-view";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { useLanguage } from "#locales/use-language";
import { ledgerTerms, processedOf } from "#rounds/round-ledger-terms";
import { day, wholeNumber } from "#ui/figures";
import { LedgerBar } from "#ui/LedgerBar";

import classes from "./RoundList.module.css";

/** The rounds of a survey, newest first, each with its ledger. */
export function RoundList({ rounds, label }: { readonly rounds: readonly RoundRow[]; readonly label: string }) {
  const { t } = useTranslation("rounds");
  return (
    <div className={classes.frame}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t("list.round")}</th>
            <th scope="col">{t("list.state")}</th>
            <th scope="col">{t("list.open")}</th>
            <th scope="col" data-end>
              {t("list.responses")}
            </th>
            <th scope="col" data-end>
              {t("list.feedback")}
            </th>
            <th scope="col" className={classes.ledger}>
              {t("list.processed")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rounds.map((round) => (
            <Row key={round.id} round={round} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ round }: { readonly round: RoundRow }) {
  const { t } = useTranslation("rounds");
  const language = useLanguage();
  const { slug } = useOrganisation();
  const { ledger } = round;
  const number = (count: number): string => wholeNumber(language, count);
  const parts = ledgerTerms.map(({ name, fill }) => ({
    name,
    fill,
    count: ledger[name],
    label: `${t(`ledger.${name}`)} ${number(ledger[name])}`,
  }));
  return (
    <tr>
      <th scope="row">
        <Link to="/$organisation/rounds/$roundId" params={{ organisation: slug, roundId: round.id }}>
          {round.name}
        </Link>
      </th>
      <td>{t(`state.${round.state}`)}</td>
      <td className="figures">
        {round.opensOn === null && round.closesOn === null
          ? "–"
          : [round.opensOn, round.closesOn].map((each) => (each === null ? "…" : day(language, each))).join("–")}
      </td>
      <td data-end className="figures">
        {round.responses === 0 ? "–" : number(round.responses)}
      </td>
      <td data-end className="figures">
        {ledger.received === 0 ? "–" : number(ledger.received)}
      </td>
      <td className={classes.ledger}>
        {ledger.received > 0 && (
          <div className={classes.processed}>
            <span className="figures">
              {number(processedOf(ledger))}/{number(ledger.received)}
            </span>
            <LedgerBar form="bar" parts={parts} label={parts.map((part) => part.label).join(", ")} />
          </div>
        )}
      </td>
    </tr>
  );
}
