import type { ThemeDetail } from "@kuultu/domain/themes/theme-view";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { shownFirstLine } from "#feedback/first-line";
import { useLanguage } from "#locales/use-language";
import { latestMention, mentionChange, mentionScale } from "#themes/theme-story";
import { useCollectingRounds } from "#themes/use-themes";
import { dayOfInstant, day, languageName, share, wholeNumber } from "#ui/figures";
import { IntervalPill } from "#ui/IntervalPill";

import { Chapter } from "./Chapter.tsx";
import classes from "./WhatPeopleSay.module.css";

/** Mentions by round as shares with intervals, and the newest verbatims. */
export function WhatPeopleSay({ theme }: { readonly theme: ThemeDetail }) {
  const { t } = useTranslation("themes");
  const language = useLanguage();
  const scale = mentionScale(theme);
  const latest = latestMention(theme, useCollectingRounds());
  return (
    <Chapter
      number={1}
      id="say"
      title={t("chapter.say")}
      conclusion={latest === null ? t("say.nothing") : t(`say.${mentionChange(theme)}`)}
    >
      {theme.mentionsByRound.length > 0 && (
        <div className={classes.frame} role="region" aria-label={t("say.table")} tabIndex={0}>
          <table className={classes.table}>
            <caption>{t("say.table")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("say.round")}</th>
                <th scope="col" aria-label={t("say.interval")}>
                  <span className={classes.scale}>
                    <span>{share(language, scale.from)}</span>
                    <span>{t("say.interval")}</span>
                    <span>{share(language, scale.to)}</span>
                  </span>
                </th>
                <th scope="col">%</th>
                <th scope="col">{t("say.mentions")}</th>
              </tr>
            </thead>
            <tbody className="figures">
              {theme.mentionsByRound.map((one) => (
                <tr key={one.roundId} data-newest={one === latest || undefined}>
                  <th scope="row">{one.round}</th>
                  <td>
                    {one.share !== null && (
                      <>
                        <IntervalPill
                          value={one.share.value}
                          low={one.share.low}
                          high={one.share.high}
                          from={scale.from}
                          to={scale.to}
                        />
                        <span className="visually-hidden">{`${share(language, one.share.low, 1)} – ${share(language, one.share.high, 1)}`}</span>
                      </>
                    )}
                  </td>
                  <td>{one.share === null ? "–" : share(language, one.share.value, 1)}</td>
                  <td>
                    {one.count === null ? t("mentions.few") : wholeNumber(language, one.count)}
                    {one.base !== null && <span className={classes.base}> / {wholeNumber(language, one.base)}</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Verbatims theme={theme} />
    </Chapter>
  );
}

const shownVerbatims = 3;

function Verbatims({ theme }: { readonly theme: ThemeDetail }) {
  const { t } = useTranslation(["themes", "feedback"]);
  const language = useLanguage();
  const { slug } = useOrganisation();
  if (theme.items === null) return <p className={classes.closed}>{t("say.closed")}</p>;
  if (theme.items.length === 0) return <p className={classes.closed}>{t("say.noItems")}</p>;
  return (
    <div>
      <ul className={classes.quotes}>
        {theme.items.slice(0, shownVerbatims).map((item) => (
          <li key={item.id}>
            <blockquote lang={item.language === "und" ? undefined : item.language} className={classes.quote}>
              {shownFirstLine(item.firstLine, (kind) => t(`feedback:pane.masked.${kind}`))}
            </blockquote>
            <p className={classes.source}>
              {[
                item.language === "und" ? null : languageName(language, item.language),
                day(language, dayOfInstant(item.receivedAt)),
              ]
                .filter((part) => part !== null)
                .join(" · ")}
            </p>
          </li>
        ))}
      </ul>
      <Link
        to="/$organisation/feedback"
        params={{ organisation: slug }}
        search={{ themeId: theme.id, status: "all" }}
        className={classes.all}
      >
        {t("say.readAll")}
      </Link>
    </div>
  );
}
