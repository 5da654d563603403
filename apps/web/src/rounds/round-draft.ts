/** A count as typed: null where nothing is, undefined where it is no whole number. Spaces between the digits do no harm. */
export function readCount(text: string): number | null | undefined {
  const digits = text.replaceAll(/[\s\u00a0\u202f]/gu, "");
  if (digits === "") return null;
  return /^\d{1,10}$/u.test(digits) && Number(digits) <= 1_000_000_000 ? Number(digits) : undefined;
}
