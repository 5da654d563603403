import { z } from "zod";

import { bulkPreviewSchema, bulkStartSchema } from "@kuultu/domain/feedback/bulk-step";
import { idSchema } from "@kuultu/domain/identifier";

import { startBulkStep, stopBulkStep } from "#feedback/bulk/bulk-commands";
import { previewBulkStep } from "#feedback/bulk/bulk-queries";
import { readBulkStep, recentBulkSteps } from "#feedback/bulk/bulk-step-queries";
import { permitted } from "#trpc/procedure";

const triage = permitted("feedback.triage");
const namedSchema = z.object({ bulkStepId: idSchema });

/** Steps on many items, beside those on one. The preview is a mutation for its input: ten thousand ids fit no address. */
export const bulkProcedures = {
  previewBulkStep: triage.input(bulkPreviewSchema).mutation(({ ctx, input }) => previewBulkStep(ctx.scope, input)),
  startBulkStep: triage.input(bulkStartSchema).mutation(({ ctx, input }) => startBulkStep(ctx.scope, input)),
  stopBulkStep: triage.input(namedSchema).mutation(({ ctx, input }) => stopBulkStep(ctx.scope, input.bulkStepId)),
  bulkStep: triage.input(namedSchema).query(({ ctx, input }) => readBulkStep(ctx.scope, input.bulkStepId)),
  bulkSteps: triage.query(({ ctx }) => recentBulkSteps(ctx.scope)),
};
