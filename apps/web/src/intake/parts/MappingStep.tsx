import type { ColumnMapping } from "@kuultu/domain/intake/column-mapping";
import type { DryRun, FileProposal, ImportProblemView } from "@kuultu/domain/intake/import-view";
import { useTranslation } from "react-i18next";

import { appliedTo, columnLetter, type IntakeDraft, type MappingGap } from "#intake/mapping-draft";
import { useLanguage } from "#locales/use-language";
import { useAnnounce } from "#ui/announcement";
import { wholeNumber } from "#ui/figures";

import { ColumnList } from "./ColumnList.tsx";
import { MappingMenu } from "./MappingMenu.tsx";
import { MappingOptions } from "./MappingOptions.tsx";
import classes from "./MappingStep.module.css";
import { RowPane } from "./RowPane.tsx";

export interface Looked {
  readonly column: string | null;
  readonly row: number | null;
}

interface MappingStepProps {
  readonly proposal: FileProposal;
  readonly draft: IntakeDraft;
  readonly gaps: readonly MappingGap[];
  readonly dryRun: DryRun | undefined;
  readonly stale: boolean;
  readonly looked: Looked;
  readonly onLook: (looked: Looked) => void;
  readonly onDraft: (draft: IntakeDraft) => void;
}

/** Column → target in one line with real values; beside it a row as it will come in, and what is wrong. */
export function MappingStep({ proposal, draft, gaps, dryRun, stale, looked, onLook, onDraft }: MappingStepProps) {
  const { t } = useTranslation("intake");
  const language = useLanguage();
  const announce = useAnnounce();
  const { mapping } = draft;
  const mapped = mapping.columns.filter((column) => column.target !== "ignore").length;

  function apply(saved: ColumnMapping): void {
    const { mapping: applied, unknown } = appliedTo(mapping, saved);
    onDraft({ ...draft, mapping: applied });
    announce(unknown.length === 0 ? t("saved.applied") : t("saved.appliedBut", { columns: unknown.join(", ") }));
  }

  const indexes = new Map(proposal.columns.map((column, index) => [column.column, index]));
  const letterOf = (column: string): string | undefined => {
    const index = indexes.get(column);
    return index === undefined ? undefined : columnLetter(index);
  };
  return (
    <div className={classes.step}>
      <section className={classes.columns} aria-labelledby="columns-title">
        <header className={classes.head}>
          <h2 id="columns-title">{t("column.title")}</h2>
          <p className="figures">
            {t("column.mapped", {
              mapped: wholeNumber(language, mapped),
              all: wholeNumber(language, proposal.columns.length),
            })}
          </p>
          <MappingMenu mapping={mapping} fileName={proposal.upload.fileName} onApply={apply} />
        </header>
        <MappingOptions draft={draft} onDraft={onDraft} />
        <ColumnList
          proposal={proposal}
          mapping={mapping}
          gaps={gaps}
          dryRun={dryRun}
          current={looked.column}
          onCurrent={(column) => column !== looked.column && onLook({ ...looked, column })}
          onMapping={(next) => onDraft({ ...draft, mapping: next })}
        />
      </section>
      <RowPane
        dryRun={dryRun}
        stale={stale}
        looked={looked}
        letterOf={letterOf}
        onRow={(row) => onLook({ ...looked, row })}
        onProblem={(problem: ImportProblemView) => onLook({ column: problem.column, row: problem.row })}
      />
    </div>
  );
}
