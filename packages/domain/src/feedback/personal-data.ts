import { findIdentityCodes } from "./identity-code.ts";
import { findPhoneNumbers } from "./phone-number.ts";

/** What kinds of personal data are masked before a verbatim is stored. */
export const maskKinds = ["identity_code", "email", "phone"] as const;
export type MaskKind = (typeof maskKinds)[number];

/** A mask in a stored text: UTF-16 offsets, end excluded. */
export interface MaskSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: MaskKind;
}

export interface MaskedText {
  readonly text: string;
  /** Where the masks stand in `text`, in order. */
  readonly masks: readonly MaskSpan[];
  readonly counts: Readonly<Partial<Record<MaskKind, number>>>;
}

/** What stands in a masked text instead of personal data. */
export function maskToken(kind: MaskKind): string {
  return `⟦${kind}⟧`;
}

const atSign = /@|[([{] ?(?:at|ät|a|æt) ?[)\]}]/giu;

/** Looks left and right of every at sign, a bounded way: linear in the length of the text. */
function findEmails(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const at of text.matchAll(atSign)) {
    const left = /[\p{L}\p{N}._%+'&-]{1,64} ?$/u.exec(text.slice(Math.max(0, at.index - 65), at.index))?.[0];
    const after = at.index + at[0].length;
    const right = /^ ?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,6}\.\p{L}{2,24}/u.exec(
      text.slice(after, after + 255),
    )?.[0];
    if (left === undefined || right === undefined) continue;
    // "meet @ example.com" and "x @ y.fi": spaces on either side count for a spelt-out sign only.
    if (at[0] === "@" && (left.endsWith(" ") || right.startsWith(" "))) continue;
    const lead = /^['.&%+-]+/u.exec(left)?.[0].length ?? 0;
    if (left.trim().length === lead) continue;
    found.push({ start: at.index - left.length + lead, end: after + right.length });
  }
  return found;
}

/** Finds personal data and puts `⟦kind⟧` in its place. Pure; masking a masked text changes nothing. */
export function maskPersonalData(original: string): MaskedText {
  if (!/[\d@[({]/u.test(original)) return { text: original, masks: [], counts: {} };
  const found = [
    ...findIdentityCodes(original).map((span) => ({ ...span, kind: "identity_code" as const })),
    ...findEmails(original).map((span) => ({ ...span, kind: "email" as const })),
    ...findPhoneNumbers(original).map((span) => ({ ...span, kind: "phone" as const })),
  ];
  if (found.length === 0) return { text: original, masks: [], counts: {} };
  const rank = (kind: MaskKind): number => maskKinds.indexOf(kind);
  found.sort((one, other) => rank(one.kind) - rank(other.kind));
  const kept = found.filter(
    (span, index) => !found.slice(0, index).some((earlier) => span.start < earlier.end && earlier.start < span.end),
  );
  kept.sort((one, other) => one.start - other.start);

  let text = "";
  let from = 0;
  const masks: MaskSpan[] = [];
  const counts: Partial<Record<MaskKind, number>> = {};
  for (const span of kept) {
    text += original.slice(from, span.start);
    const start = text.length;
    text += maskToken(span.kind);
    masks.push({ start, end: text.length, kind: span.kind });
    counts[span.kind] = (counts[span.kind] ?? 0) + 1;
    from = span.end;
  }
  return { text: text + original.slice(from), masks, counts };
}
