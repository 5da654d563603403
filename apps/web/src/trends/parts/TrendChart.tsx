import type { TrendView } from "@kuultu/domain/trends/trend-view";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { trendChart } from "#trends/trend-chart-drawing";
import { trendChartData } from "#trends/trend-chart-data";
import { trendFormat } from "#trends/trend-format";
import { Chart } from "#ui/Chart";
import { wholeNumber } from "#ui/figures";

interface TrendChartProps {
  readonly view: TrendView;
  /** Opens the verbatims of a round; absent where the person may not read them. */
  readonly onOpen?: ((roundId: string) => void) | undefined;
}

/** Loaded when a chart is first needed: the canvas library comes with it. */
export default function TrendChart({ view, onOpen }: TrendChartProps) {
  const { t } = useTranslation("trends");
  const language = useLanguage();
  const { data, draw, stops } = useMemo(() => {
    const prepared = trendChartData(view, language);
    const format = trendFormat(view.kind, language);
    const newest = prepared.points.at(-1);
    const year = {
      year: prepared.band?.label ?? "",
      figure: `${prepared.band === null ? "" : format.figure(prepared.band.mean)}${prepared.band?.published === true ? " ◆" : ""}`,
    };
    return {
      data: prepared,
      draw: trendChart(prepared, {
        latest: newest === undefined ? "" : format.figure(newest.y),
        band: t("chart.year", year),
        bandShort: `${year.year}: ${year.figure}`,
        breaks: prepared.breaks.map((one) =>
          t(one.kind === "break" ? "chart.break" : "chart.notComparable", { note: one.note }),
        ),
        breakShort: t("chart.breakShort"),
        figure: format.axis,
        base: (n) => (n === null ? "" : `n ${wholeNumber(language, n)}`),
      }),
      stops: prepared.points.map((point) => ({
        x: point.x,
        y: point.y,
        reading: [
          `${point.round}: ${format.figure(point.y)}`,
          point.low === null || point.high === null
            ? ""
            : t("chart.intervalReading", { interval: format.interval(point.low, point.high) }),
          point.n === null ? "" : `n ${wholeNumber(language, point.n)}`,
          point.indicative ? t("legend.indicative") : "",
          onOpen === undefined ? "" : t("chart.opens"),
        ]
          .filter((line) => line !== "")
          .join("\n"),
      })),
    };
  }, [view, language, t, onOpen]);

  return (
    <Chart
      name={t("chart.name")}
      height={312}
      draw={draw}
      stops={stops}
      stopsName={t("chart.stops")}
      onOpen={
        onOpen === undefined
          ? undefined
          : (index) => {
              const roundId = data.points[index]?.roundId;
              if (roundId !== undefined) onOpen(roundId);
            }
      }
    />
  );
}
