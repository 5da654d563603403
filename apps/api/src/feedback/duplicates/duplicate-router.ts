import { z } from "zod";

import { duplicateSchema, mergeSchema } from "@kuultu/domain/feedback/triage-step";
import { idSchema } from "@kuultu/domain/identifier";

import { markDuplicate, mergeDuplicates } from "#feedback/duplicates/duplicate-commands";
import { duplicateCandidates, itemRepeats } from "#feedback/duplicates/duplicate-queries";
import { permitted } from "#trpc/procedure";

const triage = permitted("feedback.triage");
const itemSchema = z.object({ itemId: idSchema });

/** Of the feedback router: what repeats what. */
export const duplicateProcedures = {
  duplicateCandidates: triage.input(itemSchema).query(({ ctx, input }) => duplicateCandidates(ctx.scope, input.itemId)),
  repeats: permitted("feedback.read")
    .input(itemSchema)
    .query(({ ctx, input }) => itemRepeats(ctx.scope, input.itemId)),
  markDuplicate: triage.input(duplicateSchema).mutation(({ ctx, input }) => markDuplicate(ctx.scope, input)),
  mergeDuplicates: triage.input(mergeSchema).mutation(({ ctx, input }) => mergeDuplicates(ctx.scope, input)),
};
