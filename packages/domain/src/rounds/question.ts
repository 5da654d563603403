import { z } from "zod";

import { localisedNameSchema } from "#language-schema";

export const questionKinds = [
  "rating",
  "yes_no",
  "open_text",
  "single_choice",
  "multiple_choice",
  "rank_order",
  "zero_to_ten",
] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** Kinds whose answers are numbers of a scale: they have a mean, an interval and a line. */
export const scaledKinds = ["rating", "yes_no", "zero_to_ten"] as const satisfies readonly QuestionKind[];
export type ScaledKind = (typeof scaledKinds)[number];

export function isScaled(kind: QuestionKind): kind is ScaledKind {
  return (scaledKinds as readonly QuestionKind[]).includes(kind);
}

/** Kinds whose answers are options of the question. */
export function hasOptions(kind: QuestionKind): boolean {
  return kind === "single_choice" || kind === "multiple_choice" || kind === "rank_order";
}

/** The scale of a kind that has no choice of one; null for a rating, whose scale is given, and where there is none. */
export function fixedScale(kind: QuestionKind): { readonly min: number; readonly max: number } | null {
  if (kind === "yes_no") return { min: 0, max: 1 };
  return kind === "zero_to_ten" ? { min: 0, max: 10 } : null;
}

export const collectionModes = ["invited", "open"] as const;
export type CollectionMode = (typeof collectionModes)[number];

export const dimensionKinds = ["value", "viewpoint", "subject"] as const;
export type DimensionKind = (typeof dimensionKinds)[number];

/** A scale of whole numbers, both ends included; at most 101 steps, so that 0–100 fits. */
export const scaleSchema = z
  .object({ min: z.int().min(-100).max(100), max: z.int().min(-100).max(100) })
  .refine(({ min, max }) => min < max && max - min <= 100, { error: "scale" });

/** One wording of a question: what is a new version when it changes. */
export const questionWordingSchema = z.object({
  wordings: localisedNameSchema,
  scale: scaleSchema.nullable(),
  /** What stands beside values of the scale, by value. */
  scaleLabels: z.record(z.string().regex(/^-?\d{1,3}$/u), localisedNameSchema).default({}),
  /** Null: asked alike in every mode. */
  mode: z.enum(collectionModes).nullable(),
  /** What is offered, in the order in which it is offered; a key that is known is the same option as before. */
  options: z.array(z.object({ key: z.string().trim().min(1).max(60), names: localisedNameSchema })).max(100),
});
export type QuestionWording = z.infer<typeof questionWordingSchema>;
