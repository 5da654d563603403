import type { TrendComparison, TrendView } from "@kuultu/domain/trends/trend-view";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { trendFormat } from "#trends/trend-format";

import classes from "./DifferenceLine.module.css";

const width = 280;

/** The difference with its interval over a dashed zero: whether zero is inside is seen at once. */
export function DifferenceLine({
  comparison,
  kind,
}: {
  readonly comparison: TrendComparison;
  readonly kind: TrendView["kind"];
}) {
  const { t } = useTranslation("trends");
  const format = trendFormat(kind, useLanguage());
  const { low, high } = comparison;
  const difference = Number(comparison.difference);
  const from = Math.min(0, low);
  const to = Math.max(0, high);
  const at = (value: number): number => 28 + ((value - from) / (to - from || 1)) * (width - 56);
  const inside = low <= 0 && high >= 0;
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>
        <strong>{t("difference.title", { b: comparison.b })}</strong>
        <span>{t("difference.test")}</span>
      </figcaption>
      <svg viewBox={`0 0 ${width} 60`} className={classes.picture} aria-hidden="true">
        <line x1={at(0)} x2={at(0)} y1={6} y2={44} className={classes.zero} />
        <line x1={at(low)} x2={at(high)} y1={26} y2={26} className={classes.interval} />
        <line x1={at(low)} x2={at(low)} y1={20} y2={32} className={classes.interval} />
        <line x1={at(high)} x2={at(high)} y1={20} y2={32} className={classes.interval} />
        <circle cx={at(difference)} cy={26} r={5} className={classes.point} />
        <text x={at(difference)} y={12} className={classes.value} textAnchor="middle">
          {format.change(difference)}
        </text>
        <text x={at(low)} y={54} className={classes.end} textAnchor="middle">
          {format.change(low)}
        </text>
        <text x={at(high)} y={54} className={classes.end} textAnchor="middle">
          {format.change(high)}
        </text>
        {Math.min(Math.abs(at(low) - at(0)), Math.abs(at(high) - at(0))) > 28 && (
          <text x={at(0)} y={54} className={classes.end} textAnchor="middle">
            0
          </text>
        )}
      </svg>
      <p className={classes.note}>{t(inside ? "difference.inside" : "difference.outside")}</p>
    </figure>
  );
}
