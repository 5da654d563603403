/** Every way in which a rule can say no. The screen words each in four languages (`violation.<code>`). */
export const violationCodes = [
  "not-found",
  "not-permitted",
  "changed-meanwhile",
  "feedback.transition-not-allowed",
  "feedback.needs-theme-or-reason",
  "feedback.already-coded",
  "feedback.not-coded",
  "feedback.theme-closed",
  "feedback.words-outside-text",
  "feedback.duplicate-of-itself",
  "feedback.reason-required",
  "feedback.nothing-to-undo",
  "feedback.undo-overtaken",
  "feedback.no-reply-expected",
  "feedback.answer-left",
  "feedback.answer-placeholder",
  "feedback.answer-too-long",
  "feedback.contact-missing",
  "feedback.mail-not-set-up",
  "feedback.template-name-taken",
  "feedback.wait-not-in-future",
  "feedback.assignee-cannot-read",
  "feedback.already-settled",
  "feedback.not-to-acknowledge",
  "feedback.view-name-taken",
  "feedback.view-of-another",
  "feedback.too-many-views",
  "feedback.named-cannot-read",
  "feedback.note-of-another",
  "feedback.too-many-rows",
  "themes.transition-not-allowed",
  "themes.requirements-missing",
  "themes.name-taken",
  "themes.too-deep",
  "themes.digit-taken",
  "rounds.name-taken",
  "rounds.transition-not-allowed",
  "intake.unreadable",
  "intake.too-large",
  "intake.mapping-incomplete",
  "intake.column-missing",
  "intake.round-required",
  "intake.name-taken",
  "staff.email-taken",
  "staff.team-name-taken",
  "staff.password-too-short",
  "staff.password-common",
] as const;
export type ViolationCode = (typeof violationCodes)[number];

/** A rule said no. `details` holds codes, ids and numbers for the wording, never personal data. */
export class RuleViolation extends Error {
  override readonly name = "RuleViolation";

  constructor(
    readonly code: ViolationCode,
    readonly details: Readonly<Record<string, string | number | readonly string[]>> = {},
  ) {
    super(code);
  }
}
