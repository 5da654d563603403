import type { LeftAloneCount } from "@kuultu/domain/feedback/bulk-view";
import { useTranslation } from "react-i18next";

import { LedgerBar, type LedgerFill, type LedgerPart, LedgerSwatch } from "#ui/LedgerBar";

import styles from "./Bulk.module.css";
import type { BulkWords } from "./use-bulk-words.ts";

interface Line {
  readonly name: string;
  readonly label: string;
  readonly count: number;
  readonly note: string;
  readonly fill: LedgerFill;
}

/** The equation of a bulk step: a bar whose parts differ by fill, and under it the table that adds up. */
export function BulkLedger(props: {
  readonly words: BulkWords;
  /** What changes, or has changed. */
  readonly changed: { readonly label: string; readonly count: number; readonly note: string };
  readonly leftAlone: readonly LeftAloneCount[];
  /** Not come to yet. */
  readonly remaining?: number;
  readonly total: { readonly count: number; readonly note: string };
}) {
  const { t } = useTranslation("bulk");
  const { words, changed, leftAlone, remaining = 0, total } = props;
  const lines: Line[] = [
    { name: "changed", fill: "done", ...changed },
    ...leftAlone.map(({ code, count }): Line => ({
      name: code,
      label: code === "already-so" ? t("line.same") : t("line.skipped"),
      count,
      note: words.why(code),
      fill: code === "already-so" ? "repeated" : "refused",
    })),
    ...(remaining > 0
      ? [{ name: "remaining", label: t("line.remaining"), count: remaining, note: "", fill: "waiting" } as const]
      : []),
  ];
  const parts = lines.map((line): LedgerPart => ({
    ...line,
    label: `${words.count(line.count)} ${line.label.toLocaleLowerCase()}`,
  }));
  return (
    <>
      <LedgerBar
        parts={parts}
        form="bar"
        label={`${words.count(total.count)} = ${parts.map((part) => part.label).join(" + ")}`}
      />
      <table className={styles.table}>
        <caption className="visually-hidden">{t("ledger")}</caption>
        <tbody>
          {lines.map((line) => (
            <tr key={line.name}>
              <th scope="row">
                <LedgerSwatch fill={line.fill} />
                {line.label}
              </th>
              <td className={styles.figure}>{words.count(line.count)}</td>
              <td className={styles.note}>{line.note}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("line.total")}</th>
            <td className={styles.figure}>{words.count(total.count)}</td>
            <td className={styles.note}>{total.note}</td>
          </tr>
        </tfoot>
      </table>
    </>
  );
}
