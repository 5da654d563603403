import type { TrendView } from "@kuultu/domain/trends/trend-view";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { trendChartData } from "#trends/trend-chart-data";
import { trendFormat } from "#trends/trend-format";
import type { ShownScale } from "#trends/trend-scale";
import { decimal } from "#ui/figures";
import { Skeleton } from "#ui/Skeleton";

import { FlagList } from "./FlagList.tsx";
import classes from "./TrendFigures.module.css";
import { TrendTable } from "./TrendTable.tsx";

const TrendChart = lazy(() => import("./TrendChart.tsx"));

interface ShownPartProps {
  readonly scale: ShownScale;
  readonly min: number;
  readonly max: number;
}

/** The whole scale as a ruler, with the part that the chart shows; the words beside it say the same. */
function ShownPart({ scale, min, max }: ShownPartProps) {
  const at = (value: number): number => 2 + ((value - min) / (max - min)) * 56;
  return (
    <svg width={60} height={10} aria-hidden="true" className={classes.ruler}>
      <line x1={2} x2={58} y1={5} y2={5} stroke="var(--edge)" />
      <line x1={2} x2={2} y1={2} y2={8} stroke="var(--edge)" />
      <line x1={58} x2={58} y1={2} y2={8} stroke="var(--edge)" />
      <line x1={at(scale.min)} x2={at(scale.max)} y1={5} y2={5} stroke="var(--ink-1)" strokeWidth={4} />
    </svg>
  );
}

/** The chart with what cuts it said in words, and the same numbers beside it. */
export function TrendFigures({
  view,
  onOpen,
}: {
  readonly view: TrendView;
  readonly onOpen: ((roundId: string) => void) | undefined;
}) {
  const { t } = useTranslation("trends");
  const language = useLanguage();
  const { scale, flags, points } = trendChartData(view, language);
  const format = trendFormat(view.kind, language);
  const whole =
    view.kind === "yes_no"
      ? ""
      : t("chart.scale", { min: decimal(language, view.scaleMin, 0), max: decimal(language, view.scaleMax, 0) });
  const cut = scale.cut ? t("chart.cut", { min: format.axis(scale.min), max: format.axis(scale.max) }) : "";
  return (
    <div className={classes.figures}>
      <section className={classes.chart} aria-labelledby="trend-chart-title">
        <header className={classes.head}>
          <h2 id="trend-chart-title">{t(view.kind === "yes_no" ? "chart.titleShare" : "chart.title")}</h2>
          <p>
            {scale.cut && <ShownPart scale={scale} min={view.scaleMin} max={view.scaleMax} />}
            {[whole, cut].filter((part) => part !== "").join(", ")}
            {whole + cut === "" ? "" : ". "}
            {points.some((point) => point.low !== null) && t("chart.bar")}
          </p>
        </header>
        <Suspense fallback={<Skeleton height={312} />}>
          <TrendChart view={view} onOpen={onOpen} />
        </Suspense>
        <FlagList flags={flags} />
      </section>
      <TrendTable view={view} id="trend-table" />
    </div>
  );
}
