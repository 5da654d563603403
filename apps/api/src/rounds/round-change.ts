import { languages, type LocalisedText } from "@kuultu/domain/language";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import { may } from "@kuultu/domain/staff/permission";

import type { Scope } from "#trpc/scope";

/** Surveys and rounds are the whole organisation's: a reach of some services does not do. */
export function checkEditsRounds(scope: Scope): void {
  if (!may(scope.staff, "rounds.edit")) throw new RuleViolation("not-permitted", { permission: "rounds.edit" });
}

/** A calendar day as the database takes it. */
export function dateColumn(day: string | null | undefined): Date | null {
  return day == null ? null : new Date(`${day}T00:00:00Z`);
}

/** A text in several languages as texts of a history entry: `field.fi`, `field.sv` … */
export function textsByLanguage(field: string, text: LocalisedText): Record<string, string> {
  return Object.fromEntries(
    languages.flatMap((language) => (text[language] === undefined ? [] : [[`${field}.${language}`, text[language]]])),
  );
}
