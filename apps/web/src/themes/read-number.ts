/** A number as people type it ("3,5", "12 000", "−4"): the number, null where nothing was typed, "unreadable" where it is none. */
export function readNumber(typed: string): number | null | "unreadable" {
  const text = typed.replaceAll(/\s/gu, "").replace("−", "-").replace(",", ".");
  if (text === "") return null;
  return /^-?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : "unreadable";
}
