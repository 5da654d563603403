import type { TrendPoint, TrendView } from "@kuultu/domain/trends/trend-view";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import type { MultipleInput } from "#trends/multiples-data";
import { dayNumber } from "#trends/trend-chart-data";
import { trendFormat } from "#trends/trend-format";
import { wholeNumber } from "#ui/figures";

import classes from "./MultiplesTable.module.css";

/** The numbers of the small charts: a row for each, a column for each round. */
export function MultiplesTable({
  inputs,
  kind,
  title,
}: {
  readonly inputs: readonly MultipleInput[];
  readonly kind: TrendView["kind"];
  readonly title: string;
}) {
  const { t } = useTranslation("trends");
  const asked = inputs
    .flatMap((input) => input.points)
    .filter((point) => point.state !== "not-asked" && point.state !== "collecting");
  const rounds = [
    ...new Map(
      asked.toSorted((one, other) => dayNumber(one.on) - dayNumber(other.on)).map((point) => [point.round, point.on]),
    ).keys(),
  ];
  return (
    <details className={classes.details}>
      <summary>{t("multiples.asTable")}</summary>
      <div className={classes.frame} role="region" aria-label={title} tabIndex={0}>
        <table className={classes.table}>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t("multiples.value")}</th>
              {rounds.map((round) => (
                <th key={round} scope="col">
                  {round}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {inputs.map((input) => (
              <tr key={input.key}>
                <th scope="row">{input.name}</th>
                {rounds.map((round) => (
                  <td key={round} className="figures">
                    <Cell point={input.points.find((point) => point.round === round)} kind={kind} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Cell({ point, kind }: { readonly point: TrendPoint | undefined; readonly kind: TrendView["kind"] }) {
  const { t } = useTranslation("trends");
  const language = useLanguage();
  if (point === undefined || point.state === "not-asked")
    return <span className={classes.quiet}>{t("table.notAsked")}</span>;
  if (point.state === "suppressed" || point.mean === null)
    return <span className={classes.quiet}>{t("table.suppressed")}</span>;
  return (
    <>
      {point.state === "indicative" && "○ "}
      {trendFormat(kind, language).figure(point.mean)}{" "}
      {point.n !== null && <span className={classes.quiet}>n {wholeNumber(language, point.n)}</span>}
    </>
  );
}
