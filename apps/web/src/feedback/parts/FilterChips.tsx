import IconX from "@tabler/icons-react/dist/esm/icons/IconX.mjs";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { day, languageName } from "#ui/figures";

import { type FeedbackSearch, narrowingFilters } from "../feedback-search.ts";
import type { Names } from "../use-names.ts";
import styles from "./FilterChips.module.css";

/** What narrows the list now, each with its way out; the words of a search stand in their own line. */
export function FilterChips(props: {
  readonly search: FeedbackSearch;
  readonly names: Names;
  readonly onChange: (change: Partial<FeedbackSearch>) => void;
  readonly onClear: () => void;
}) {
  const { t } = useTranslation(["feedback", "views"]);
  const language = useLanguage();
  const { search, names } = props;
  const words = (filter: (typeof narrowingFilters)[number]): string => {
    const value = search[filter] ?? "";
    if (filter === "kind") return search.kind === undefined ? "" : t(`kind.${search.kind}`);
    if (filter === "source") return search.source === undefined ? "" : t(`source.${search.source}`);
    if (filter === "language") return value === "und" ? t("pane.unknownLanguage") : languageName(language, value);
    if (filter === "themeId") return names.theme(value);
    if (filter === "assigneeId" && value === "nobody") return t("views:facet.nobody");
    if (filter === "assigneeId" || filter === "teamId") return names.owner(value) || t("views:facet.unknown");
    if (filter === "importId") return t("views:facet.thisImport");
    if (filter === "receivedFrom") return `${t("filter.from")} ${day(language, value)}`;
    if (filter === "receivedTo") return `${t("filter.to")} ${day(language, value)}`;
    return names.facet(value);
  };
  return (
    <ul className={styles.chips} aria-label={t("filter.label")}>
      {narrowingFilters
        .filter((filter) => search[filter] !== undefined && filter !== "search")
        .map((filter) => (
          <li key={filter}>
            <button
              type="button"
              className={styles.chip}
              aria-label={t("filter.remove", { name: words(filter) })}
              onClick={() => props.onChange({ [filter]: undefined })}
            >
              {words(filter)}
              <IconX size={14} stroke={1.75} aria-hidden="true" />
            </button>
          </li>
        ))}
      <li>
        <button type="button" className={styles.clear} onClick={props.onClear}>
          {t("filter.clear")}
        </button>
      </li>
    </ul>
  );
}
