import type { BulkChange } from "@kuultu/domain/feedback/bulk-step";
import { feedbackKinds } from "@kuultu/domain/feedback/triage-status";

/** What has to be chosen before a change is whole. */
export type BulkQuestion = "themes" | "no-theme" | "reject" | "route" | "wait" | "assign";

export type BulkAsking = { readonly change: BulkChange } | { readonly question: BulkQuestion };

const questions: Readonly<Record<string, BulkQuestion>> = {
  "item.themes": "themes",
  "item.no-theme": "no-theme",
  "item.reject": "reject",
  "item.route": "route",
  "item.wait": "wait",
  "item.assign": "assign",
};

/** What a command of the table means for many items; null where it means nothing for them. `pinned`: the theme of a digit. */
export function bulkAsking(command: string, pinned: (digit: number) => string | undefined): BulkAsking | null {
  const question = questions[command];
  if (question !== undefined) return { question };
  if (command === "item.done") return { change: { step: "done" } };
  if (command === "item.reopen") return { change: { step: "reopen" } };
  const kind = feedbackKinds.find((each) => command === `item.kind-${each}`);
  if (kind !== undefined) return { change: { step: "kind", kind } };
  const digit = /^item\.theme-(\d)$/u.exec(command)?.[1];
  const themeId = digit === undefined ? undefined : pinned(Number(digit));
  return themeId === undefined ? null : { change: { step: "code", themeIds: [themeId] } };
}
