import {
  type Contact,
  type ContactPart,
  contactParts,
  isEmail,
  isName,
  isPhone,
} from "@kuultu/domain/feedback/contact";
import type { LocalisedText } from "@kuultu/domain/language";

const fits: Readonly<Record<ContactPart, (text: string) => boolean>> = { name: isName, email: isEmail, phone: isPhone };

/** A contact as it is typed; blank: not given. */
export type TypedContact = { readonly [part in keyof Contact]: string };

export function isBlank(contact: TypedContact): boolean {
  return contactParts.every((part) => contact[part].trim() === "");
}

/** The first field that stands in the way of a reply; with nothing typed it is the address. Null: none does. */
export function wrongPart(contact: TypedContact): ContactPart | null {
  if (isBlank(contact)) return "email";
  return contactParts.find((part) => contact[part].trim() !== "" && !fits[part](contact[part].trim())) ?? null;
}

const phoneWords: ReadonlySet<string> = new Set(["phone", "telephone", "puhelin", "telefon", "телефон"]);

/** The channel by which calls come, as organisations call it; undefined where there is none. */
export function phoneChannel(
  channels: readonly { readonly id: string; readonly key: string; readonly names: LocalisedText }[],
): string | undefined {
  const isPhones = (words: string | undefined): boolean => words !== undefined && phoneWords.has(words.toLowerCase());
  return channels.find(({ key, names }) => isPhones(key) || Object.values(names).some(isPhones))?.id;
}
