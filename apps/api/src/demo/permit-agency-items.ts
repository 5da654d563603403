import type { FeedbackKind, FeedbackSource, RoutingClass } from "@kuultu/domain/feedback/triage-status";
import type { Language } from "@kuultu/domain/language";

import type { DemoChannel, DemoService } from "./permit-agency-facets.ts";
import type { DemoTheme } from "./verbatim.ts";

/** What becomes of an item in the story of the demonstration. */
export type Fate =
  | {
      readonly step: "categorised";
      readonly themes: readonly {
        readonly theme: DemoTheme;
        readonly words: readonly [start: number, end: number] | null;
      }[];
    }
  | { readonly step: "no-theme"; readonly reason: "too_general" | "off_topic" | "praise_only" | "not_understandable" }
  | { readonly step: "routed"; readonly to: RoutingClass }
  /** Repeats the item of that place in the list. */
  | { readonly step: "duplicate"; readonly of: number }
  | { readonly step: "rejected"; readonly reason: "empty_text" | "test_response" }
  | {
      readonly step: "open";
      readonly begun: readonly { readonly theme: DemoTheme; readonly words: readonly [start: number, end: number] }[];
    };

/** An item of the demonstration, before it has ids. */
export interface DemoItem {
  readonly language: Language;
  readonly kind: FeedbackKind;
  readonly source: FeedbackSource;
  readonly service: DemoService;
  readonly channel: DemoChannel;
  readonly text: string;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Id of the response that it came with. */
  readonly responseId: string | null;
  readonly replyExpected: boolean;
  readonly fate: Fate;
}
