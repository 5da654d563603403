import { publishedText } from "@kuultu/domain/trends/published-figure";
import type { TrendView } from "@kuultu/domain/trends/trend-view";
import IconActivity from "@tabler/icons-react/dist/esm/icons/IconActivity.mjs";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { trendFormat } from "#trends/trend-format";
import { type TrendTableRow, trendTableData } from "#trends/trend-table-data";
import { wholeNumber } from "#ui/figures";
import { PublishedMark } from "#ui/PublishedText";

import classes from "./TrendTable.module.css";

/** The numbers of the chart, newest round first. */
export function TrendTable({ view, id }: { readonly view: TrendView; readonly id: string }) {
  const { t } = useTranslation("trends");
  const language = useLanguage();
  return (
    <div className={classes.frame} role="region" aria-label={t("table.caption")} tabIndex={0}>
      <table className={classes.table} id={id}>
        <caption className={classes.caption}>{t("table.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("table.round")}</th>
            <th scope="col">n</th>
            <th scope="col">{t(view.kind === "yes_no" ? "table.share" : "table.mean")}</th>
            <th scope="col">{t("table.interval")}</th>
            <th scope="col">{t("table.change")}</th>
          </tr>
        </thead>
        <tbody className="figures">
          {trendTableData(view, language).map((row) => (
            <Row
              key={row.kind === "break" ? row.key : row.kind === "pool" ? `year ${row.pool.label}` : row.point.round}
              row={row}
              kind={view.kind}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, kind }: { readonly row: TrendTableRow; readonly kind: TrendView["kind"] }) {
  const { t } = useTranslation("trends");
  const language = useLanguage();
  const format = trendFormat(kind, language);
  if (row.kind === "break") {
    return (
      <tr className={classes.break}>
        <td colSpan={5}>
          <IconActivity size={14} stroke={1.75} aria-hidden="true" />
          {t(row.comparable ? "table.break" : "table.notComparable", { note: row.note })}
        </td>
      </tr>
    );
  }
  if (row.kind === "collecting" || row.kind === "empty") {
    return (
      <tr>
        <th scope="row">{row.point.round}</th>
        <td className={classes.quiet}>
          {row.kind === "collecting" && row.point.n !== null
            ? wholeNumber(language, row.point.n)
            : row.kind === "empty" && row.reason === "suppressed"
              ? "<10"
              : ""}
        </td>
        <td colSpan={3} className={classes.quiet}>
          {t(
            row.kind === "collecting"
              ? "table.collecting"
              : row.reason === "suppressed"
                ? "table.suppressed"
                : "table.notAsked",
          )}
        </td>
      </tr>
    );
  }
  const figure = row.kind === "pool" ? row.pool : row.point;
  return (
    <tr data-newest={(row.kind === "figure" && row.newest) || undefined} data-pool={row.kind === "pool" || undefined}>
      <th scope="row">{row.kind === "pool" ? t("table.year", { year: row.pool.label }) : row.point.round}</th>
      <td>{figure.n === null ? "–" : wholeNumber(language, figure.n)}</td>
      <td>
        {figure.state === "indicative" && <span title={t("legend.indicative")}>○ </span>}
        {figure.mean !== null
          ? format.figure(figure.mean)
          : figure.published === null
            ? "–"
            : publishedText(figure.published, language)}
        {figure.published !== null && <PublishedMark published={t("published")} />}
      </td>
      <td>{figure.low === null || figure.high === null ? "–" : format.interval(figure.low, figure.high)}</td>
      <td className={row.kind === "figure" && row.afterBreak ? classes.quiet : undefined}>
        {row.kind === "pool"
          ? ""
          : row.afterBreak
            ? t("table.breakWord")
            : row.point.change === null
              ? "–"
              : format.change(row.point.change)}
      </td>
    </tr>
  );
}
