import { z } from "zod";

/** How the giver of an item can be reached; kept encrypted and apart from the text. At least one part is there. */
export interface Contact {
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

export const contactParts = ["name", "email", "phone"] as const;
export type ContactPart = (typeof contactParts)[number];

const longestName = 200;
const longestEmail = 254;

// A line break in a name or an address would begin a header of its own in a message.
const control = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;
/** Letters of any script on either side (RFC 6531); no quoted local parts and no addresses of numbers. */
const email =
  /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*@(?:[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?\.)+[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])$/u;
const phone = /^\+?[\d ()./-]{5,30}$/u;

/** Whether a message can be addressed to it: one address, nothing beside it. */
export function isEmail(text: string): boolean {
  if (text.length > longestEmail || control.test(text)) return false;
  const local = text.slice(0, text.lastIndexOf("@"));
  return [...local].length <= 64 && email.test(text);
}

export function isPhone(text: string): boolean {
  return phone.test(text) && (text.match(/\d/gu)?.length ?? 0) >= 5;
}

export function isName(text: string): boolean {
  return text.length <= longestName && !control.test(text);
}

const part = (fits: (text: string) => boolean) =>
  z
    .string()
    .trim()
    .max(300)
    .nullish()
    .transform((text) => (text === undefined || text === "" ? null : text))
    .refine((text) => text === null || fits(text));

/** A contact as typed; blank parts are none. */
export const contactSchema = z
  .object({ name: part(isName), email: part(isEmail), phone: part(isPhone) })
  .refine((contact) => contactParts.some((name) => contact[name] !== null), { error: "one part at least" });

/** The parts that are there, for the history: which, never what. */
export function partsOf(contact: Contact | null): string {
  return contactParts.filter((name) => contact?.[name] != null).join(" ");
}
