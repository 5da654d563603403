import type { DryRun } from "@kuultu/domain/intake/import-view";
import { useTranslation } from "react-i18next";

import { SkeletonLines } from "#ui/Skeleton";

import classes from "./DryRunStep.module.css";
import { ImportLedgerView } from "./ImportLedgerView.tsx";
import { MaskedList } from "./MaskedList.tsx";
import { ProblemTable } from "./ProblemTable.tsx";
import { RowAsItComes } from "./RowAsItComes.tsx";

const shownRows = 6;

/** The whole file run dry: what would come in, what would be masked, what is wrong. Nothing is stored. */
export function DryRunStep({ dryRun }: { readonly dryRun: DryRun | undefined }) {
  const { t } = useTranslation("intake");
  if (dryRun === undefined) return <SkeletonLines count={8} height={16} gap={18} />;
  return (
    <div className={classes.step}>
      <ImportLedgerView ledger={dryRun.ledger} />
      <p className={classes.note}>{t("dryRun.nothingStored")}</p>
      <div className={classes.columns}>
        <MaskedList masked={dryRun.masked} title={t("masked.before")} />
        <section>
          <h3 className={classes.title}>{t("problems.title")}</h3>
          {dryRun.problemCount === 0 ? (
            <p className={classes.note}>{t("problems.none")}</p>
          ) : (
            <ProblemTable problems={dryRun.problems} />
          )}
          {dryRun.problemCount > dryRun.problems.length && (
            <p className={classes.note}>{t("problems.first", { count: dryRun.problems.length })}</p>
          )}
        </section>
      </div>
      <section>
        <h3 className={classes.title}>{t("dryRun.rows")}</h3>
        <ul className={classes.rows}>
          {dryRun.rows.slice(0, shownRows).map((row) => (
            <li key={row.row}>
              <RowAsItComes preview={row} column={null} short />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
