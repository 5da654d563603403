import { RuleViolation } from "@kuultu/domain/rule-violation";

import { runBulkStep } from "#feedback/bulk/bulk-run";
import { endBulkStep } from "#feedback/bulk/bulk-step-record";
import type { JobHandler } from "#jobs/job-handlers";
import type { Scope } from "#trpc/scope";
import { staffScope } from "#trpc/system-scope";

/** Takes a bulk step on, as whoever asked for it: what they may no longer do is not done. */
export const runBulkJob: JobHandler<"bulk.run"> = async (parts, { organisationId, bulkStepId }, run) => {
  const asked = await parts.database.forOrganisation(organisationId, (tx) =>
    tx.bulkStep.findFirst({ where: { organisationId, id: bulkStepId, state: "running" }, select: { staffId: true } }),
  );
  if (asked === null) return;
  try {
    const asker = (): Promise<Scope> => staffScope(parts, organisationId, asked.staffId);
    return await runBulkStep(await asker(), bulkStepId, { signal: run.signal, asker });
  } catch (error) {
    const gone = error instanceof RuleViolation;
    if (gone || run.last) {
      await parts.database.forOrganisation(organisationId, (tx) =>
        endBulkStep(tx, bulkStepId, "failed", parts.clock(), gone ? error.code : "unexpected"),
      );
    }
    if (!gone) throw error;
  }
};
