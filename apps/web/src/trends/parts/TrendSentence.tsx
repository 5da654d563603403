import type { TrendView } from "@kuultu/domain/trends/trend-view";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { withPublishedMarks } from "#trends/published-marks";
import { trendFormat } from "#trends/trend-format";
import { PublishedText } from "#ui/PublishedText";

import { DifferenceLine } from "./DifferenceLine.tsx";
import classes from "./TrendSentence.module.css";

/** Fact first, then whether to believe it, then the figures that say so. */
export function TrendSentence({ view }: { readonly view: TrendView }) {
  const { t } = useTranslation("trends");
  const language = useLanguage();
  const format = trendFormat(view.kind, language);
  const { fact, judgement, detail } = view.sentence[language];
  return (
    <section className={classes.sentence} aria-label={t("sentence")}>
      <div className={classes.words}>
        <p className={classes.fact}>
          <span>
            <PublishedText text={withPublishedMarks(fact, view, format)} bold published={t("published")} />
          </span>{" "}
          <span>{judgement}</span>
        </p>
        <p className={classes.support}>
          <PublishedText text={withPublishedMarks(detail, view, format)} published={t("published")} />
        </p>
      </div>
      {view.comparison !== null && (
        <div className={classes.difference}>
          <DifferenceLine comparison={view.comparison} kind={view.kind} />
        </div>
      )}
    </section>
  );
}
