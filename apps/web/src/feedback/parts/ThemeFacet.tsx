import { useId } from "react";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { ChoiceMenu } from "#ui/ChoiceMenu";
import { inOrder } from "#ui/figures";

import type { Names } from "../use-names.ts";
import styles from "./Facets.module.css";

/** Narrows to one theme; there may be hundreds, so they stand in a menu. */
export function ThemeFacet(props: {
  readonly names: Names;
  readonly chosen: string | undefined;
  readonly onChoose: (themeId: string | undefined) => void;
}) {
  const { t } = useTranslation("feedback");
  const language = useLanguage();
  const headingId = useId();
  const themes = inOrder(
    language,
    props.names.themes.filter((theme) => theme.status !== "merged"),
    (theme) => props.names.theme(theme.id),
  );
  if (themes.length === 0) return null;
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId} className={styles.heading}>
        {t("facet.theme")}
      </h2>
      <div className={styles.chooser}>
        <ChoiceMenu
          label={t("facet.theme")}
          value={props.chosen ?? ""}
          choices={[
            { value: "", label: t("filter.anyTheme") },
            ...themes.map((theme) => ({ value: theme.id, label: props.names.theme(theme.id) })),
          ]}
          onChange={(value) => props.onChoose(value === "" ? undefined : value)}
        />
      </div>
    </section>
  );
}
