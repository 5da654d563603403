import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { type LocalisedText } from "@kuultu/domain/language";
import { localisedTextSchema } from "@kuultu/domain/language-schema";
import { permissionsOf } from "@kuultu/domain/staff/permission";
import { dayIn } from "@kuultu/domain/day";
import { type ThemeFacts, themeMoves } from "@kuultu/domain/themes/theme-status";
import type { ActionView, MeasureView, ThemeCard } from "@kuultu/domain/themes/theme-view";

import type { Mentions } from "#themes/theme-figures";
import type { Scope } from "#trpc/scope";

type MeasureRecord = Omit<MeasureView, "figures">;

/** A theme with its actions and measures, days as YYYY-MM-DD. */
export interface ThemeRecord {
  readonly id: string;
  readonly parentId: string | null;
  readonly names: LocalisedText;
  readonly descriptions: LocalisedText;
  readonly status: ThemeFacts["status"];
  readonly ownerId: string | null;
  readonly targetOn: string | null;
  readonly startedOn: string | null;
  readonly deliveredOn: string | null;
  readonly evidence: string | null;
  readonly noMeasureReason: string | null;
  readonly publicReason: string | null;
  readonly pinnedDigit: number | null;
  readonly version: number;
  readonly actions: readonly (Omit<ActionView, "owner"> & { readonly ownerId: string | null })[];
  readonly measures: readonly MeasureRecord[];
}

/** A day that Prisma read as midnight UTC. */
export function dayText(day: Date): string;
export function dayText(day: Date | null): string | null;
export function dayText(day: Date | null): string | null {
  return day === null ? null : day.toISOString().slice(0, 10);
}

/** Themes with all that their moves are decided on, in the order of the codebook: oldest first. */
export async function loadThemes(tx: OrganisationTransaction, themeId?: string): Promise<ThemeRecord[]> {
  const rows = await tx.theme.findMany({
    where: { organisationId: tx.organisationId, ...(themeId === undefined ? {} : { id: themeId }) },
    select: {
      id: true,
      parentId: true,
      names: true,
      descriptions: true,
      status: true,
      ownerId: true,
      targetOn: true,
      startedOn: true,
      deliveredOn: true,
      evidence: true,
      noMeasureReason: true,
      publicReason: true,
      pinnedDigit: true,
      version: true,
      actions: {
        select: {
          id: true,
          name: true,
          status: true,
          ownerId: true,
          targetOn: true,
          deliveredOn: true,
          note: true,
          version: true,
        },
        orderBy: { id: "asc" },
      },
      measures: {
        select: {
          id: true,
          name: true,
          definition: true,
          unit: true,
          direction: true,
          targetValue: true,
          targetOn: true,
          measurements: {
            select: {
              id: true,
              value: true,
              qualifier: true,
              periodStart: true,
              periodEnd: true,
              complete: true,
              published: true,
            },
            orderBy: [{ periodStart: "asc" }, { id: "asc" }],
          },
        },
        orderBy: { id: "asc" },
      },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    ...row,
    names: localisedTextSchema.parse(row.names),
    descriptions: localisedTextSchema.parse(row.descriptions),
    targetOn: dayText(row.targetOn),
    startedOn: dayText(row.startedOn),
    deliveredOn: dayText(row.deliveredOn),
    actions: row.actions.map((action) => ({
      ...action,
      targetOn: dayText(action.targetOn),
      deliveredOn: dayText(action.deliveredOn),
    })),
    measures: row.measures.map((measure) => ({
      ...measure,
      targetValue: measure.targetValue?.toFixed() ?? null,
      targetOn: dayText(measure.targetOn),
      measurements: measure.measurements.map((measurement) => ({
        ...measurement,
        value: measurement.value.toFixed(),
        periodStart: dayText(measurement.periodStart),
        periodEnd: dayText(measurement.periodEnd),
      })),
    })),
  }));
}

/** What the rule decides a move on. */
export function themeFacts(scope: Scope, theme: ThemeRecord): ThemeFacts {
  return {
    ...theme,
    actions: theme.actions.filter((action) => action.status !== "dropped").length,
    measures: theme.measures.map((measure) => ({
      direction: measure.direction,
      measurements: measure.measurements.map((measurement) => ({ ...measurement, value: Number(measurement.value) })),
    })),
    today: dayIn(scope.now),
    actor: { staffId: scope.staff.id, permissions: permissionsOf(scope.staff) },
  };
}

/** Names of those who own something, by id. */
export async function staffNames(tx: OrganisationTransaction): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.staff.findMany({
    where: { organisationId: tx.organisationId },
    select: { id: true, name: true },
  });
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Who owns something; null where nobody does. */
export function ownerOf(ownerId: string | null, names: ReadonlyMap<string, string>): ThemeCard["owner"] {
  const name = ownerId === null ? undefined : names.get(ownerId);
  return ownerId === null || name === undefined ? null : { id: ownerId, name };
}

/** A theme as lists show it, with the moves that this person may make. */
export function themeCard(
  scope: Scope,
  theme: ThemeRecord,
  names: ReadonlyMap<string, string>,
  found: Mentions,
): ThemeCard {
  const facts = themeFacts(scope, theme);
  return {
    id: theme.id,
    parentId: theme.parentId,
    names: theme.names,
    status: theme.status,
    owner: ownerOf(theme.ownerId, names),
    targetOn: theme.targetOn,
    startedOn: theme.startedOn,
    deliveredOn: theme.deliveredOn,
    publicReason: theme.publicReason,
    actions: facts.actions,
    actionsDelivered: theme.actions.filter((action) => action.status === "delivered").length,
    measures: theme.measures.length,
    pinnedDigit: theme.pinnedDigit,
    version: theme.version,
    mentions: found.count,
    share: found.share,
    moves: themeMoves(facts),
    late: isLate(theme, facts.today),
  };
}

function isLate(theme: ThemeRecord, today: string): boolean {
  const unfinished = ["new", "under_review", "planned", "in_progress"].includes(theme.status);
  const pastTarget = unfinished && theme.targetOn !== null && theme.targetOn < today;
  return pastTarget || (theme.status === "planned" && theme.startedOn !== null && theme.startedOn < today);
}
