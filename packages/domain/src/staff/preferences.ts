import { z } from "zod";

import { languageSchema } from "#language";

/** What a person has chosen for themselves. */
export const preferencesSchema = z.object({
  language: languageSchema.optional(),
  colourScheme: z.enum(["light", "dark", "auto"]).default("auto"),
  density: z.enum(["comfortable", "compact"]).default("comfortable"),
  /** Single-key commands can be switched off (WCAG 2.1.4). */
  singleKeys: z.boolean().default(true),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** A change names only what it changes: nothing is put back to its default. */
export const preferencesChangeSchema = z.object({
  language: preferencesSchema.shape.language,
  colourScheme: preferencesSchema.shape.colourScheme.unwrap().optional(),
  density: preferencesSchema.shape.density.unwrap().optional(),
  singleKeys: preferencesSchema.shape.singleKeys.unwrap().optional(),
});
export type PreferencesChange = z.infer<typeof preferencesChangeSchema>;
