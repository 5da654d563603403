import { type ColumnMapping, isContactTarget } from "@kuultu/domain/intake/column-mapping";
import { emptyLedger, withRow } from "@kuultu/domain/intake/import-ledger";
import type { DryRun, ImportProblemView, RowPreview } from "@kuultu/domain/intake/import-view";

import type { FileBytes } from "#intake/encoding";
import { hiddenCell, shownCell } from "#intake/file-proposal";
import { openRows } from "#intake/file-rows";
import { RowPreparation } from "#intake/prepared-row";
import type { PreparedRow } from "#intake/prepared-row";
import { loadRounds, withRoundProblem } from "#intake/round-names";
import { addCounts, maskItem, textsOf } from "#intake/row-items";
import type { MaskCounts } from "#intake/row-items";
import { knownRows, outcomeOf } from "#intake/row-outcome";
import type { Scope } from "#trpc/scope";

const problemsShown = 200;
const rowsShown = 20;
const batchRows = 1000;

function previewOf({ row, reading }: PreparedRow, preparation: RowPreparation): RowPreview {
  return {
    row,
    items: textsOf(reading).map((texts) => {
      const { title, body } = maskItem(texts);
      return { title: title.text, body: body.text, masks: body.masks };
    }),
    facts: preparation.columns.flatMap(({ assignment: { target, column } }, index) => {
      const value = reading.mapped[index]?.trim() ?? "";
      return value === "" || target === "verbatim" || target === "title"
        ? []
        : [{ target, column, value: isContactTarget(target) ? hiddenCell : shownCell(value) }];
    }),
  };
}

/** The whole file as it would come in under a mapping; nothing is stored. Throws as an import would. */
export async function runDry(
  scope: Scope,
  bytes: FileBytes,
  mapping: ColumnMapping,
  roundId: string | null,
): Promise<DryRun> {
  const { headers, rows, close } = await openRows(bytes, mapping.reading);
  const rounds = await scope.transaction((tx) => loadRounds(tx, roundId));
  let ledger = emptyLedger;
  let masked: MaskCounts = {};
  let problemCount = 0;
  const problems: ImportProblemView[] = [];
  const previews: RowPreview[] = [];

  const judge = async (batch: readonly PreparedRow[]): Promise<void> => {
    const known = await scope.transaction((tx) => knownRows(tx, batch));
    for (const row of batch) {
      const before = known.get(row.identity.toString("hex"));
      const outcome = outcomeOf(row, before);
      const texts = outcome === "added" || outcome === "updated" ? textsOf(row.reading) : [];
      for (const item of texts) masked = addCounts(masked, maskItem(item).counts);
      ledger = withRow(ledger, outcome, outcome === "added" ? texts.length : 0);
      problemCount += row.reading.problems.length;
      for (const problem of row.reading.problems) {
        if (problems.length < problemsShown)
          problems.push({ ...problem, row: row.row, value: shownCell(problem.value) });
      }
    }
  };

  try {
    const preparation = new RowPreparation(scope, mapping, headers, roundId);
    let batch: PreparedRow[] = [];
    for await (const row of rows) {
      const prepared = preparation.prepare(row);
      // Without a round chosen yet a dry run shows the rest all the same.
      const judged =
        roundId === null && prepared.reading.round === null ? prepared : withRoundProblem(prepared, mapping, rounds);
      if (previews.length < rowsShown) previews.push(previewOf(judged, preparation));
      batch.push(judged);
      if (batch.length < batchRows) continue;
      await judge(batch);
      batch = [];
    }
    await judge(batch);
  } finally {
    await close();
  }
  return { ledger, problems, problemCount, masked, rows: previews };
}
