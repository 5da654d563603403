import { v7 as uuidv7 } from "uuid";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { ChangeEntry } from "@kuultu/domain/history/change";

import type { Scope } from "#trpc/scope";

/** One act of one person: its entries share `stepId`. `undoesStepId` names the step that this one takes back. */
export interface Step {
  readonly stepId: string;
  readonly undoesStepId?: string;
}

export function newStep(undoesStepId?: string): Step {
  return undoesStepId === undefined ? { stepId: uuidv7() } : { stepId: uuidv7(), undoesStepId };
}

/** Writes entries into the history, in the transaction of the change that they tell of. */
export async function recordChange(tx: OrganisationTransaction, scope: Scope, step: Step, entries: readonly ChangeEntry[]): Promise<void> {
  const rows = entries.map((entry) => ({ ...entry, id: uuidv7() }));
  await tx.history.createMany({
    data: rows.map(({ id, subject, subjectId, change, values }) => ({
      organisationId: tx.organisationId,
      id,
      at: scope.now,
      staffId: scope.staff.id,
      stepId: step.stepId,
      undoesStepId: step.undoesStepId ?? null,
      subject,
      subjectId,
      change,
      values: Object.fromEntries(Object.entries(values ?? {}).map(([field, [from, to]]) => [field, [from, to]])),
    })),
  });
  const texts = rows.flatMap(({ id, texts: entryTexts }) =>
    Object.entries(entryTexts ?? {}).map(([field, text]) => ({ organisationId: tx.organisationId, historyId: id, field, text })),
  );
  if (texts.length > 0) await tx.historyText.createMany({ data: texts });
}
