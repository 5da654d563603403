import type { RuleViolation, ViolationCode } from "@kuultu/domain/rule-violation";

type Details = RuleViolation["details"];
type Line = string | ((details: Details) => string);

/** `key` of the details before and after its words, nothing where it is absent. */
function told(details: Details, key: string, before = "", after = ""): string {
  const value = details[key];
  if (value === undefined) return "";
  return `${before}${typeof value === "object" ? value.map((one) => `"${one}"`).join(", ") : String(value)}${after}`;
}

const lines: Readonly<Record<ViolationCode, Line>> = {
  "not-found": "There is nothing of that name or id in this organisation: check what you typed.",
  "not-permitted": "That is not permitted to this person: let somebody do it whose role permits it.",
  "changed-meanwhile": "Somebody else changed it meanwhile, and nothing was overwritten: try again.",
  "feedback.transition-not-allowed": (details) =>
    `The item cannot go${told(details, "from", " from ")}${told(details, "to", " to ")}: look at its state first.`,
  "feedback.needs-theme-or-reason": "The item has no theme: add one, or say why there is none.",
  "feedback.already-coded": "The item has this theme already: nothing needs to be done.",
  "feedback.not-coded": "The item does not have this theme: name one that it has.",
  "feedback.theme-closed": "The theme is closed: name one that is open.",
  "feedback.words-outside-text": "The words are not in the text of the item: name words that are.",
  "feedback.duplicate-of-itself": "An item cannot be a duplicate of itself: name another.",
  "feedback.reason-required": "A reason is missing: give one.",
  "feedback.nothing-to-undo": "There is nothing to undo.",
  "feedback.undo-overtaken": "The item has changed since, so the step cannot be undone: take the next step instead.",
  "feedback.named-cannot-read": "Somebody named in the note may not read the item: name people who may.",
  "feedback.note-of-another": "Only the writer of a note can change it.",
  "feedback.wait-not-in-future": "The day to wait for must be in the future: name a later one.",
  "feedback.assignee-cannot-read": "This person or team may not read the item: give it to somebody who may.",
  "feedback.already-settled": "What was routed is settled already: nothing needs to be done.",
  "feedback.not-to-acknowledge": "Arrival is not acknowledged in this class, or it has been already.",
  "feedback.no-reply-expected": "No reply is expected to the item: there is nothing to answer.",
  "feedback.answer-left": "The answer has left and cannot be taken back: send another one.",
  "feedback.answer-placeholder": (details) =>
    `The answer has a placeholder that cannot be filled in${told(details, "placeholders", ": ")}. Correct it or take it out.`,
  "feedback.answer-too-long": "The answer is too long once it is filled in: shorten it.",
  "feedback.contact-missing": "There is no e-mail address: add one to the contact, or answer elsewhere.",
  "feedback.mail-not-set-up": "No mail server is set up: set SMTP_URL, or answer elsewhere.",
  "feedback.template-name-taken": "There is an answer template of this name already: choose another name.",
  "feedback.too-many-rows": (details) =>
    `A spreadsheet holds no more than${told(details, "most", " ")} rows: export as CSV, or narrow the view.`,
  "feedback.view-name-taken": "There is a view of this name already: choose another name.",
  "feedback.view-of-another": "The view is somebody else's: save one of your own.",
  "feedback.too-many-views": (details) => `There are${told(details, "most", " ")} views already: remove one first.`,
  "themes.transition-not-allowed": (details) =>
    `The theme cannot go${told(details, "from", " from ")}${told(details, "to", " to ")}: look at its state first.`,
  "themes.requirements-missing": (details) =>
    `The move of the theme still lacks something${told(details, "missing", ": ")}. Give that first.`,
  "themes.name-taken": "There is a theme of this name already: choose another name.",
  "themes.too-deep": "Themes have three levels at most: choose a parent higher up.",
  "themes.digit-taken": "The digit has a theme already: choose another, or free it first.",
  "rounds.name-taken": "There is a round of this name already: choose another name.",
  "rounds.transition-not-allowed": (details) =>
    `The round cannot go${told(details, "from", " from ")}${told(details, "to", " to ")}: look at its state first.`,
  "rounds.turned-days": "The round closes before it opens: correct its days.",
  "rounds.more-answered-than-invited": (details) =>
    `More answered${told(details, "answered", " (", ")")} than were invited${told(details, "invited", " (", ")")}: correct one of them.`,
  "rounds.scale-missing": "A rating needs a scale: give its lowest and its highest value.",
  "rounds.labels-off-scale": (details) =>
    `A label stands beside a value${told(details, "value", " (", ")")} that the scale does not have: correct the label or the scale.`,
  "rounds.too-few-options": "A question of choices needs two options at least: add them.",
  "rounds.options-alike": "Two options have one key: give each its own.",
  "rounds.not-comparable-scale":
    "Answers on two scales are not comparable: say that there is a break, or that they are not comparable.",
  "rounds.dimension-in-use": "A question or a mark stands on the dimension: move it away first.",
  "rounds.question-asked": "The question has been asked and stays: leave it out of the next questionnaire instead.",
  "rounds.questionnaire-closed": "The round has closed and its questionnaire stays as it was asked.",
  "rounds.question-answered": "The question has been answered in this round and stays in its questionnaire.",
  "rounds.counts-off-scale": "The counts do not fit the scale of the question: give one for each of its values.",
  "rounds.nothing-to-copy": "The survey has no round yet: create its first one.",
  "intake.unreadable": (details) =>
    `The file cannot be read${told(details, "reason", " (", ")")}: export it again as CSV in UTF-8.`,
  "intake.too-large": (details) => {
    const limit = Number(details["limit"]) / 1024 / 1024;
    return `The file is larger than ${Number.isFinite(limit) ? `${limit} MB` : "may be taken in"}: send it in parts.`;
  },
  "intake.mapping-incomplete": (details) =>
    `The mapping of columns does not do${told(details, "reason", " (", ")")}: correct it and try again.`,
  "intake.column-missing": (details) =>
    `The file has no column ${told(details, "columns") || "of that name"} that the mapping names: correct the mapping.`,
  "intake.round-required": "The rows are responses: name their round with --round.",
  "intake.name-taken": "There is a mapping of this name already: choose another name.",
  "staff.last-admin": "Nobody would be left who manages the organisation: give somebody else the role admin first.",
  "staff.team-name-taken": "There is a team of this name already: choose another name.",
  "staff.email-taken":
    "The e-mail address belongs to a staff member already: give another, or give them roles with staff give-role (staff activate lets in who was deactivated).",
  "staff.password-too-short": (details) =>
    `The password is too short: give one of${told(details, "minimum", " at least ", " characters") || " more characters"}.`,
  "staff.password-common": "The password is one of those that are guessed first: give one that only this person knows.",
};

/** A refusal in one English line for who works without the screen: what is the matter, and what to do where something can be done. */
export function violationLine({ code, details }: RuleViolation): string {
  const line = lines[code];
  return typeof line === "string" ? line : line(details);
}
