/** What a history entry says happened. Never renamed: they are stored. */
export const changes = [
  "feedback.received",
  "feedback.kind-set",
  "feedback.coded",
  "feedback.uncoded",
  "feedback.no-theme",
  "feedback.done",
  "feedback.routed",
  "feedback.marked-duplicate",
  "feedback.rejected",
  "feedback.reopened",
  "feedback.undone",
  "feedback.written-down",
  "feedback.contact-set",
  "feedback.answer-given",
  "feedback.answer-sent",
  "feedback.answer-failed",
  "feedback.answer-sent-again",
  "feedback.answered-elsewhere",
  "answer-template.saved",
  "answer-template.removed",
  "feedback.waiting",
  "feedback.woken",
  "feedback.assigned",
  "feedback.returned",
  "feedback.acknowledged",
  "feedback.note-added",
  "feedback.note-edited",
  "feedback.note-removed",
  "feedback.settled",
  "theme.created",
  "theme.edited",
  "theme.moved",
  "theme.pinned",
  "action.added",
  "action.edited",
  "measure.added",
  "measurement.added",
  "survey.created",
  "round.created",
  "round.moved",
  "import.started",
  "import.finished",
  "import.cancelled",
  "mapping.saved",
  "staff.added",
  "staff.preferences-set",
  "view.saved",
  "view.removed",
  "view.arranged",
  "organisation.added",
  "team.added",
  "team.edited",
  "routing-rule.set",
  "bulk.asked",
  "bulk.undo-asked",
  "bulk.stopped",
  "feedback.repeat-hidden",
  "feedback.repeat-shown",
  "feedback.clock-counted",
  "feedback.reply-expected",
  "feedback.no-reply-expected",
  "survey.edited",
  "survey.dimensions-set",
  "question.added",
  "question.edited",
  "question.version-added",
  "question.removed",
  "round.edited",
  "round.questionnaire-set",
  "round.counts-set",
  "staff.role-given",
  "staff.role-taken",
  "staff.active-set",
  "staff.password-set",
] as const;
export type Change = (typeof changes)[number];

/** One entry as it is recorded. `values`: ids, codes, numbers, days and digests, from and to. `texts` lie in erasable side rows. */
export interface ChangeEntry {
  readonly subject:
    | "feedback"
    | "answer-template"
    | "theme"
    | "action"
    | "measure"
    | "survey"
    | "question"
    | "round"
    | "import"
    | "mapping"
    | "staff"
    | "team"
    | "view"
    | "organisation"
    | "bulk";
  readonly subjectId: string;
  readonly change: Change;
  readonly values?: Readonly<Record<string, readonly [string | number | null, string | number | null]>>;
  readonly texts?: Readonly<Record<string, string>>;
}
