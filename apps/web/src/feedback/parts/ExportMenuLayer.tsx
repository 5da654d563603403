import { Menu } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { useLanguage } from "#locales/use-language";
import type { Arrival } from "#ui/deferred";
import { wholeNumber } from "#ui/figures";
import { menuLook } from "#ui/menu-look";

import { filterOf } from "../feedback-search.ts";
import { ExportButton, type ExportMenuProps } from "./ExportMenu.tsx";
import styles from "./ExportMenu.module.css";

/** What a sheet of a spreadsheet holds besides its headings. */
const sheetHolds = 1_048_575;

/** How much is exported, what is in it, and the two files: the browser writes them to the disk as they come. */
export function ExportMenuLayer({ search, total, capped, startOpen }: ExportMenuProps & Arrival) {
  const { t } = useTranslation("exporting");
  const language = useLanguage();
  const { slug } = useOrganisation();
  const noteId = useId();
  const address = (format: "csv" | "xlsx"): string => {
    const order = search.order ?? "oldest";
    const filter = JSON.stringify(filterOf(search));
    return `/api/feedback/export?${new URLSearchParams({ organisation: slug, format, language, order, filter })}`;
  };
  const count = total ?? 0;
  const fits = count <= sheetHolds;
  const file = (format: "csv" | "xlsx") => (
    <Menu.Item component="a" href={address(format)} download aria-describedby={noteId}>
      {t(format)}
    </Menu.Item>
  );
  return (
    <Menu
      position="bottom-end"
      width={288}
      withinPortal={false}
      returnFocus
      // One file after the other may be wanted; Escape closes it.
      closeOnItemClick={false}
      withInitialFocusPlaceholder={false}
      defaultOpened={startOpen}
      classNames={menuLook}
    >
      <Menu.Target>
        <ExportButton />
      </Menu.Target>
      <Menu.Dropdown aria-label={t("title")}>
        {file("csv")}
        {fits ? file("xlsx") : null}
        <Menu.Divider />
        <div id={noteId} className={styles.note}>
          <p>
            <strong>{capped ? t("capped", { shown: wholeNumber(language, count) }) : t("count", { count })}</strong>
          </p>
          <p>{t("contains")}</p>
          <p>{fits ? t("logged") : t("tooMany", { most: wholeNumber(language, sheetHolds) })}</p>
        </div>
      </Menu.Dropdown>
    </Menu>
  );
}
