import { z } from "zod";

import { idSchema } from "@kuultu/domain/identifier";
import {
  addActionSchema,
  addMeasureSchema,
  addMeasurementSchema,
  arrangePinsSchema,
  createThemeSchema,
  editActionSchema,
  editThemeSchema,
  moveThemeSchema,
  pinThemeSchema,
  undoPinsSchema,
} from "@kuultu/domain/themes/theme-step";

import { arrangePins, undoPins } from "#themes/pin-commands";
import { addAction, addMeasure, addMeasurement, editAction } from "#themes/theme-work-commands";
import { createTheme, editTheme, moveTheme, pinTheme } from "#themes/themes-commands";
import { listThemes, readTheme } from "#themes/themes-queries";
import { permitted, router } from "#trpc/procedure";

const read = permitted("themes.read");
const run = permitted("themes.run");
const work = permitted("actions.work");
const editCodebook = permitted("codebook.edit");

export const themesRouter = router({
  list: read
    .input(z.object({ roundId: idSchema.nullish() }).default({}))
    .query(({ ctx, input }) => listThemes(ctx.scope, input.roundId ?? null)),
  theme: read.input(z.object({ themeId: idSchema })).query(({ ctx, input }) => readTheme(ctx.scope, input.themeId)),
  create: permitted("themes.propose")
    .input(createThemeSchema)
    .mutation(({ ctx, input }) => createTheme(ctx.scope, input)),
  edit: run.input(editThemeSchema).mutation(({ ctx, input }) => editTheme(ctx.scope, input)),
  // Triagers begin a review, owners run, approvers verify and decline: who may make which move is the rule's to say.
  move: read.input(moveThemeSchema).mutation(({ ctx, input }) => moveTheme(ctx.scope, input)),
  addAction: work.input(addActionSchema).mutation(({ ctx, input }) => addAction(ctx.scope, input)),
  editAction: work.input(editActionSchema).mutation(({ ctx, input }) => editAction(ctx.scope, input)),
  addMeasure: run.input(addMeasureSchema).mutation(({ ctx, input }) => addMeasure(ctx.scope, input)),
  addMeasurement: run.input(addMeasurementSchema).mutation(({ ctx, input }) => addMeasurement(ctx.scope, input)),
  pin: editCodebook.input(pinThemeSchema).mutation(({ ctx, input }) => pinTheme(ctx.scope, input)),
  arrangePins: editCodebook.input(arrangePinsSchema).mutation(({ ctx, input }) => arrangePins(ctx.scope, input)),
  undoPins: editCodebook.input(undoPinsSchema).mutation(({ ctx, input }) => undoPins(ctx.scope, input)),
});
