import { z } from "zod";

import { daySchema, idSchema } from "#identifier";
import { localisedNameSchema, localisedTextSchema } from "#language-schema";

import { actionStatuses, themeStatuses } from "./theme-status.ts";

const theme = { themeId: idSchema, version: z.int().positive() };
const text = z.string().trim().min(1).max(2000);
/** What a measure counts; beyond twelve digits it is a slip of the keyboard. */
const amount = z.number().min(-999_999_999_999).max(999_999_999_999);

export const createThemeSchema = z.object({
  names: localisedNameSchema,
  descriptions: localisedTextSchema.default({}),
  parentId: idSchema.nullish(),
});
export const editThemeSchema = z.object({
  ...theme,
  names: localisedNameSchema.optional(),
  descriptions: localisedTextSchema.optional(),
  ownerId: idSchema.nullish(),
  targetOn: daySchema.nullish(),
  noMeasureReason: text.nullish(),
});
/** A move with what it needs; whatever is given is stored with the move. */
export const moveThemeSchema = z.object({
  ...theme,
  to: z.enum(themeStatuses),
  ownerId: idSchema.optional(),
  targetOn: daySchema.optional(),
  noMeasureReason: text.optional(),
  startedOn: daySchema.optional(),
  deliveredOn: daySchema.optional(),
  evidence: text.optional(),
  publicReason: text.optional(),
  reason: text.optional(),
});
export const addActionSchema = z.object({
  ...theme,
  name: z.string().trim().min(1).max(300),
  ownerId: idSchema.nullish(),
  targetOn: daySchema.nullish(),
});
export const editActionSchema = z.object({
  actionId: idSchema,
  version: z.int().positive(),
  name: z.string().trim().min(1).max(300).optional(),
  status: z.enum(actionStatuses).optional(),
  ownerId: idSchema.nullish(),
  targetOn: daySchema.nullish(),
  deliveredOn: daySchema.nullish(),
});
export const addMeasureSchema = z.object({
  ...theme,
  name: z.string().trim().min(1).max(300),
  definition: z.string().trim().max(1000).default(""),
  unit: z.string().trim().min(1).max(40),
  direction: z.enum(["down", "up"]),
  targetValue: amount.nullish(),
  targetOn: daySchema.nullish(),
});
export const addMeasurementSchema = z
  .object({
    measureId: idSchema,
    value: amount,
    periodStart: daySchema,
    periodEnd: daySchema,
    complete: z.boolean(),
  })
  .refine((measurement) => measurement.periodStart <= measurement.periodEnd, {
    error: "periodEnd before periodStart",
    path: ["periodEnd"],
  });
export const pinThemeSchema = z.object({ ...theme, digit: z.int().min(1).max(9).nullable() });
/** The keys of several themes at once; each theme, and each key, at most once. */
export const arrangePinsSchema = z.object({
  pins: z
    .array(pinThemeSchema)
    .min(1)
    .max(9)
    .refine((pins) => new Set(pins.map(({ themeId }) => themeId)).size === pins.length, { error: "a theme twice" })
    .refine(
      (pins) => {
        const digits = pins.flatMap(({ digit }) => (digit === null ? [] : [digit]));
        return new Set(digits).size === digits.length;
      },
      { error: "a key twice" },
    ),
});
export const undoPinsSchema = z.object({ stepId: idSchema });
