import type { FeedbackRow } from "@kuultu/domain/feedback/feedback-view";
import { useSyncExternalStore } from "react";

/** What a bulk step that is being previewed would do to a row, in words. */
export type FateOf = (row: FeedbackRow) => string;

let fateOf: FateOf | null = null;
const rows = new Set<() => void>();

/** Tells every row of the list what a previewed bulk step would do to it; null: none is previewed. */
export function tellRows(told: FateOf | null): void {
  fateOf = told;
  for (const tell of rows) tell();
}

const subscribe = (tell: () => void): (() => void) => {
  rows.add(tell);
  return () => void rows.delete(tell);
};

/** The fate of a row, while one is previewed. */
export function useRowFate(row: FeedbackRow): string | null {
  return useSyncExternalStore(subscribe, () => fateOf?.(row) ?? null);
}
