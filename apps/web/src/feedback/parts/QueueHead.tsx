import IconSearch from "@tabler/icons-react/dist/esm/icons/IconSearch.mjs";
import IconX from "@tabler/icons-react/dist/esm/icons/IconX.mjs";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { useMay } from "#app/session";
import { useLanguage } from "#locales/use-language";
import { Button } from "#ui/Button";
import { ChoiceMenu } from "#ui/ChoiceMenu";
import { wholeNumber } from "#ui/figures";

import { type FeedbackSearch, narrowingFilters } from "../feedback-search.ts";
import { ExportMenu } from "./ExportMenu.tsx";
import { FacetsPopover } from "./FacetsPopover.tsx";
import { FilterChips } from "./FilterChips.tsx";
import styles from "./QueueHead.module.css";
import { SearchField } from "./SearchField.tsx";
import type { Names } from "../use-names.ts";

export interface QueueHeadProps {
  readonly search: FeedbackSearch;
  readonly total: number | undefined;
  readonly capped: boolean;
  readonly names: Names;
  readonly facets: ReactNode;
  /** The search line is there when asked for, and while it narrows. */
  readonly searching: boolean;
  readonly onSearching: (searching: boolean) => void;
  readonly onChange: (change: Partial<FeedbackSearch>) => void;
  readonly onClear: () => void;
}

/** How many, narrowed by what, in which order; below 1361 px the facets open from here. */
export function QueueHead({
  search,
  total,
  capped,
  names,
  facets,
  searching,
  onSearching,
  onChange,
  onClear,
}: QueueHeadProps) {
  const { t } = useTranslation("feedback");
  const language = useLanguage();
  const exports = useMay()("feedback.export");
  const open = (search.status ?? "open") === "open";
  const count = total ?? 0;
  const shown = wholeNumber(language, count);
  const narrowed = narrowingFilters.filter((name) => search[name] !== undefined).length;
  return (
    <div className={styles.head}>
      <div className={styles.line}>
        <p className={styles.total}>
          {total === undefined ? null : (
            <>
              <strong>{capped ? t("filter.atLeast", { count: shown }) : shown}</strong>{" "}
              <span className={styles.unit}>{open ? t("list.open", { count }) : t("list.items", { count })}</span>
            </>
          )}
        </p>
        <span className={styles.folded}>
          <FacetsPopover narrowed={narrowed} facets={facets} />
        </span>
        <Button
          kind="icon"
          aria-label={t("filter.search")}
          aria-expanded={searching}
          onClick={() => onSearching(!searching)}
        >
          <IconSearch size={16} stroke={1.5} aria-hidden="true" />
        </Button>
        {exports ? <ExportMenu search={search} total={total} capped={capped} /> : null}
        <ChoiceMenu
          kind="quiet"
          label={t("list.order")}
          value={search.order ?? "oldest"}
          position="bottom-end"
          choices={[
            { value: "oldest", label: t("list.oldest") },
            { value: "newest", label: t("list.newest") },
          ]}
          onChange={(order) => onChange({ order: order === "oldest" ? undefined : order })}
        />
      </div>
      {searching || search.search !== undefined ? (
        <div className={styles.search}>
          <IconSearch size={16} stroke={1.5} aria-hidden="true" />
          <SearchField
            key={search.search ?? ""}
            words={search.search}
            onSearch={(words) => onChange({ search: words })}
            onLeave={() => onSearching(false)}
          />
          {search.search === undefined ? null : (
            <Button
              kind="icon"
              small
              aria-label={t("filter.remove", { name: `”${search.search}”` })}
              onClick={() => onChange({ search: undefined })}
            >
              <IconX size={16} stroke={1.5} aria-hidden="true" />
            </Button>
          )}
        </div>
      ) : null}
      {narrowed > (search.search === undefined ? 0 : 1) ? (
        <FilterChips search={search} names={names} onChange={onChange} onClear={onClear} />
      ) : null}
    </div>
  );
}
