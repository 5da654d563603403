import { idSchema } from "@kuultu/domain/identifier";
import { z } from "zod";

export const intakeSteps = ["file", "reading", "mapping", "dry-run"] as const;
export type IntakeStep = (typeof intakeSteps)[number];

/** Where an intake stands, as it stands in the URL: a reload goes on from there. */
export const intakeSearchSchema = z.object({
  upload: idSchema.optional().catch(undefined),
  step: z.enum(intakeSteps).optional().catch(undefined),
});
