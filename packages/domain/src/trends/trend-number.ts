import type { ScaledKind } from "#rounds/question";
import type { Language } from "#language";

/** U+2212: a hyphen before a number is read as a dash. */
const minus = "\u2212";

const formats = new Map<string, Intl.NumberFormat>();

/** A number in a reader's language with a true minus sign. */
export function numberText(value: number, language: Language, decimals = 0, signed = false): string {
  const key = `${language} ${decimals} ${signed}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(language, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      signDisplay: signed ? "exceptZero" : "negative",
    });
    formats.set(key, format);
  }
  return format.format(value).replace("-", minus);
}

/** A mean as text of two decimals, in a reader's language; the share of "yes" as a percentage. */
export function meanInWords(mean: string, kind: ScaledKind, language: Language): string {
  return kind === "rating" ? numberText(Number(mean), language, 2) : percentText(Number(mean), language);
}

function percentText(share: number, language: Language): string {
  return new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 }).format(share);
}

/** "p = 0,09"; three decimals near the limit of 0.05 and below 0.01, so that rounding never contradicts the verdict. */
export function probabilityText(p: number, language: Language): string {
  if (p < 0.001) return `p < ${numberText(0.001, language, 3)}`;
  if (p > 0.99) return `p > ${numberText(0.99, language, 2)}`;
  const close = p < 0.01 || (p >= 0.045 && p < 0.055);
  // Just under the limit rounds down: 0.04999 is not 0.050.
  const shown = p < 0.05 && p > 0.0495 ? 0.049 : p;
  return `p = ${numberText(shown, language, close ? 3 : 2)}`;
}

/** The name of a round with hyphens that do not break the line. */
export function unbroken(name: string): string {
  return name.replaceAll("-", "\u2011");
}
