import { z } from "zod";

import { feedbackFilterSchema, feedbackPageSchema } from "@kuultu/domain/feedback/feedback-filter";
import { flowFilterSchema } from "@kuultu/domain/feedback/flow";
import {
  assignSchema,
  codeSchema,
  doneSchema,
  noThemeSchema,
  rejectSchema,
  reopenSchema,
  revealSchema,
  routeSchema,
  setKindSchema,
  uncodeSchema,
  undoSchema,
  waitSchema,
  wakeSchema,
} from "@kuultu/domain/feedback/triage-step";
import { idSchema } from "@kuultu/domain/identifier";

import { answerProcedures } from "#feedback/answers/answer-router";
import { listAssignable } from "#feedback/assignable-queries";
import { assignItem } from "#feedback/assigning-commands";
import { bulkProcedures } from "#feedback/bulk/bulk-router";
import { duplicateProcedures } from "#feedback/duplicates/duplicate-router";
import { listFacets } from "#feedback/counts/facet-queries";
import {
  codeItem,
  finishItem,
  rejectItem,
  reopenItem,
  routeItem,
  setKind,
  setNoTheme,
  uncodeItem,
} from "#feedback/feedback-commands";
import { countFeedback, summariseQueue } from "#feedback/counts/feedback-count-queries";
import { itemHistory, readFeedback } from "#feedback/feedback-item-queries";
import { listFeedback } from "#feedback/feedback-list-queries";
import { feedbackFlow } from "#feedback/counts/flow-queries";
import { revealOriginal } from "#feedback/feedback-reveal-commands";
import { noteProcedures } from "#feedback/notes/note-router";
import { undoStep } from "#feedback/feedback-undo-commands";
import { savedViewProcedures } from "#feedback/saved-views/saved-view-router";
import { waitItem, wakeItem } from "#feedback/waiting-commands";
import { permitted, router } from "#trpc/procedure";

const read = permitted("feedback.read");
const triage = permitted("feedback.triage");

export const feedbackRouter = router({
  ...answerProcedures,
  ...bulkProcedures,
  ...duplicateProcedures,
  ...noteProcedures,
  ...savedViewProcedures,
  list: read.input(feedbackPageSchema).query(({ ctx, input }) => listFeedback(ctx.scope, input)),
  counts: read
    .input(z.object({ filter: feedbackFilterSchema }))
    .query(({ ctx, input }) => countFeedback(ctx.scope, input.filter)),
  summary: read
    .input(z.object({ roundId: idSchema.nullable() }))
    .query(({ ctx, input }) => summariseQueue(ctx.scope, input.roundId)),
  flow: read
    .input(z.object({ filter: flowFilterSchema }))
    .query(({ ctx, input }) => feedbackFlow(ctx.scope, input.filter)),
  item: read.input(z.object({ itemId: idSchema })).query(({ ctx, input }) => readFeedback(ctx.scope, input.itemId)),
  history: read.input(z.object({ itemId: idSchema })).query(({ ctx, input }) => itemHistory(ctx.scope, input.itemId)),
  facets: permitted("figures.read").query(({ ctx }) => listFacets(ctx.scope)),
  setKind: triage.input(setKindSchema).mutation(({ ctx, input }) => setKind(ctx.scope, input)),
  code: triage.input(codeSchema).mutation(({ ctx, input }) => codeItem(ctx.scope, input)),
  uncode: triage.input(uncodeSchema).mutation(({ ctx, input }) => uncodeItem(ctx.scope, input)),
  noTheme: triage.input(noThemeSchema).mutation(({ ctx, input }) => setNoTheme(ctx.scope, input)),
  done: triage.input(doneSchema).mutation(({ ctx, input }) => finishItem(ctx.scope, input)),
  route: triage.input(routeSchema).mutation(({ ctx, input }) => routeItem(ctx.scope, input)),
  reject: triage.input(rejectSchema).mutation(({ ctx, input }) => rejectItem(ctx.scope, input)),
  reopen: triage.input(reopenSchema).mutation(({ ctx, input }) => reopenItem(ctx.scope, input)),
  wait: triage.input(waitSchema).mutation(({ ctx, input }) => waitItem(ctx.scope, input)),
  wake: triage.input(wakeSchema).mutation(({ ctx, input }) => wakeItem(ctx.scope, input)),
  assign: triage.input(assignSchema).mutation(({ ctx, input }) => assignItem(ctx.scope, input)),
  assignable: read
    .input(z.object({ itemId: idSchema.nullable() }))
    .query(({ ctx, input }) => listAssignable(ctx.scope, input.itemId)),
  undo: triage.input(undoSchema).mutation(({ ctx, input }) => undoStep(ctx.scope, input)),
  reveal: permitted("feedback.reveal")
    .input(revealSchema)
    .mutation(({ ctx, input }) => revealOriginal(ctx.scope, input)),
});
