import type { ImportProblemView } from "@kuultu/domain/intake/import-view";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { wholeNumber } from "#ui/figures";

import classes from "./ProblemTable.module.css";

type Dashed<Code extends string> = Code extends `${infer Head}.${infer Tail}` ? `${Head}-${Tail}` : Code;
export type ProblemKey = Dashed<ImportProblemView["code"]>;

/** The codes carry dots, which part the keys of texts. */
export function problemKey(code: ImportProblemView["code"]): ProblemKey {
  return code.replace(".", "-") as ProblemKey;
}

interface ProblemTableProps {
  readonly problems: readonly ImportProblemView[];
  readonly letterOf?: (column: string) => string | undefined;
  readonly currentRow?: number | undefined;
  readonly onRow?: (problem: ImportProblemView) => void;
}

/** A problem has a row, a column, a value, what is wrong, and what will be done. */
export function ProblemTable({ problems, letterOf, currentRow, onRow }: ProblemTableProps) {
  const { t } = useTranslation("intake");
  const language = useLanguage();
  return (
    <div className={classes.frame} role="region" aria-label={t("problems.title")} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" data-end>
              {t("problems.row")}
            </th>
            <th scope="col">{t("problems.column")}</th>
            <th scope="col">{t("problems.value")}</th>
            <th scope="col">{t("problems.what")}</th>
            <th scope="col">{t("problems.done")}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map((problem, index) => {
            const row = wholeNumber(language, problem.row);
            return (
              // One cell may have several problems of the same kind: the place tells them apart.
              <tr
                key={`${problem.row} ${problem.column} ${problem.code} ${index}`}
                data-current={problem.row === currentRow || undefined}
              >
                <td data-end className="figures">
                  {onRow === undefined ? (
                    row
                  ) : (
                    <button type="button" className={classes.row} onClick={() => onRow(problem)}>
                      {row}
                    </button>
                  )}
                </td>
                <td title={problem.column}>{letterOf?.(problem.column) ?? problem.column}</td>
                <td className={classes.value}>{problem.value === "" ? t("problems.empty") : problem.value}</td>
                <td>{t(`problem.${problemKey(problem.code)}`)}</td>
                <td>{t(problem.rejects ? "problems.rejects" : "problems.leaves")}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
