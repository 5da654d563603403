import { v7 as uuidv7 } from "uuid";
import type { z } from "zod";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { type LocalisedText } from "@kuultu/domain/language";
import { localisedTextSchema } from "@kuultu/domain/language-schema";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import { checkThemeMove } from "@kuultu/domain/themes/theme-status";
import type {
  createThemeSchema,
  editThemeSchema,
  moveThemeSchema,
  pinThemeSchema,
} from "@kuultu/domain/themes/theme-step";
import type { ThemeDetail } from "@kuultu/domain/themes/theme-view";

import { newStep, recordChange } from "#history/record-change";
import {
  byLanguage,
  changedTexts,
  changedValues,
  changeTheme,
  checkEditsCodebook,
  checkOwner,
  checkRuns,
  dayDate,
  givenTexts,
} from "#themes/theme-change";
import { themeFacts } from "#themes/theme-record";
import { themeDetail } from "#themes/themes-queries";
import type { Scope } from "#trpc/scope";

const levels = 3;

/** A new theme, without owner. `themes.name-taken`, `themes.too-deep` below the third level. */
export function createTheme(scope: Scope, input: z.infer<typeof createThemeSchema>): Promise<ThemeDetail> {
  return scope.transaction(async (tx) => {
    const parentId = input.parentId ?? null;
    if (parentId !== null && (await depthOf(tx, parentId)) >= levels)
      throw new RuleViolation("themes.too-deep", { levels });
    await checkNames(tx, input.names, null);
    const id = uuidv7();
    await tx.theme.create({
      data: {
        organisationId: tx.organisationId,
        id,
        parentId,
        names: input.names,
        descriptions: input.descriptions,
        createdAt: scope.now,
      },
      select: { id: true },
    });
    const { values, texts } = changedTexts(scope, {
      ...byLanguage("name", {}, input.names),
      ...byLanguage("description", {}, input.descriptions),
    });
    await recordChange(tx, scope, newStep(), [
      {
        subject: "theme",
        subjectId: id,
        change: "theme.created",
        values: { parentId: [null, parentId], ...values },
        texts,
      },
    ]);
    return themeDetail(tx, scope, id);
  });
}

/** Levels from the top down to a theme; `not-found` where there is none. */
async function depthOf(tx: OrganisationTransaction, themeId: string): Promise<number> {
  const rows = await tx.sql<{ id: string }>({
    name: "themes.ancestors",
    text: `WITH RECURSIVE line AS (
        SELECT id, parent_id FROM theme WHERE organisation_id = $1::uuid AND id = $2::uuid
        UNION SELECT t.id, t.parent_id FROM theme t JOIN line ON t.id = line.parent_id WHERE t.organisation_id = $1::uuid)
      SELECT id FROM line`,
    values: [tx.organisationId, themeId],
  });
  if (rows.length === 0) throw new RuleViolation("not-found");
  return rows.length;
}

/** Whether two names read alike. */
const same = (a: string | undefined, b: string | undefined) =>
  a !== undefined && b !== undefined && a.normalize().trim().toLowerCase() === b.normalize().trim().toLowerCase();

/** Two themes with one name in one language could not be told apart. A merged theme has given its name free. */
async function checkNames(tx: OrganisationTransaction, names: LocalisedText, themeId: string | null): Promise<void> {
  // One writer of names at a time, else two could take the same name at once.
  await tx.sql({
    name: "themes.lock-names",
    text: "SELECT pg_advisory_xact_lock(hashtextextended('theme names ' || $1::text, 0))",
    values: [tx.organisationId],
  });
  const themes = await tx.theme.findMany({
    where: { organisationId: tx.organisationId, status: { not: "merged" } },
    select: { id: true, names: true },
  });
  const taken = themes.find((theme) => {
    const others = localisedTextSchema.parse(theme.names);
    return (
      theme.id !== themeId &&
      (["fi", "sv", "en", "ru"] as const).some((language) => same(names[language], others[language]))
    );
  });
  if (taken !== undefined) throw new RuleViolation("themes.name-taken", { themeId: taken.id });
}

/** Changes what a theme is called, whose it is and when it is due. What is absent stays; null takes away. */
export function editTheme(scope: Scope, input: z.infer<typeof editThemeSchema>): Promise<ThemeDetail> {
  return changeTheme(scope, input, async (tx, theme) => {
    checkRuns(scope, theme);
    await checkOwner(tx, input.ownerId);
    const { names, descriptions, ownerId, targetOn, noMeasureReason } = input;
    if (names !== undefined) await checkNames(tx, names, theme.id);
    await tx.theme.update({
      where: { organisationId_id: { organisationId: tx.organisationId, id: theme.id } },
      data: {
        ...(names === undefined ? {} : { names }),
        ...(descriptions === undefined ? {} : { descriptions }),
        ...(ownerId === undefined ? {} : { ownerId }),
        ...(targetOn === undefined ? {} : { targetOn: dayDate(targetOn) }),
        ...(noMeasureReason === undefined ? {} : { noMeasureReason }),
      },
      select: { id: true },
    });
    const { values, texts } = changedTexts(scope, {
      ...byLanguage("name", theme.names, names),
      ...byLanguage("description", theme.descriptions, descriptions),
      noMeasureReason: [theme.noMeasureReason, noMeasureReason],
    });
    return {
      subject: "theme",
      subjectId: theme.id,
      change: "theme.edited",
      values: { ...changedValues(theme, { ownerId, targetOn }), ...values },
      texts,
    };
  });
}

/** Moves a theme, if the rule finds nothing missing; what is given with the move is stored with it. */
export function moveTheme(scope: Scope, input: z.infer<typeof moveThemeSchema>): Promise<ThemeDetail> {
  return changeTheme(scope, input, async (tx, theme) => {
    const { themeId: _themeId, version: _version, to, ...supplied } = input;
    await checkOwner(tx, supplied.ownerId);
    const { startedOn, deliveredOn, targetOn, ...move } = checkThemeMove(themeFacts(scope, theme), to, supplied);
    await tx.theme.update({
      where: { organisationId_id: { organisationId: tx.organisationId, id: theme.id } },
      data: {
        ...move,
        ...(startedOn === undefined ? {} : { startedOn: dayDate(startedOn) }),
        ...(deliveredOn === undefined ? {} : { deliveredOn: dayDate(deliveredOn) }),
        ...(targetOn === undefined ? {} : { targetOn: dayDate(targetOn) }),
      },
      select: { id: true },
    });
    const { status, ownerId } = move;
    const stored = changedTexts(scope, {
      evidence: [theme.evidence, move.evidence],
      publicReason: [theme.publicReason, move.publicReason],
      noMeasureReason: [theme.noMeasureReason, move.noMeasureReason],
    });
    const values = {
      ...changedValues(theme, { status, ownerId, startedOn, deliveredOn, targetOn }),
      ...stored.values,
    };
    const { evidence, publicReason, noMeasureReason, reason } = supplied;
    const texts = givenTexts({ evidence, publicReason, noMeasureReason, reason });
    return { subject: "theme", subjectId: theme.id, change: "theme.moved", values, texts };
  });
}

/** Gives a theme one of the nine keys, or takes it away (null). `themes.digit-taken` where another one has it. */
export function pinTheme(scope: Scope, input: z.infer<typeof pinThemeSchema>): Promise<ThemeDetail> {
  return changeTheme(scope, input, async (tx, theme) => {
    checkEditsCodebook(scope);
    const { digit } = input;
    const where = { organisationId: tx.organisationId, pinnedDigit: digit, id: { not: theme.id } };
    const holder = digit === null ? null : await tx.theme.findFirst({ where, select: { id: true } });
    if (digit !== null && holder !== null) throw new RuleViolation("themes.digit-taken", { digit, themeId: holder.id });
    await tx.theme.update({
      where: { organisationId_id: { organisationId: tx.organisationId, id: theme.id } },
      data: { pinnedDigit: digit },
      select: { id: true },
    });
    const values = changedValues(theme, { pinnedDigit: digit });
    return { subject: "theme", subjectId: theme.id, change: "theme.pinned", values };
  });
}
