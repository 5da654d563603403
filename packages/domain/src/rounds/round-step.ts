import { z } from "zod";

import { daySchema, idSchema } from "#identifier";
import { localisedNameSchema } from "#language-schema";

/** A new round of a known survey, or of a new one named here. */
export const createRoundSchema = z
  .object({
    surveyId: idSchema.optional(),
    newSurvey: z.object({ names: localisedNameSchema, provider: z.string().trim().max(200).optional() }).optional(),
    name: z.string().trim().min(1).max(60),
    opensOn: daySchema.optional(),
    closesOn: daySchema.optional(),
    invited: z.int().positive().max(1_000_000_000).optional(),
  })
  .refine((round) => (round.surveyId === undefined) !== (round.newSurvey === undefined), {
    error: "survey or newSurvey",
  });
export type CreateRoundInput = z.infer<typeof createRoundSchema>;

export const moveRoundSchema = z.object({
  roundId: idSchema,
  version: z.int().positive(),
  to: z.enum(["planned", "collecting", "closed", "published"]),
});
export type MoveRoundInput = z.infer<typeof moveRoundSchema>;
