import { z } from "zod";

import { languageSchema } from "#language-schema";

/** "e", "shift+j", "mod+k", "Backspace", or a sequence of two: "g t". One sign of any script, or the name of a key. */
const pressPattern = "(?:mod\\+)?(?:shift\\+)?(?:\\S|[A-Z][A-Za-z]*[0-9]{0,2})";
export const keysSchema = z
  .string()
  .max(60)
  .regex(new RegExp(`^${pressPattern}(?: ${pressPattern})?$`, "u"));

/** `room.verb`, as the tables of commands name them; a command that there is no more keeps its keys and does nothing. */
const commandNameSchema = z
  .string()
  .max(60)
  .regex(/^[a-z]+(?:-[a-z]+)*\.[a-z0-9]+(?:-[a-z0-9]+)*$/u);
const mostCommands = 200;

/** The keys of one command: none means that it has been left without. */
const commandKeysSchema = z.array(keysSchema).max(4).readonly();

/** What a person has chosen for themselves. */
export const preferencesSchema = z.object({
  language: languageSchema.optional(),
  colourScheme: z.enum(["light", "dark", "auto"]).default("auto"),
  density: z.enum(["comfortable", "compact"]).default("comfortable"),
  /** Single-key commands can be switched off (WCAG 2.1.4). */
  singleKeys: z.boolean().default(true),
  /** Their own keys by name of command; a command that is not named keeps those it was given. */
  keys: z.record(commandNameSchema, commandKeysSchema).readonly().default({}),
});
export type Preferences = z.infer<typeof preferencesSchema>;

/** A change names only what it changes: nothing is put back to its default. */
export const preferencesChangeSchema = z.object({
  language: preferencesSchema.shape.language,
  colourScheme: preferencesSchema.shape.colourScheme.unwrap().optional(),
  density: preferencesSchema.shape.density.unwrap().optional(),
  singleKeys: preferencesSchema.shape.singleKeys.unwrap().optional(),
  /** Command by command; null gives a command the keys back that it was given. */
  keys: z
    .record(commandNameSchema, commandKeysSchema.nullable())
    .refine((keys) => Object.keys(keys).length <= mostCommands)
    .optional(),
});
export type PreferencesChange = z.infer<typeof preferencesChangeSchema>;

/** The preferences after a change. Beyond 200 commands of one's own the oldest names fall away: there are not as many. */
export function changedPreferences(before: Preferences, change: PreferencesChange): Preferences {
  const keys = Object.entries({ ...before.keys, ...change.keys }).flatMap(([name, own]) =>
    own === null ? [] : [[name, own] as const],
  );
  return {
    language: change.language ?? before.language,
    colourScheme: change.colourScheme ?? before.colourScheme,
    density: change.density ?? before.density,
    singleKeys: change.singleKeys ?? before.singleKeys,
    keys: Object.fromEntries(keys.slice(-mostCommands)),
  };
}
