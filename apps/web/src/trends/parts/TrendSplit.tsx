import type { TrendView } from "@kuultu/domain/trends/trend-view";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { batteryInputs, facetInputs, isSplitFacet } from "#trends/trend-split";
import { type TrendQuestion, useBattery, useFacetNames } from "#trends/use-trends";
import { Skeleton } from "#ui/Skeleton";

import { Multiples } from "./Multiples.tsx";

/** The same series by the values of a facet, or the questions of a battery beside it. */
export function TrendSplit({ question, view }: { readonly question: TrendQuestion; readonly view: TrendView }) {
  const { t } = useTranslation("trends");
  const language = useLanguage();
  const { battery, views, waiting } = useBattery(question);
  const names = useFacetNames(question.by);
  if (waiting) return <Skeleton height={220} />;
  if (battery !== undefined) {
    const first = views[0];
    if (first === undefined) return null;
    const title = battery.prefix === "channel" ? t("battery.channel") : t("battery.other", { prefix: battery.prefix });
    return (
      <Multiples
        title={title}
        inputs={batteryInputs(views, language)}
        kind={first.kind}
        scaleMin={first.scaleMin}
        scaleMax={first.scaleMax}
        battery
      />
    );
  }
  if (!isSplitFacet(question.by)) return null;
  const inputs = facetInputs(view, names, language);
  if (inputs.length === 0) return <p>{t("multiples.empty")}</p>;
  return (
    <Multiples
      title={t("multiples.title", { by: t(`by.${question.by}`) })}
      inputs={inputs}
      kind={view.kind}
      scaleMin={view.scaleMin}
      scaleMax={view.scaleMax}
      battery={false}
    />
  );
}
