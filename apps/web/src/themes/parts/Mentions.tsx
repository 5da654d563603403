import type { ThemeCard } from "@kuultu/domain/themes/theme-view";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { share, wholeNumber } from "#ui/figures";
import { IntervalPill } from "#ui/IntervalPill";

import classes from "./Mentions.module.css";

/** The scale that all cards share: few themes pass half of what is said. */
const scaleTo = 0.5;

/** How many say it, which share that is, and its interval on one scale for all cards. */
export function Mentions({ card }: { readonly card: Pick<ThemeCard, "mentions" | "share"> }) {
  const { t } = useTranslation("themes");
  const language = useLanguage();
  if (card.mentions === null) {
    return (
      <p className={classes.mentions}>
        <strong className="figures">{"<10"}</strong> {t("mentions.suppressed")}
      </p>
    );
  }
  return (
    <p className={classes.mentions}>
      <strong className="figures">{wholeNumber(language, card.mentions)}</strong>
      <span className="visually-hidden">{t("mentions.unit", { count: card.mentions })}</span>
      {card.share !== null && (
        <>
          <span className="figures">{share(language, card.share.value)}</span>
          <span className="visually-hidden">
            {t("mentions.interval", { low: share(language, card.share.low), high: share(language, card.share.high) })}
          </span>
          <IntervalPill value={card.share.value} low={card.share.low} high={card.share.high} to={scaleTo} track />
        </>
      )}
    </p>
  );
}
