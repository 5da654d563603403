import { z } from "zod";

/** A UUID as text; the ones that we make are version 7. */
export const idSchema = z.uuid();

/** Stands for "no value" where a key column of a roll-up must not be null. */
export const nilId = "00000000-0000-0000-0000-000000000000";

/** A calendar day, YYYY-MM-DD, in Europe/Helsinki. */
export const daySchema = z.iso.date();
export type Day = string;
