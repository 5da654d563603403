import { v7 as uuidv7 } from "uuid";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { ChangeEntry } from "@kuultu/domain/history/change";

import { hiddenReason } from "#feedback/counts/pair-roll-up";
import { announceChange } from "#live/live-notice";
import type { Scope } from "#trpc/scope";

/** One act of one person: its entries share `stepId`. `undoesStepId` names the step that this one takes back. */
export interface Step {
  readonly stepId: string;
  readonly undoesStepId?: string;
}

/** A step that begins now; its entries are recorded with it. */
export function newStep(undoesStepId?: string): Step {
  return undoesStepId === undefined ? { stepId: uuidv7() } : { stepId: uuidv7(), undoesStepId };
}

/** Writes entries into the history, in the transaction of the change that they tell of, and tells whoever listens. */
export async function recordChange(
  tx: OrganisationTransaction,
  scope: Scope,
  step: Step,
  entries: readonly ChangeEntry[],
): Promise<void> {
  const rows = entries.map((entry) => ({ ...entry, id: uuidv7() }));
  // SQL and not the model: this stands in every command, and costs a third this way.
  await tx.sql({
    name: "history.record",
    text: `INSERT INTO history (organisation_id, id, at, staff_id, step_id, undoes_step_id, subject, subject_id, change, "values")
      SELECT $1::uuid, n.id, $2::timestamptz, $3::uuid, $4::uuid, $5::uuid, n.subject, n.subject_id, n.change, n.changed
        FROM unnest($6::uuid[], $7::text[], $8::uuid[], $9::text[], $10::jsonb[]) AS n (id, subject, subject_id, change, changed)`,
    values: [
      ...stepColumns(tx, scope, step),
      rows.map(({ id }) => id),
      rows.map(({ subject }) => subject),
      rows.map(({ subjectId }) => subjectId),
      rows.map(({ change }) => change),
      rows.map(({ values }) => JSON.stringify(values ?? {})),
    ],
  });
  const texts = rows.flatMap(({ id, texts: entryTexts }) =>
    Object.entries(entryTexts ?? {}).map(([field, text]) => ({
      organisationId: tx.organisationId,
      historyId: id,
      field,
      text,
    })),
  );
  if (texts.length > 0) await tx.historyText.createMany({ data: texts });
  for (const subject of new Set(rows.map((row) => row.subject))) {
    const told = rows.filter((row) => row.subject === subject);
    await announceChange(tx, subject, idsOf(told), idsOf(told.filter(hides)));
  }
}

/** One change of many subjects. */
export interface ManyChanged {
  readonly subject: ChangeEntry["subject"];
  readonly change: ChangeEntry["change"];
  readonly entries: readonly Required<Pick<ChangeEntry, "subjectId" | "values">>[];
}

/** As `recordChange`, for one change of many: what is the same for all of them, and for some of them, is sent once. */
export async function recordManyChanged(
  tx: OrganisationTransaction,
  scope: Scope,
  step: Step,
  { subject, change, entries }: ManyChanged,
): Promise<void> {
  if (entries.length === 0) return;
  const kinds = new Map<string, number>();
  const kindOf = (text: string): number => {
    const known = kinds.get(text) ?? kinds.size + 1;
    if (known > kinds.size) kinds.set(text, known);
    return known;
  };
  const numbers = entries.map(({ values }) => kindOf(JSON.stringify(values)));
  const ids = idsOf(entries);
  await tx.sql({
    name: "history.record-many",
    text: `INSERT INTO history (organisation_id, id, at, staff_id, step_id, undoes_step_id, subject, subject_id, change, "values")
      SELECT $1::uuid, n.id, $2::timestamptz, $3::uuid, $4::uuid, $5::uuid, $6::text, n.subject_id, $7::text, v.changed
        FROM unnest($8::uuid[], $9::uuid[], $10::int[]) AS n (id, subject_id, kind)
        JOIN unnest($11::jsonb[]) WITH ORDINALITY AS v (changed, kind) ON v.kind = n.kind`,
    values: [
      ...stepColumns(tx, scope, step),
      subject,
      change,
      entries.map(() => uuidv7()),
      ids,
      numbers,
      [...kinds.keys()],
    ],
  });
  await announceChange(tx, subject, ids, idsOf(entries.filter(hides)));
}

function idsOf(entries: readonly Pick<ChangeEntry, "subjectId">[]): string[] {
  return entries.map(({ subjectId }) => subjectId);
}

/** Whether an item is a whistleblowing report from this entry on. */
function hides({ values }: Pick<ChangeEntry, "values">): boolean {
  return values?.["statusReason"]?.[1] === hiddenReason;
}

function stepColumns(tx: OrganisationTransaction, scope: Scope, step: Step): unknown[] {
  return [tx.organisationId, scope.now, scope.staff.id, step.stepId, step.undoesStepId ?? null];
}
