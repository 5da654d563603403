import { z } from "zod";

import { idSchema } from "@kuultu/domain/identifier";
import { createRoundSchema, moveRoundSchema } from "@kuultu/domain/rounds/round-step";
import {
  addQuestionSchema,
  editQuestionSchema,
  editRoundSchema,
  editSurveySchema,
  nextRoundSchema,
  removeQuestionSchema,
  setCountsSchema,
  setDimensionsSchema,
  setQuestionnaireSchema,
} from "@kuultu/domain/rounds/survey-step";

import { setCounts, typedCounts } from "#rounds/counts-commands";
import { addQuestion, editQuestion, removeQuestion } from "#rounds/question-commands";
import { nextRound, setQuestionnaire } from "#rounds/questionnaire-commands";
import { editRound } from "#rounds/round-edit-commands";
import { createRound, moveRound } from "#rounds/rounds-commands";
import { listRounds, listSurveys, roundView } from "#rounds/rounds-queries";
import { editSurvey, setDimensions } from "#rounds/survey-edit-commands";
import { surveyView } from "#rounds/survey-queries";
import { permitted, router } from "#trpc/procedure";

const edit = permitted("rounds.edit");

export const roundsRouter = router({
  list: permitted("figures.read").query(({ ctx }) => listRounds(ctx.scope)),
  round: permitted("figures.read")
    .input(z.object({ roundId: idSchema }))
    .query(({ ctx, input }) => roundView(ctx.scope, input.roundId)),
  surveys: permitted("figures.read").query(({ ctx }) => listSurveys(ctx.scope)),
  survey: permitted("figures.read")
    .input(z.object({ surveyId: idSchema }))
    .query(({ ctx, input }) => surveyView(ctx.scope, input.surveyId)),
  create: edit.input(createRoundSchema).mutation(({ ctx, input }) => createRound(ctx.scope, input)),
  move: edit.input(moveRoundSchema).mutation(({ ctx, input }) => moveRound(ctx.scope, input)),
  edit: edit.input(editRoundSchema).mutation(({ ctx, input }) => editRound(ctx.scope, input)),
  next: edit.input(nextRoundSchema).mutation(({ ctx, input }) => nextRound(ctx.scope, input)),
  setQuestionnaire: edit.input(setQuestionnaireSchema).mutation(({ ctx, input }) => setQuestionnaire(ctx.scope, input)),
  counts: edit.input(z.object({ roundId: idSchema })).query(({ ctx, input }) => typedCounts(ctx.scope, input.roundId)),
  setCounts: edit.input(setCountsSchema).mutation(({ ctx, input }) => setCounts(ctx.scope, input)),
  editSurvey: edit.input(editSurveySchema).mutation(({ ctx, input }) => editSurvey(ctx.scope, input)),
  setDimensions: edit.input(setDimensionsSchema).mutation(({ ctx, input }) => setDimensions(ctx.scope, input)),
  addQuestion: edit.input(addQuestionSchema).mutation(({ ctx, input }) => addQuestion(ctx.scope, input)),
  editQuestion: edit.input(editQuestionSchema).mutation(({ ctx, input }) => editQuestion(ctx.scope, input)),
  removeQuestion: edit.input(removeQuestionSchema).mutation(({ ctx, input }) => removeQuestion(ctx.scope, input)),
});
