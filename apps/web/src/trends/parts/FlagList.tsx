import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import type { TrendFlag } from "#trends/trend-chart-data";
import { day } from "#ui/figures";

import classes from "./FlagList.module.css";

/** What the letters over the chart stand for. */
export function FlagList({ flags }: { readonly flags: readonly TrendFlag[] }) {
  const { t } = useTranslation("trends");
  const language = useLanguage();
  if (flags.length === 0) return null;
  return (
    <ul className={classes.flags} aria-label={t("chart.flags")}>
      {flags.map((flag) => (
        <li key={flag.letter}>
          <span className={classes.letter}>{flag.letter}</span>
          {flag.name} <span className={`${classes.on} figures`}>{day(language, flag.on)}</span>
        </li>
      ))}
    </ul>
  );
}
