import { z } from "zod";

import { daySchema, idSchema } from "#identifier";
import { localisedNameSchema, localisedTextSchema } from "#language-schema";

import { collectionModes, dimensionKinds, questionKinds, questionWordingSchema } from "./question.ts";

const versionSchema = z.int().positive();
const peopleSchema = z.int().nonnegative().max(1_000_000_000);
export const roundNameSchema = z.string().trim().min(1).max(60);

export const editSurveySchema = z.object({
  surveyId: idSchema,
  version: versionSchema,
  names: localisedNameSchema,
  provider: z.string().trim().max(200),
  modes: z.array(z.enum(collectionModes)).max(collectionModes.length),
  notes: localisedTextSchema,
});
export type EditSurveyInput = z.infer<typeof editSurveySchema>;

/** All dimensions of a survey in their order; one that is not named is taken away. `id`: null for a new one. */
export const setDimensionsSchema = z.object({
  surveyId: idSchema,
  version: versionSchema,
  dimensions: z
    .array(z.object({ id: idSchema.nullable(), kind: z.enum(dimensionKinds), names: localisedNameSchema }))
    .max(100),
});
export type SetDimensionsInput = z.infer<typeof setDimensionsSchema>;

const edgeSchema = z.object({
  kind: z.enum(["comparable", "break", "not_comparable"]),
  notes: localisedTextSchema,
});

export const addQuestionSchema = z.object({
  surveyId: idSchema,
  kind: z.enum(questionKinds),
  dimensionId: idSchema.nullable(),
  wording: questionWordingSchema,
});
export type AddQuestionInput = z.infer<typeof addQuestionSchema>;

/** `edge`: what stands between the rounds where this makes a new version; a break unless said otherwise. */
export const editQuestionSchema = z.object({
  questionId: idSchema,
  version: versionSchema,
  dimensionId: idSchema.nullable(),
  wording: questionWordingSchema,
  edge: edgeSchema.default({ kind: "break", notes: {} }),
});
export type EditQuestionInput = z.infer<typeof editQuestionSchema>;

export const removeQuestionSchema = z.object({ questionId: idSchema, version: versionSchema });
export type RemoveQuestionInput = z.infer<typeof removeQuestionSchema>;

/** The questions of a round in their order. */
export const setQuestionnaireSchema = z.object({
  roundId: idSchema,
  version: versionSchema,
  questionIds: z.array(idSchema).max(500),
});
export type SetQuestionnaireInput = z.infer<typeof setQuestionnaireSchema>;

export const nextRoundSchema = z.object({
  surveyId: idSchema,
  name: roundNameSchema,
  opensOn: daySchema.nullable(),
  closesOn: daySchema.nullable(),
  invited: peopleSchema.nullable(),
});
export type NextRoundInput = z.infer<typeof nextRoundSchema>;

export const editRoundSchema = z.object({
  roundId: idSchema,
  version: versionSchema,
  name: roundNameSchema,
  opensOn: daySchema.nullable(),
  closesOn: daySchema.nullable(),
  invited: peopleSchema.nullable(),
  answeredInvited: peopleSchema.nullable(),
  answeredOpen: peopleSchema.nullable(),
  notes: localisedTextSchema,
});
export type EditRoundInput = z.infer<typeof editRoundSchema>;

/** Answers of a question of which only counts are known: one for each value of the scale, from the lowest. */
export const setCountsSchema = z.object({
  roundId: idSchema,
  version: versionSchema,
  questionId: idSchema,
  counts: z.array(peopleSchema).max(101),
  cannotSay: peopleSchema,
});
export type SetCountsInput = z.infer<typeof setCountsSchema>;
