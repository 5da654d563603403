import type { z } from "zod";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { ChangeEntry } from "@kuultu/domain/history/change";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import type { arrangePinsSchema, undoPinsSchema } from "@kuultu/domain/themes/theme-step";

import { newStep, recordChange, type Step } from "#history/record-change";
import { checkEditsCodebook, lockTheme } from "#themes/theme-change";
import type { ThemeRecord } from "#themes/theme-record";
import type { Scope } from "#trpc/scope";

interface NewPin {
  readonly theme: ThemeRecord;
  readonly digit: number | null;
}

/**
 * Gives several themes their keys in one step: two that change places are never both without one, nor both on one.
 * `changed-meanwhile` where a theme has changed since it was seen, `themes.digit-taken` where a theme that is not named holds a key.
 */
export function arrangePins(scope: Scope, input: z.infer<typeof arrangePinsSchema>): Promise<{ stepId: string }> {
  return scope.transaction(async (tx) => {
    checkEditsCodebook(scope);
    const pins: NewPin[] = [];
    for (const { themeId, version, digit } of inOrder(input.pins)) {
      const theme = await lockTheme(tx, themeId);
      if (theme.version !== version) throw new RuleViolation("changed-meanwhile", { version: theme.version });
      pins.push({ theme, digit });
    }
    const step = newStep();
    await writePins(tx, scope, step, pins);
    return { stepId: step.stepId };
  });
}

/** Takes one's own arrangement back, as a step of its own. `changed-meanwhile` where a key has been given otherwise since. */
export function undoPins(scope: Scope, input: z.infer<typeof undoPinsSchema>): Promise<{ stepId: string }> {
  return scope.transaction(async (tx) => {
    checkEditsCodebook(scope);
    const entries = await tx.sql<{ theme_id: string; digit_before: number | null; digit_after: number | null }>({
      name: "themes.pins-of-step",
      text: `SELECT h.subject_id AS theme_id, (h.values #>> '{pinnedDigit,0}')::int AS digit_before, (h.values #>> '{pinnedDigit,1}')::int AS digit_after
          FROM history h WHERE h.organisation_id = $1::uuid AND h.step_id = $2::uuid AND h.staff_id = $3::uuid
           AND h.change = 'theme.pinned' AND h.undoes_step_id IS NULL
           AND NOT EXISTS (SELECT FROM history u WHERE u.organisation_id = $1::uuid AND u.undoes_step_id = h.step_id)
         ORDER BY h.subject_id`,
      values: [tx.organisationId, input.stepId, scope.staff.id],
    });
    if (entries.length === 0) throw new RuleViolation("feedback.nothing-to-undo");
    const pins: NewPin[] = [];
    for (const { theme_id: themeId, digit_before: digit, digit_after: given } of entries) {
      const theme = await lockTheme(tx, themeId);
      if (theme.pinnedDigit !== given) throw new RuleViolation("changed-meanwhile", { version: theme.version });
      pins.push({ theme, digit });
    }
    const step = newStep(input.stepId);
    await writePins(tx, scope, step, pins);
    return { stepId: step.stepId };
  });
}

/** Locks are taken in the order of the ids, so that two arrangements never wait for each other in a ring. */
function inOrder<Pin extends { readonly themeId: string }>(pins: readonly Pin[]): Pin[] {
  return pins.toSorted((a, b) => (a.themeId < b.themeId ? -1 : 1));
}

async function writePins(
  tx: OrganisationTransaction,
  scope: Scope,
  step: Step,
  pins: readonly NewPin[],
): Promise<void> {
  const digits = pins.flatMap(({ digit }) => (digit === null ? [] : [digit]));
  const holder = await tx.theme.findFirst({
    where: {
      organisationId: tx.organisationId,
      pinnedDigit: { in: digits },
      id: { notIn: pins.map(({ theme }) => theme.id) },
    },
    select: { id: true, pinnedDigit: true },
  });
  if (holder?.pinnedDigit != null)
    throw new RuleViolation("themes.digit-taken", { digit: holder.pinnedDigit, themeId: holder.id });
  // A key belongs to one theme at every moment: all are taken off before the first is given.
  await tx.theme.updateMany({
    where: { organisationId: tx.organisationId, id: { in: pins.map(({ theme }) => theme.id) } },
    data: { pinnedDigit: null },
  });
  for (const { theme, digit } of pins) {
    await tx.theme.update({
      where: { organisationId_id: { organisationId: tx.organisationId, id: theme.id } },
      data: { pinnedDigit: digit, version: { increment: 1 } },
      select: { id: true },
    });
  }
  const entries = pins.map(({ theme, digit }): ChangeEntry => ({
    subject: "theme",
    subjectId: theme.id,
    change: "theme.pinned",
    values: { pinnedDigit: [theme.pinnedDigit, digit] },
  }));
  await recordChange(tx, scope, step, entries);
}
