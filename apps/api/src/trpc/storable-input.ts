import { z } from "zod";

/** NUL, and half a character: PostgreSQL stores neither, so no query is to see them. */
const unstorable = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/u;

/** Our own inputs have less than ten levels; what recurses into an input has stack for thousands. */
const mostLevels = 100;

const messages = {
  unstorable: "Characters that cannot be stored",
  "too-deep": "Nested too deeply",
} as const;

/** What no procedure can take, and where it first stands. */
export interface InputFlaw {
  readonly what: keyof typeof messages;
  readonly path: readonly string[];
}

/** Looks through an input without recursion, each object once: what was sent may be deep, and refer to itself. */
export function inputFlaw(input: unknown): InputFlaw | null {
  const seen = new Set<object>();
  const left: { readonly value: unknown; readonly path: readonly string[] }[] = [{ value: input, path: [] }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { value, path } = next;
    if (typeof value === "string" && unstorable.test(value)) return { what: "unstorable", path };
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    if (path.length >= mostLevels) return { what: "too-deep", path: path.slice(0, 10) };
    seen.add(value);
    const entries = Object.entries(value);
    if (entries.some(([key]) => unstorable.test(key))) return { what: "unstorable", path };
    // The last one pushed is looked at first.
    for (const [key, inner] of entries.toReversed()) left.push({ value: inner, path: [...path, key] });
  }
  return null;
}

/** Any input that a procedure can take. */
export const storableSchema = z.unknown().superRefine((input, ctx) => {
  const flaw = inputFlaw(input);
  if (flaw !== null) ctx.addIssue({ code: "custom", path: [...flaw.path], message: messages[flaw.what] });
});
