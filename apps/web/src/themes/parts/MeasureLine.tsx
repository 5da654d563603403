import type { MeasureView } from "@kuultu/domain/themes/theme-view";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { measureFigure } from "#themes/measure-figure";
import { measureStand } from "#themes/theme-story";
import { PublishedMark } from "#ui/PublishedText";

import classes from "./MeasureLine.module.css";

/** From the first figure by way of the latest to the target, on one line. */
export function MeasureLine({ measure }: { readonly measure: MeasureView }) {
  const { t } = useTranslation("themes");
  const language = useLanguage();
  const { first, latest, way } = measureStand(measure);
  const figure = (value: string | number): string => measureFigure(language, Number(value), measure.unit);
  if (first === null) return <p className={classes.none}>{t("helped.noMeasurement")}</p>;
  const at = way === null ? 0.5 : Math.max(0, Math.min(1, way));
  return (
    <div className={classes.line}>
      <div className={classes.track} aria-hidden="true">
        <span className={classes.done} style={{ width: latest === null ? 0 : `${at * 100}%` }} />
        <span className={classes.first} />
        {latest !== null && <span className={classes.latest} style={{ left: `${at * 100}%` }} />}
        {measure.targetValue !== null && <span className={classes.target} />}
      </div>
      <dl className={classes.ends}>
        <div>
          <dt>{t("helped.baseline", { year: first.periodEnd.slice(0, 4) })}</dt>
          <dd className="figures">
            {figure(first.value)}
            {first.published && <PublishedMark published={t("published")} />}
          </dd>
        </div>
        {latest !== null && (
          <div>
            <dt>
              {t(latest.complete ? "helped.latest" : "helped.latestPartial", { year: latest.periodEnd.slice(0, 4) })}
            </dt>
            <dd className="figures" data-latest>
              {figure(latest.value)}
              {latest.published && <PublishedMark published={t("published")} />}
            </dd>
          </div>
        )}
        <div>
          <dt>{t("helped.target", { year: measure.targetOn?.slice(0, 4) ?? "" })}</dt>
          <dd className="figures">{measure.targetValue === null ? "–" : figure(measure.targetValue)}</dd>
        </div>
      </dl>
    </div>
  );
}
