import type { TrendView } from "@kuultu/domain/trends/trend-view";
import { lazy, Suspense, useMemo } from "react";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { type MultipleInput, multiplesData } from "#trends/multiples-data";
import { trendFormat } from "#trends/trend-format";
import { wholeNumber } from "#ui/figures";
import { Skeleton } from "#ui/Skeleton";

import classes from "./Multiples.module.css";
import { MultiplesTable } from "./MultiplesTable.tsx";
import { SeriesMark } from "./SeriesMark.tsx";

const MultipleChart = lazy(() => import("./MultipleChart.tsx"));

interface MultiplesProps {
  readonly title: string;
  readonly inputs: readonly MultipleInput[];
  readonly kind: TrendView["kind"];
  readonly scaleMin: number;
  readonly scaleMax: number;
  /** The questions of a battery are answered by different people: their bases do not add up. */
  readonly battery: boolean;
}

/** The series split: small charts on one scale, highest first. */
export function Multiples({ title, inputs, kind, scaleMin, scaleMax, battery }: MultiplesProps) {
  const { t } = useTranslation("trends");
  const language = useLanguage();
  const format = trendFormat(kind, language);
  const data = useMemo(
    () => multiplesData(inputs, language, { min: scaleMin, max: scaleMax }),
    [inputs, language, scaleMin, scaleMax],
  );
  return (
    <section className={classes.section} aria-labelledby="multiples-title">
      <header className={classes.head}>
        <h2 id="multiples-title">{title}</h2>
        <p>
          {t("multiples.scale", { min: format.axis(data.scale.min), max: format.axis(data.scale.max) })}
          {battery && ` ${t("multiples.battery")}`}
        </p>
        <Legend />
      </header>
      <ul className={classes.grid}>
        {data.multiples.map((one) => (
          <li key={one.key} className={classes.one}>
            <h3 className={classes.name}>
              <SeriesMark colour={one.colour} />
              <span>{one.name}</span>
            </h3>
            <p className={classes.latest}>
              {one.latest === null ? (
                <span className={classes.without}>
                  {one.newest === "suppressed" ? t("table.suppressed") : t("multiples.none")}
                </span>
              ) : (
                <>
                  <strong className="figures">{format.figure(one.latest.y)}</strong>
                  {one.latest.n !== null && <span className="figures">n {wholeNumber(language, one.latest.n)}</span>}
                </>
              )}
            </p>
            <Suspense fallback={<Skeleton height={116} />}>
              <MultipleChart data={data} one={one} kind={kind} />
            </Suspense>
          </li>
        ))}
      </ul>
      <MultiplesTable inputs={inputs} kind={kind} title={title} />
    </section>
  );
}

function Legend() {
  const { t } = useTranslation("trends");
  return (
    <ul className={classes.legend}>
      <li>
        <svg width={10} height={10} aria-hidden="true">
          <circle cx={5} cy={5} r={4} fill="currentColor" />
        </svg>
        {t("legend.full")}
      </li>
      <li>
        <svg width={10} height={10} aria-hidden="true">
          <circle cx={5} cy={5} r={3.5} fill="none" stroke="currentColor" strokeWidth={1.5} />
        </svg>
        {t("legend.indicativeBase")}
      </li>
      <li>
        <span className={classes.hatch} aria-hidden="true" />
        {t("legend.suppressed")}
      </li>
      <li>
        <span aria-hidden="true">–</span>
        {t("legend.notAsked")}
      </li>
    </ul>
  );
}
