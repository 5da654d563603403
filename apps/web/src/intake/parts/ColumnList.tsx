import type { ColumnAssignment, ColumnMapping } from "@kuultu/domain/intake/column-mapping";
import type { DryRun, FileProposal } from "@kuultu/domain/intake/import-view";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { columnLetter, type MappingGap, withAssignment, withTarget } from "#intake/mapping-draft";
import { Button } from "#ui/Button";
import { TextField } from "#ui/Field";

import classes from "./ColumnList.module.css";
import { ColumnRow } from "./ColumnRow.tsx";

interface ColumnListProps {
  readonly proposal: FileProposal;
  readonly mapping: ColumnMapping;
  readonly gaps: readonly MappingGap[];
  readonly dryRun: DryRun | undefined;
  readonly current: string | null;
  readonly onCurrent: (column: string) => void;
  readonly onMapping: (mapping: ColumnMapping) => void;
}

const firstColumns = 100;
const searchFrom = 25;

/** The columns of the file in its order; of a very wide file the first hundred, and those that are searched for. */
export function ColumnList({ proposal, mapping, gaps, dryRun, current, onCurrent, onMapping }: ColumnListProps) {
  const { t } = useTranslation("intake");
  const [search, setSearch] = useState("");
  const [shown, setShown] = useState(firstColumns);
  const assignments = new Map(mapping.columns.map((one) => [one.column, one]));
  const proposed = new Map(proposal.mapping.columns.map((one) => [one.column, one]));
  const problems = new Map<string, number>();
  for (const { column } of dryRun?.problems ?? []) problems.set(column, (problems.get(column) ?? 0) + 1);
  const lettered = proposal.columns.map((preview, index) => ({ preview, letter: columnLetter(index) }));
  const found = lettered.filter(({ preview }) => preview.column.toLowerCase().includes(search.trim().toLowerCase()));
  const at = proposal.columns.length > searchFrom;
  const assignmentOf = (column: string): ColumnAssignment => assignments.get(column) ?? { column, target: "ignore" };
  return (
    <div>
      {at && (
        <div className={classes.search}>
          <TextField
            label={t("column.search")}
            type="search"
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </div>
      )}
      <ul className={classes.list} aria-label={t("column.list")}>
        {found.slice(0, shown).map(({ preview, letter }) => (
          <ColumnRow
            key={preview.column}
            letter={letter}
            preview={preview}
            assignment={assignmentOf(preview.column)}
            problems={problems.get(preview.column) ?? 0}
            current={preview.column === current}
            missing={gaps.some((gap) => "column" in gap && gap.column === preview.column)}
            onCurrent={() => onCurrent(preview.column)}
            onTarget={(target) => onMapping(withTarget(mapping, preview.column, target, proposed.get(preview.column)))}
            onAssignment={(assignment) => onMapping(withAssignment(mapping, assignment))}
          />
        ))}
      </ul>
      {found.length > shown && (
        <Button onClick={() => setShown(shown + firstColumns)}>
          {t("column.more", { count: found.length - shown })}
        </Button>
      )}
    </div>
  );
}
