import type { BulkSample } from "@kuultu/domain/feedback/bulk-view";
import IconAlertCircle from "@tabler/icons-react/dist/esm/icons/IconAlertCircle.mjs";
import { useTranslation } from "react-i18next";

import { Button } from "#ui/Button";

import { shownFirstLine } from "../first-line.ts";
import styles from "./Bulk.module.css";

/** A few of those that are selected, of every language; those that may not be meant are named. */
export function BulkSamples({
  samples,
  onOthers,
}: {
  readonly samples: readonly BulkSample[];
  readonly onOthers: () => void;
}) {
  const { t } = useTranslation(["bulk", "feedback"]);
  const doubtful = samples.filter(({ doubt }) => doubt !== null).length;
  return (
    <section className={styles.samples} aria-labelledby="bulk-samples">
      <header className={styles.samplesHead}>
        <h3 id="bulk-samples">{t("samples.title")}</h3>
        <span className={styles.note}>
          {t("samples.count", { count: samples.length })}
          {doubtful > 0 ? `, ${t("samples.doubtful", { count: doubtful })}` : null}
        </span>
        <Button small keys="n" onClick={onOthers}>
          {t("samples.others")}
        </Button>
      </header>
      <ul>
        {samples.map((sample) => (
          <li key={sample.id} className={styles.sample}>
            <span className={styles.verbatim} lang={sample.language === "und" ? undefined : sample.language}>
              {shownFirstLine(sample.firstLine, (kind) => t(`feedback:pane.masked.${kind}`))}
            </span>
            {sample.doubt === null ? (
              <span className={styles.fate}>
                {sample.leftAlone === null
                  ? t("fate.changes")
                  : sample.leftAlone === "already-so"
                    ? t("fate.same")
                    : t("fate.skipped")}
              </span>
            ) : (
              <span className={styles.doubt}>
                <IconAlertCircle size={14} stroke={1.75} aria-hidden="true" />
                {t(`doubt.${sample.doubt}`)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
