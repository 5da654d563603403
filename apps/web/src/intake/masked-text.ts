import type { MaskSpan } from "@kuultu/domain/feedback/personal-data";

/** A stretch of a text: plain, or a mask. */
export interface MaskedPiece {
  readonly start: number;
  readonly text: string;
  readonly mask: MaskSpan["kind"] | null;
}

/** A text cut at its masks, in order; spans that overlap an earlier one or lie outside are passed over. */
export function maskedPieces(text: string, masks: readonly MaskSpan[]): MaskedPiece[] {
  const pieces: MaskedPiece[] = [];
  let at = 0;
  for (const { start, end, kind } of masks.toSorted((one, other) => one.start - other.start)) {
    if (start < at || end <= start || end > text.length) continue;
    if (start > at) pieces.push({ start: at, text: text.slice(at, start), mask: null });
    pieces.push({ start, text: text.slice(start, end), mask: kind });
    at = end;
  }
  if (at < text.length) pieces.push({ start: at, text: text.slice(at), mask: null });
  return pieces;
}
