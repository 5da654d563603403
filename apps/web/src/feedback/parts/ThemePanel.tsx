import { mayBeCodedTo } from "@kuultu/domain/feedback/coding";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { inOrder } from "#ui/figures";
import { matching } from "#ui/palette-match";

import { FindPanel } from "./FindPanel.tsx";
import type { StepPanelProps } from "./step-panel-props.ts";

/** Any theme of the codebook by its name, several in a row. */
export function ThemePanel({ item, triage, names }: StepPanelProps) {
  const { t } = useTranslation("feedback");
  const language = useLanguage();
  const [query, setQuery] = useState("");
  const themes = names.themes
    .filter((theme) => mayBeCodedTo(theme.status))
    .map((theme) => ({
      id: theme.id,
      label: names.theme(theme.id),
      note: theme.parentId === null ? "" : names.theme(theme.parentId),
    }));
  const options = matching(
    query,
    inOrder(language, themes, (theme) => theme.label),
  ).map(({ entry }) => ({
    id: entry.id,
    name: entry.label,
    note: entry.note,
    chosen: item.themeIds.includes(entry.id),
  }));
  return (
    <FindPanel
      title={t("picker.label")}
      placeholder={t("picker.placeholder")}
      nothing={t("picker.nothing")}
      hint={t("picker.hint")}
      query={query}
      onQuery={setQuery}
      options={options}
      onChoose={(themeId) => {
        triage.toggleTheme(themeId);
        setQuery("");
      }}
      onCancel={() => triage.showPanel("keypad")}
    />
  );
}
