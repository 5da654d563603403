import type { CodingView } from "@kuultu/domain/feedback/feedback-view";
import type { MaskKind, MaskSpan } from "@kuultu/domain/feedback/personal-data";

export interface Words {
  readonly start: number;
  readonly end: number;
}

/** A run of text that is drawn alike. Offsets are those of the stored text. */
export interface Segment extends Words {
  readonly text: string;
  readonly mask: MaskKind | null;
  /** Themes bound to these words. */
  readonly themeIds: readonly string[];
  /** Themes whose words end here: their numbers follow. */
  readonly endingThemeIds: readonly string[];
  readonly chosen: boolean;
}

/** Cuts a text where a mask, a coding or the choice begins or ends. Spans may overlap. */
export function verbatimSegments(
  body: string,
  masks: readonly MaskSpan[],
  codings: readonly Pick<CodingView, "themeId" | "words">[],
  chosen: Words | null,
): Segment[] {
  const bound = codings.flatMap(({ themeId, words }) => (words === null ? [] : [{ themeId, ...words }]));
  const spans: Words[] = [...masks, ...bound, ...(chosen === null ? [] : [chosen])];
  const cuts = [...new Set([0, body.length, ...spans.flatMap((span) => [span.start, span.end])])]
    .filter((cut) => cut >= 0 && cut <= body.length)
    .toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? body.length;
    const holds = (span: Words): boolean => span.start <= start && span.end >= end;
    const here = bound.filter(holds);
    return {
      start,
      end,
      text: body.slice(start, end),
      mask: masks.find(holds)?.kind ?? null,
      themeIds: [...new Set(here.map((coding) => coding.themeId))],
      endingThemeIds: [...new Set(here.filter((coding) => coding.end === end).map((coding) => coding.themeId))],
      chosen: chosen !== null && holds(chosen),
    };
  });
}

/** The words that a selection of the browser covers, trimmed of blanks; null where it covers none of the text. */
export function chosenWords(body: string, root: Element, selection: Selection | null): Words | null {
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null;
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  if (start === null || end === null) return null;
  const text = body.slice(start, end);
  const from = start + (text.length - text.trimStart().length);
  const to = end - (text.length - text.trimEnd().length);
  return from < to ? { start: from, end: to } : null;
}

/** Offset into the stored text of a place in the drawn one; segments carry theirs in `data-start`. */
function offsetOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? (node.childNodes[offset] ?? node.lastChild) : node;
  const segment = (element instanceof Element ? element : element?.parentElement)?.closest("[data-start]");
  const start = segment?.getAttribute("data-start");
  if (start === null || start === undefined) return null;
  return Number(start) + (node instanceof Text && segment?.getAttribute("data-masked") === null ? offset : 0);
}
