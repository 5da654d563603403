import type { DryRun, ImportProblemView } from "@kuultu/domain/intake/import-view";
import IconChevronLeft from "@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs";
import IconChevronRight from "@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { Button } from "#ui/Button";
import { wholeNumber } from "#ui/figures";
import { SkeletonLines } from "#ui/Skeleton";

import { MaskedList } from "./MaskedList.tsx";
import type { Looked } from "./MappingStep.tsx";
import { ProblemTable } from "./ProblemTable.tsx";
import { RowAsItComes } from "./RowAsItComes.tsx";
import classes from "./RowPane.module.css";

interface RowPaneProps {
  readonly dryRun: DryRun | undefined;
  readonly stale: boolean;
  readonly looked: Looked;
  readonly letterOf: (column: string) => string | undefined;
  readonly onRow: (row: number) => void;
  readonly onProblem: (problem: ImportProblemView) => void;
}

/** A row as it will come in, the problems by row, and what will be masked. */
export function RowPane({ dryRun, stale, looked, letterOf, onRow, onProblem }: RowPaneProps) {
  const { t } = useTranslation("intake");
  const language = useLanguage();
  if (dryRun === undefined) {
    return (
      <section className={classes.pane} aria-label={t("row.title")}>
        {stale ? <SkeletonLines count={6} height={14} gap={16} /> : <p className={classes.note}>{t("row.notYet")}</p>}
      </section>
    );
  }
  const rows = dryRun.rows;
  const at = Math.max(
    0,
    rows.findIndex((row) => row.row === looked.row),
  );
  const preview = rows[at];
  return (
    <section className={classes.pane} aria-label={t("row.title")} aria-busy={stale} tabIndex={0}>
      {preview !== undefined && (
        <div className={classes.block}>
          <header className={classes.head}>
            <h3>{t("row.asItComes", { row: wholeNumber(language, preview.row) })}</h3>
            <Button
              kind="icon"
              small
              aria-label={t("row.previous")}
              disabled={at === 0}
              onClick={() => onRow(rows[at - 1]?.row ?? 1)}
            >
              <IconChevronLeft size={16} stroke={1.75} aria-hidden="true" />
            </Button>
            <Button
              kind="icon"
              small
              aria-label={t("row.next")}
              disabled={at === rows.length - 1}
              onClick={() => onRow(rows[at + 1]?.row ?? 1)}
            >
              <IconChevronRight size={16} stroke={1.75} aria-hidden="true" />
            </Button>
          </header>
          <RowAsItComes preview={preview} column={looked.column} />
        </div>
      )}
      <div className={classes.block}>
        <header className={classes.head}>
          <h3>
            {t("problems.title")} <span className="figures">{wholeNumber(language, dryRun.problemCount)}</span>
          </h3>
        </header>
        {dryRun.problemCount === 0 ? (
          <p className={classes.note}>{t("problems.none")}</p>
        ) : (
          <ProblemTable
            problems={dryRun.problems}
            letterOf={letterOf}
            currentRow={looked.row ?? undefined}
            onRow={onProblem}
          />
        )}
        {dryRun.problemCount > dryRun.problems.length && (
          <p className={classes.note}>{t("problems.first", { count: dryRun.problems.length })}</p>
        )}
      </div>
      <div className={classes.block}>
        <MaskedList masked={dryRun.masked} title={t("masked.before")} />
      </div>
    </section>
  );
}
