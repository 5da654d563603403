import { findIdentityCodes } from "./identity-code.ts";
import { findPhoneNumbers } from "./phone-number.ts";
import { findStreetAddresses } from "./street-address.ts";

/** What kinds of personal data are masked before a verbatim is stored. */
export const maskKinds = ["identity_code", "email", "phone", "address"] as const;
export type MaskKind = (typeof maskKinds)[number];

/** What is masked in names of services, sites and columns: an address is what a site may rightly be known by. */
export const maskKindsInNames: readonly MaskKind[] = ["identity_code", "email", "phone"];

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

/** What hides in other shapes: invisible characters within a word, digits and at signs of other scripts and widths. */
const disguise =
  /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\uFE50-\uFE6F\uFF01-\uFF5E\u{1D7CE}-\u{1D7FF}]/u;
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/u;
/** The zeros of Arabic, Persian and Devanagari digits. */
const zeros = [0x0660, 0x06f0, 0x0966];

function plainCharacter(character: string): string {
  if (invisible.test(character)) return "";
  const code = character.codePointAt(0) ?? 0;
  const zero = zeros.find((first) => code >= first && code < first + 10);
  return zero === undefined ? character.normalize("NFKC") : String(code - zero);
}

/** The text in plain characters, and where each of them stands in the original; the end stands behind the last. */
function plainly(original: string): { text: string; places: readonly number[] } {
  let text = "";
  const places: number[] = [];
  let at = 0;
  for (const character of original) {
    const plain = disguise.test(character) ? plainCharacter(character) : character;
    for (let unit = 0; unit < plain.length; unit += 1) places.push(plain === character ? at + unit : at);
    text += plain;
    at += character.length;
  }
  return { text, places };
}

type FoundSpan = Readonly<MaskSpan>;

function findPersonalData(text: string): FoundSpan[] {
  return [
    ...findIdentityCodes(text).map((span) => ({ ...span, kind: "identity_code" as const })),
    ...findEmails(text).map((span) => ({ ...span, kind: "email" as const })),
    ...findPhoneNumbers(text).map((span) => ({ ...span, kind: "phone" as const })),
    ...findStreetAddresses(text).map((span) => ({ ...span, kind: "address" as const })),
  ];
}

/** Without those that overlap one of a kind named earlier, or one of their own that begins earlier; in order. Linear but for sorting. */
function withoutOverlaps(found: readonly FoundSpan[]): readonly FoundSpan[] {
  if (found.length < 2) return found;
  let kept: FoundSpan[] = [];
  for (const kind of maskKinds) {
    const own = found.filter((span) => span.kind === kind);
    const merged: FoundSpan[] = [];
    const isKept = (span: FoundSpan) => span.kind !== kind;
    for (const span of [...kept, ...own].toSorted((one, other) => one.start - other.start)) {
      const before = merged.at(-1);
      if (before === undefined || span.start >= before.end) merged.push(span);
      else if (isKept(span) && !isKept(before)) merged[merged.length - 1] = span;
    }
    kept = merged;
  }
  return kept;
}

/** Finds personal data and puts `⟦kind⟧` in its place. Pure; masking a masked text changes nothing. */
export function maskPersonalData(original: string, kinds: readonly MaskKind[] = maskKinds): MaskedText {
  const disguised = disguise.test(original);
  if (!disguised && !/[\d@[({]/u.test(original)) return { text: original, masks: [], counts: {} };
  const { text: plain, places } = disguised ? plainly(original) : { text: original, places: null };
  const kept = withoutOverlaps(findPersonalData(plain).filter(({ kind }) => kinds.includes(kind))).map((span) =>
    places === null
      ? span
      : { ...span, start: places[span.start] ?? 0, end: (places[span.end - 1] ?? original.length) + 1 },
  );
  if (kept.length === 0) return { text: original, masks: [], counts: {} };

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
