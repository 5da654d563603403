import { mayBeCodedTo } from "@kuultu/domain/feedback/coding";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { Button } from "#ui/Button";
import { inOrder } from "#ui/figures";
import { matching } from "#ui/palette-match";
import { useCommands } from "#ui/shortcuts";

import { FindPanel } from "../parts/FindPanel.tsx";
import styles from "./Bulk.module.css";
import type { BulkChoiceProps } from "./BulkChoice.tsx";

/** As many themes as one change can give. */
const mostThemes = 9;

/** Themes to add, several in a row, or one to take off. */
export function BulkThemeChoice({ names, onChoose, onCancel }: BulkChoiceProps) {
  const { t } = useTranslation(["bulk", "feedback"]);
  const language = useLanguage();
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const themes = names.themes
    .filter((theme) => mayBeCodedTo(theme.status) || chosen.includes(theme.id))
    .map((theme) => ({ id: theme.id, label: names.theme(theme.id) }));
  const options = matching(
    query,
    inOrder(language, themes, (theme) => theme.label),
  ).map(({ entry }) => ({ id: entry.id, name: entry.label, chosen: chosen.includes(entry.id) }));
  const [first] = chosen;
  const add = (): void => onChoose({ step: "code", themeIds: [...chosen] });
  useCommands([
    {
      name: "bulk.themes-chosen",
      label: t("themes.add"),
      group: t("title"),
      keys: ["mod+Enter"],
      everywhere: true,
      available: chosen.length > 0,
      run: add,
    },
  ]);
  const toggle = (themeId: string): void => {
    setQuery("");
    setChosen(
      chosen.includes(themeId) ? chosen.filter((id) => id !== themeId) : [...chosen, themeId].slice(-mostThemes),
    );
  };
  return (
    <>
      <FindPanel
        title={t("themes.title")}
        placeholder={t("feedback:picker.placeholder")}
        nothing={t("feedback:picker.nothing")}
        hint={chosen.length === 0 ? t("themes.hint") : chosen.map(names.theme).join(", ")}
        query={query}
        onQuery={setQuery}
        options={options}
        onChoose={toggle}
        onCancel={onCancel}
      />
      <div className={styles.actions}>
        <Button kind="primary" keys="mod+Enter" disabled={chosen.length === 0} onClick={add}>
          {t("themes.add")}
        </Button>
        {chosen.length === 1 && first !== undefined ? (
          <Button kind="field" onClick={() => onChoose({ step: "uncode", themeId: first })}>
            {t("themes.remove")}
          </Button>
        ) : null}
      </div>
    </>
  );
}
