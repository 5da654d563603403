import { z } from "zod";

/** NUL, and half a character: PostgreSQL stores neither, so no query is to see them. */
const unstorable = /\0|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/u;

/** Where the first such character stands in an input; null where there is none. */
function placeOfUnstorable(input: unknown, path: readonly string[] = []): readonly string[] | null {
  if (typeof input === "string") return unstorable.test(input) ? path : null;
  if (typeof input !== "object" || input === null) return null;
  for (const [key, value] of Object.entries(input)) {
    const place = placeOfUnstorable(key, path) ?? placeOfUnstorable(value, [...path, key]);
    if (place !== null) return place;
  }
  return null;
}

/** Any input whose texts can be stored. */
export const storableSchema = z.unknown().superRefine((input, ctx) => {
  const path = placeOfUnstorable(input);
  if (path !== null) ctx.addIssue({ code: "custom", path: [...path], message: "characters that cannot be stored" });
});
