import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { ChangeEntry } from "@kuultu/domain/history/change";
import { languages, type LocalisedText } from "@kuultu/domain/language";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import { may } from "@kuultu/domain/staff/permission";
import type { ThemeDetail } from "@kuultu/domain/themes/theme-view";

import { newStep, recordChange } from "#history/record-change";
import { textDigest } from "#history/text-digest";
import { loadThemes, type ThemeRecord } from "#themes/theme-record";
import { themeDetail } from "#themes/themes-queries";
import type { Scope } from "#trpc/scope";

/** A theme as its writer saw it. */
export interface SeenTheme {
  readonly themeId: string;
  readonly version: number;
}

/**
 * One change of a theme: locked, compared with what its writer saw, made by `work`, raised by a version, recorded.
 * `work` returns what the history is to say.
 */
export function changeTheme(
  scope: Scope,
  seen: SeenTheme,
  work: (tx: OrganisationTransaction, theme: ThemeRecord) => Promise<ChangeEntry>,
): Promise<ThemeDetail> {
  return scope.transaction(async (tx) => {
    const theme = await lockTheme(tx, seen.themeId);
    if (theme.version !== seen.version) throw new RuleViolation("changed-meanwhile", { version: theme.version });
    await finishChange(tx, scope, theme, await work(tx, theme));
    return themeDetail(tx, scope, theme.id);
  });
}

/** Locks a theme against other changes of it; items may be coded to it meanwhile. */
export async function lockTheme(tx: OrganisationTransaction, themeId: string): Promise<ThemeRecord> {
  await tx.sql({
    name: "themes.lock",
    text: "SELECT id FROM theme WHERE organisation_id = $1::uuid AND id = $2::uuid FOR NO KEY UPDATE",
    values: [tx.organisationId, themeId],
  });
  const [theme] = await loadThemes(tx, themeId);
  if (theme === undefined) throw new RuleViolation("not-found");
  return theme;
}

/** The next version of the theme and the entry in its history. */
export async function finishChange(
  tx: OrganisationTransaction,
  scope: Scope,
  theme: ThemeRecord,
  entry: ChangeEntry,
): Promise<void> {
  await tx.theme.update({
    where: { organisationId_id: { organisationId: tx.organisationId, id: theme.id } },
    data: { version: { increment: 1 } },
    select: { id: true },
  });
  await recordChange(tx, scope, newStep(), [entry]);
}

/** Whoever runs themes runs those that are theirs or nobody's; editors of the codebook any. */
export function checkRuns(scope: Scope, theme: ThemeRecord): void {
  const own = theme.ownerId === null || theme.ownerId === scope.staff.id;
  if (!own && !may(scope.staff, "codebook.edit"))
    throw new RuleViolation("not-permitted", { permission: "themes.run" });
}

/** The codebook is the whole organisation's: a reach of some services does not do. */
export function checkEditsCodebook(scope: Scope): void {
  if (!may(scope.staff, "codebook.edit")) throw new RuleViolation("not-permitted", { permission: "codebook.edit" });
}

/** An owner works here. */
export async function checkOwner(tx: OrganisationTransaction, ownerId: string | null | undefined): Promise<void> {
  if (ownerId == null) return;
  const found = await tx.staff.findFirst({
    where: { organisationId: tx.organisationId, id: ownerId, active: true },
    select: { id: true },
  });
  if (found === null) throw new RuleViolation("not-found");
}

/** A day as Prisma wants it; absent stays absent. */
export function dayDate(day: string): Date;
export function dayDate(day: string | null): Date | null;
export function dayDate(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`);
}

type Value = string | number | null;

/** The fields that are given and differ, from what to what. */
export function changedValues<Given extends Readonly<Record<string, Value | undefined>>>(
  before: { readonly [Field in keyof Given]: Value },
  given: Given,
): Record<string, readonly [Value, Value]> {
  const values: Record<string, readonly [Value, Value]> = {};
  for (const field of Object.keys(given)) {
    const to = given[field];
    const from = before[field] ?? null;
    if (to !== undefined && to !== from) values[field] = [from, to];
  }
  return values;
}

type Text = string | null | undefined;

/**
 * Of pairs of a text before and the one given (absent: stays; null: taken away) those that differ: as digests, which outlive the
 * texts when these are erased, and the new texts.
 */
export function changedTexts(
  { organisation }: Pick<Scope, "organisation">,
  pairs: Readonly<Record<string, readonly [before: Text, given: Text]>>,
): { values: Record<string, readonly [Value, Value]>; texts: Record<string, string> } {
  const changed = Object.entries(pairs).filter(
    ([, [before, given]]) => given !== undefined && (given ?? "") !== (before ?? ""),
  );
  const digest = (text: Text) => (text == null || text === "" ? null : textDigest(organisation, text));
  return {
    values: Object.fromEntries(changed.map(([field, [before, given]]) => [field, [digest(before), digest(given)]])),
    texts: givenTexts(Object.fromEntries(changed.map(([field, [, given]]) => [field, given]))),
  };
}

/** A text in several languages as pairs `name.fi`, `name.sv`, …; a language that is left out of the given text is taken away. */
export function byLanguage(
  field: string,
  before: LocalisedText,
  given: LocalisedText | undefined,
): Record<string, readonly [Text, Text]> {
  return Object.fromEntries(
    languages.map((language) => [
      `${field}.${language}`,
      [before[language], given === undefined ? undefined : (given[language] ?? null)],
    ]),
  );
}

/** The texts that are given; empty ones say nothing. */
export function givenTexts(texts: Readonly<Record<string, Text>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([field, text]) => (text == null || text === "" ? [] : [[field, text]])),
  );
}
