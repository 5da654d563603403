import { Modal } from "@mantine/core";
import IconX from "@tabler/icons-react/dist/esm/icons/IconX.mjs";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { useLanguage } from "#locales/use-language";
import { Button, buttonClass } from "#ui/Button";
import { wholeNumber } from "#ui/figures";

import { type FeedbackSearch, filterOf } from "../feedback-search.ts";
import styles from "./ExportDialog.module.css";

/** What a sheet of a spreadsheet holds besides its headings. */
const sheetHolds = 1_048_575;

export interface ExportDialogProps {
  readonly search: FeedbackSearch;
  readonly total: number | undefined;
  readonly capped: boolean;
  readonly onClose: () => void;
}

/** How much is exported, what is in it, and the two files: the browser writes them to the disk as they come. */
export function ExportDialog({ search, total, capped, onClose }: ExportDialogProps) {
  const { t } = useTranslation("exporting");
  const language = useLanguage();
  const { slug } = useOrganisation();
  const address = (format: "csv" | "xlsx"): string => {
    const order = search.order ?? "oldest";
    const filter = JSON.stringify(filterOf(search));
    return `/api/feedback/export?${new URLSearchParams({ organisation: slug, format, language, order, filter })}`;
  };
  const count = total ?? 0;
  const fits = count <= sheetHolds;
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      size={520}
      padding={20}
      attributes={{ content: { "aria-label": t("title") } }}
      classNames={{ content: styles.content ?? "" }}
    >
      <div className={styles.head}>
        <h2>{t("title")}</h2>
        <Button kind="icon" aria-label={t("close")} onClick={onClose}>
          <IconX size={18} stroke={1.5} />
        </Button>
      </div>
      <p>
        <strong>{capped ? t("capped", { shown: wholeNumber(language, count) }) : t("count", { count })}</strong>
      </p>
      <p>{t("contains")}</p>
      <p className={styles.note}>{fits ? t("logged") : t("tooMany", { most: wholeNumber(language, sheetHolds) })}</p>
      <div className={styles.choice}>
        <a className={buttonClass("primary")} href={address("csv")} download onClick={onClose}>
          {t("csv")}
        </a>
        {fits ? (
          <a className={buttonClass("field")} href={address("xlsx")} download onClick={onClose}>
            {t("xlsx")}
          </a>
        ) : null}
      </div>
    </Modal>
  );
}
