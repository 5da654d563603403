import { z } from "zod";

/** A UUID as text; the ones that we make are version 7. */
export const idSchema = z.uuid();

/** Stands for "no value" where a key column of a roll-up must not be null. */
export const nilId = "00000000-0000-0000-0000-000000000000";

const firstDay = "1900-01-01";
const lastDay = "2199-12-31";

/** A calendar day, YYYY-MM-DD, in Europe/Helsinki; beyond these years it is a slip of the keyboard. */
export const daySchema = z.iso
  .date()
  .refine((day) => day >= firstDay && day <= lastDay, { error: `between ${firstDay} and ${lastDay}` });
export type Day = string;
