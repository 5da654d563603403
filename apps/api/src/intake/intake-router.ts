import { z } from "zod";

import { idSchema } from "@kuultu/domain/identifier";
import { columnMappingSchema, fileReadingSchema, startImportSchema } from "@kuultu/domain/intake/column-mapping";

import { cancelImport, saveMapping, startImport } from "#intake/intake-commands";
import {
  dryRunUpload,
  importOf,
  newestImports,
  problemsOf,
  proposeUpload,
  savedMappings,
} from "#intake/intake-queries";
import { permitted, router } from "#trpc/procedure";

const intakeRun = permitted("intake.run");
const importSchema = z.object({ importId: idSchema });

export const intakeRouter = router({
  propose: intakeRun
    .input(z.object({ uploadId: idSchema, reading: fileReadingSchema.optional() }))
    .query(({ ctx, input }) => proposeUpload(ctx.scope, input)),
  dryRun: intakeRun
    .input(z.object({ uploadId: idSchema, mapping: columnMappingSchema, roundId: idSchema.nullish() }))
    .mutation(({ ctx, input }) => dryRunUpload(ctx.scope, input)),
  start: intakeRun.input(startImportSchema).mutation(({ ctx, input }) => startImport(ctx.scope, input)),
  import: intakeRun.input(importSchema).query(({ ctx, input }) => importOf(ctx.scope, input.importId)),
  problems: intakeRun
    .input(importSchema.extend({ after: z.int().nonnegative().optional() }))
    .query(({ ctx, input }) => problemsOf(ctx.scope, input.importId, input.after)),
  imports: intakeRun.query(({ ctx }) => newestImports(ctx.scope)),
  cancel: intakeRun.input(importSchema).mutation(({ ctx, input }) => cancelImport(ctx.scope, input.importId)),
  mappings: intakeRun.query(({ ctx }) => savedMappings(ctx.scope)),
  saveMapping: intakeRun
    .input(z.object({ name: z.string().trim().min(1).max(100), mapping: columnMappingSchema }))
    .mutation(({ ctx, input }) => saveMapping(ctx.scope, input)),
});
