import type { FeedbackKind } from "@kuultu/domain/feedback/triage-status";

import type { DemoChannel, DemoService } from "./permit-agency-facets.ts";

/** The development themes of the demonstration, in the order of their pinned digits. */
export const demoThemes = [
  "times",
  "transparency",
  "advice",
  "instructions",
  "staff",
  "e-services",
  "openness",
  "privacy",
  "giving-feedback",
] as const;
export type DemoTheme = (typeof demoThemes)[number];

/** What somebody said about one theme. `{a|b}` stands for one of several ways of saying it. */
export interface Remark {
  readonly text: string;
  /** Where the words only fit one channel or service. */
  readonly channel?: DemoChannel;
  readonly service?: DemoService;
}

/** Remarks by theme and kind. Each stands on its own, so that two of them read naturally in one answer. */
export type Remarks = Readonly<
  Record<DemoTheme, Partial<Readonly<Record<FeedbackKind, readonly (string | Remark)[]>>>>
>;

export const at = (channel: DemoChannel, text: string): Remark => ({ text, channel });
export const about = (service: DemoService, text: string): Remark => ({ text, service });
