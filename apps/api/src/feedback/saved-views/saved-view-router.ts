import {
  arrangeViewsSchema,
  changeViewSchema,
  removeViewSchema,
  saveViewSchema,
} from "@kuultu/domain/feedback/saved-view-step";

import { arrangeViews, changeView, removeView, saveView } from "#feedback/saved-views/saved-view-commands";
import { countViews, listViews } from "#feedback/saved-views/saved-view-queries";
import { permitted } from "#trpc/procedure";

const read = permitted("feedback.read");

/** Saved views, one's own and shared: part of the procedures of `feedback`. */
export const savedViewProcedures = {
  views: read.query(({ ctx }) => listViews(ctx.scope)),
  viewCounts: read.query(({ ctx }) => countViews(ctx.scope)),
  saveView: read.input(saveViewSchema).mutation(({ ctx, input }) => saveView(ctx.scope, input)),
  changeView: read.input(changeViewSchema).mutation(({ ctx, input }) => changeView(ctx.scope, input)),
  removeView: read.input(removeViewSchema).mutation(({ ctx, input }) => removeView(ctx.scope, input)),
  arrangeViews: read.input(arrangeViewsSchema).mutation(({ ctx, input }) => arrangeViews(ctx.scope, input)),
};
