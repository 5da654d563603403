import type {
  FeedbackKind,
  FeedbackSource,
  FeedbackStatus,
  NoThemeReason,
  RejectReason,
  RoutingClass,
} from "./triage-status.ts";

/** What the values of an item are called in one language, on the screen and in an export alike. A file a language: a screen loads one. */
export interface ValueNames {
  readonly kind: Readonly<Record<FeedbackKind, string>>;
  readonly status: Readonly<Record<FeedbackStatus, string>>;
  readonly source: Readonly<Record<FeedbackSource, string>>;
  readonly noTheme: Readonly<Record<NoThemeReason, string>>;
  readonly routing: Readonly<Record<RoutingClass, string>>;
  readonly reject: Readonly<Record<RejectReason, string>>;
}
