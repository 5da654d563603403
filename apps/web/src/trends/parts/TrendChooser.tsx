import { inLanguage } from "@kuultu/domain/language";
import type { TrendView } from "@kuultu/domain/trends/trend-view";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import type { TrendSearch } from "#trends/trend-search";
import { comparisonsOf, splitFacets } from "#trends/trend-split";
import type { TrendQuestion } from "#trends/use-trends";
import { ChoiceMenu } from "#ui/ChoiceMenu";

interface TrendChooserProps {
  readonly question: TrendQuestion;
  readonly view: TrendView | undefined;
  readonly search: TrendSearch;
  readonly onChange: (search: TrendSearch) => void;
}

/** Which question, compared with what, split by what. A new question starts from its usual comparison. */
export function TrendChooser({ question, view, search, onChange }: TrendChooserProps) {
  const { t } = useTranslation("trends");
  const language = useLanguage();
  const comparisons = view === undefined ? [] : comparisonsOf(view);
  const battery = (prefix: string): string =>
    prefix === "channel" ? t("battery.channel") : t("battery.other", { prefix });
  return (
    <>
      <ChoiceMenu
        label={t("question")}
        showLabel
        choices={question.rows.map((row) => ({ value: row.key, label: inLanguage(row.names, language) }))}
        value={question.chosen?.key ?? ""}
        onChange={(series) => onChange({ ...search, series, compare: undefined, by: undefined })}
      />
      {comparisons.length > 0 && (
        <ChoiceMenu
          label={t("compare")}
          showLabel
          choices={comparisons.map(({ value, a, b, year }) => ({
            value,
            label: t(year ? "compareYear" : "compareValue", { a, b }),
            group: t(year ? "compareYears" : "compareRounds"),
          }))}
          value={view?.comparison == null ? (search.compare ?? "") : `${view.comparison.a},${view.comparison.b}`}
          onChange={(compare) => onChange({ ...search, compare })}
        />
      )}
      <ChoiceMenu
        label={t("split")}
        showLabel
        choices={[
          { value: "none", label: t("splitNone") },
          ...question.batteries.map(({ prefix }) => ({
            value: `battery-${prefix}`,
            label: battery(prefix),
            group: t("splitBatteries"),
          })),
          ...splitFacets.map((facet) => ({ value: facet, label: t(`by.${facet}`), group: t("splitFacets") })),
        ]}
        value={question.by}
        onChange={(by) => onChange({ ...search, by })}
      />
    </>
  );
}
