import type { CodingView } from "@kuultu/domain/feedback/feedback-view";
import type { MaskKind, MaskSpan } from "@kuultu/domain/feedback/personal-data";

export interface Words {
  readonly start: number;
  readonly end: number;
}

/** Words that a theme is bound to. Marks that overlap lie in different lanes, counted from 0 at the text downwards. */
export interface WordMark extends Words {
  readonly id: string;
  readonly themeId: string;
  readonly lane: number;
}

/** A run of text that is drawn alike. Offsets are those of the stored text. */
export interface Segment extends Words {
  readonly text: string;
  readonly mask: MaskKind | null;
  /** The marks over these words, the upper lanes first. */
  readonly marks: readonly WordMark[];
  readonly beginning: readonly WordMark[];
  /** Marks whose words end here: their numbers follow. */
  readonly ending: readonly WordMark[];
  readonly chosen: boolean;
  /** Holds what was searched for. */
  readonly hit: boolean;
}

type WordCoding = Pick<CodingView, "id" | "themeId" | "words">;

/** The codings that are bound to words, in reading order, each in the first lane that no mark before it still uses. */
export function wordMarks(codings: readonly WordCoding[]): WordMark[] {
  const bound = codings
    .flatMap(({ id, themeId, words }) => (words === null ? [] : [{ id, themeId, ...words }]))
    .toSorted((a, b) => a.start - b.start || b.end - a.end || a.id.localeCompare(b.id));
  const laneEnds: number[] = [];
  return bound.map((mark) => {
    const free = laneEnds.findIndex((end) => end <= mark.start);
    const lane = free === -1 ? laneEnds.length : free;
    laneEnds[lane] = mark.end;
    return { ...mark, lane };
  });
}

/** Cuts a text where a mask, a coding, a hit or the choice begins or ends. Spans may overlap. */
export function verbatimSegments(
  body: string,
  masks: readonly MaskSpan[],
  codings: readonly WordCoding[],
  chosen: Words | null,
  hits: readonly Words[] = [],
): Segment[] {
  const bound = wordMarks(codings);
  const spans: Words[] = [...masks, ...bound, ...hits, ...(chosen === null ? [] : [chosen])];
  const cuts = [...new Set([0, body.length, ...spans.flatMap((span) => [span.start, span.end])])]
    .filter((cut) => cut >= 0 && cut <= body.length)
    .toSorted((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? body.length;
    const holds = (span: Words): boolean => span.start <= start && span.end >= end;
    const marks = bound.filter(holds).toSorted((a, b) => a.lane - b.lane);
    return {
      start,
      end,
      text: body.slice(start, end),
      mask: masks.find(holds)?.kind ?? null,
      marks,
      beginning: marks.filter((mark) => mark.start === start),
      ending: marks.filter((mark) => mark.end === end),
      chosen: chosen !== null && holds(chosen),
      hit: hits.some(holds),
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
