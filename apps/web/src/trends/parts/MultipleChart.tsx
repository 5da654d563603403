import type { TrendView } from "@kuultu/domain/trends/trend-view";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { multipleChart } from "#trends/multiple-chart-drawing";
import type { Multiple, MultiplesData } from "#trends/multiples-data";
import { trendFormat } from "#trends/trend-format";
import { Chart } from "#ui/Chart";

/** One small chart; its numbers stand in the table under all of them. */
export default function MultipleChart({
  data,
  one,
  kind,
}: {
  readonly data: MultiplesData;
  readonly one: Multiple;
  readonly kind: TrendView["kind"];
}) {
  const { t } = useTranslation("trends");
  const language = useLanguage();
  const draw = useMemo(() => multipleChart(data, one, trendFormat(kind, language).axis), [data, one, kind, language]);
  return <Chart name={t("multiples.chartName", { name: one.name })} height={116} draw={draw} />;
}
