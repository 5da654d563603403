import type { ThemeDetail } from "@kuultu/domain/themes/theme-view";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { measureFigure } from "#themes/measure-figure";
import { latestMention, measureStand } from "#themes/theme-story";
import { useCollectingRounds } from "#themes/use-themes";
import { share, wholeNumber } from "#ui/figures";

import classes from "./Glance.module.css";

/** The answers of the chapters, each a way to its chapter. */
export function Glance({ theme }: { readonly theme: ThemeDetail }) {
  const { t } = useTranslation("themes");
  const language = useLanguage();
  const latest = latestMention(theme, useCollectingRounds());
  const measured = theme.measureRows
    .map((measure) => ({ measure, ...measureStand(measure) }))
    .find((one) => one.change !== null);
  const change =
    measured === undefined || measured.change === null
      ? "–"
      : measureFigure(language, measured.change, measured.measure.unit, true);
  const cells = [
    {
      id: "say",
      title: t("chapter.say"),
      figure: latest?.share == null ? "–" : share(language, latest.share.value, 1),
      note: latest === null ? t("say.nothing") : t("glance.say", { round: latest.round }),
    },
    {
      id: "done",
      title: t("chapter.done"),
      figure: `${wholeNumber(language, theme.actionsDelivered)} / ${wholeNumber(language, theme.actions)}`,
      note: t("glance.done"),
    },
    {
      id: "helped",
      title: t("chapter.helped"),
      figure: change,
      note:
        measured?.way == null
          ? t(theme.measureRows.length === 0 ? "helped.none" : "helped.noChange")
          : t("helped.way", { share: share(language, measured.way) }),
    },
    {
      id: "history",
      title: t("chapter.history"),
      figure: wholeNumber(language, theme.history.length),
      note: t("glance.history"),
    },
  ];
  return (
    <ul className={classes.glance}>
      {cells.map((cell, index) => (
        <li key={cell.id}>
          <a href={`#${cell.id}`}>
            <span className={classes.question}>
              <span aria-hidden="true">{index + 1}</span>
              {cell.title}
            </span>
            <strong className="figures">{cell.figure}</strong>
            <span className={classes.note}>{cell.note}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
