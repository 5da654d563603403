import type { RoundView } from "@kuultu/domain/rounds/round-view";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { useMay, useOrganisation } from "#app/session";
import { useLanguage, useName } from "#locales/use-language";
import { share, wholeNumber } from "#ui/figures";

import classes from "./WhatWasSaid.module.css";

/** Themes of the round as shares with their intervals, from 0 on one scale; each leads to its verbatims. */
export function WhatWasSaid({ round }: { readonly round: RoundView }) {
  const { t } = useTranslation("rounds");
  const language = useLanguage();
  const name = useName();
  const may = useMay();
  const { slug } = useOrganisation();
  const themes = round.themes.toSorted((one, other) => (other.count ?? -1) - (one.count ?? -1));
  const to = Math.max(0.1, ...themes.map((theme) => theme.high ?? 0));
  const at = (value: number): string => `${(value / to) * 100}%`;
  return (
    <section aria-labelledby="said-title" className={classes.section}>
      <h2 id="said-title" className={classes.title}>
        {t("said.title")}{" "}
        {round.classifiable > 0 && (
          <span className="figures">{t("said.base", { base: wholeNumber(language, round.classifiable) })}</span>
        )}
      </h2>
      {themes.length === 0 && (
        <p className={classes.note}>{t(round.ledger.received === 0 ? "ledger.none" : "said.none")}</p>
      )}
      <ul>
        {themes.map((theme) => (
          <li key={theme.themeId} className={classes.theme}>
            <span className={classes.name}>
              {may("feedback.read") ? (
                <Link
                  to="/$organisation/feedback"
                  params={{ organisation: slug }}
                  search={{ roundId: round.id, themeId: theme.themeId, status: "all" }}
                >
                  {name(theme.names)}
                </Link>
              ) : (
                name(theme.names)
              )}
            </span>
            <span className={`${classes.count} figures`}>
              {theme.count === null ? "<10" : wholeNumber(language, theme.count)}
            </span>
            <strong className="figures">
              {theme.share === null ? t("said.suppressed") : share(language, theme.share, 1)}
            </strong>
            {theme.share !== null && theme.low !== null && theme.high !== null && (
              <span
                className={classes.line}
                role="img"
                aria-label={t("said.interval", {
                  low: share(language, theme.low, 1),
                  high: share(language, theme.high, 1),
                })}
              >
                <span className={classes.upTo} style={{ width: at(theme.share) }} />
                <span className={classes.interval} style={{ left: at(theme.low), width: at(theme.high - theme.low) }} />
                <span className={classes.point} style={{ left: at(theme.share) }} />
              </span>
            )}
          </li>
        ))}
      </ul>
      {themes.length > 0 && <p className={classes.note}>{t("said.many")}</p>}
    </section>
  );
}
