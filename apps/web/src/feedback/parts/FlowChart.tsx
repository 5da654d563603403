import type { FlowView } from "@kuultu/domain/feedback/flow";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { Chart } from "#ui/Chart";
import { dayNear, weekdayNear, wholeNumber } from "#ui/figures";

import { flowChartData } from "../flow-chart-data.ts";
import { flowChart } from "../flow-chart-drawing.ts";

/** Loaded when the page of the flow is opened: the canvas library comes with it. */
export default function FlowChart({ flow }: { readonly flow: FlowView }) {
  const { t } = useTranslation("flow");
  const language = useLanguage();
  const { draw, stops } = useMemo(() => {
    const data = flowChartData(flow.days);
    const figure = (value: number): string => wholeNumber(language, value);
    return {
      draw: flowChart(data, { day: (day) => (day === "" ? "" : dayNear(language, day, flow.today)), figure }),
      stops: data.points.map(({ x, day, received, processed }) => ({
        x,
        y: Math.max(received, processed),
        reading: t("chart.reading", {
          day: weekdayNear(language, day, flow.today),
          received: figure(received),
          processed: figure(processed),
        }),
      })),
    };
  }, [flow, language, t]);
  return <Chart name={t("chart.name")} height={280} draw={draw} stops={stops} stopsName={t("chart.stops")} />;
}
