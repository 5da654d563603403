import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { FeedbackRow } from "@kuultu/domain/feedback/feedback-view";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import { reachFor } from "@kuultu/domain/staff/permission";
import type { MeasureView, ThemeDetail, ThemeList } from "@kuultu/domain/themes/theme-view";

import { listStatement } from "#feedback/feedback-list-queries";
import { feedbackRow, type FeedbackRowColumns } from "#feedback/feedback-row";
import { historyOf } from "#history/history-queries";
import { itemsByTheme, mentionBase, mentions, mentionsByRound } from "#themes/theme-figures";
import { loadThemes, ownerOf, staffNames, themeCard, type ThemeRecord } from "#themes/theme-record";
import type { Scope } from "#trpc/scope";

/** All themes, with their mentions in a round (everything where none is named) and the moves that this person may make. */
export function listThemes(scope: Scope, roundId: string | null): Promise<ThemeList> {
  return scope.transaction(async (tx) => {
    const themes = await loadThemes(tx);
    const names = await staffNames(tx);
    const { base, roundIds } = await mentionBase(tx, scope.organisation, roundId);
    const items = await itemsByTheme(tx, roundIds);
    return {
      themes: themes.map((theme) =>
        themeCard(scope, theme, names, mentions(items.get(theme.id) ?? 0, base, scope.organisation)),
      ),
      classifiable: mentions(0, base, scope.organisation).base,
    };
  });
}

/** The page of a theme. `not-found` where there is none. */
export function readTheme(scope: Scope, themeId: string): Promise<ThemeDetail> {
  return scope.transaction((tx) => themeDetail(tx, scope, themeId));
}

/** How many of the newest items a theme's page shows. */
const shownItems = 20;

/** A theme's page: its story from what people say to whether it helped. `not-found` where there is none. */
export async function themeDetail(tx: OrganisationTransaction, scope: Scope, themeId: string): Promise<ThemeDetail> {
  const [theme] = await loadThemes(tx, themeId);
  if (theme === undefined) throw new RuleViolation("not-found");
  const names = await staffNames(tx);
  const { base, roundIds } = await mentionBase(tx, scope.organisation, null);
  const items = await itemsByTheme(tx, roundIds);
  const subjects = [theme.id, ...theme.actions.map(({ id }) => id), ...theme.measures.map(({ id }) => id)];
  return {
    ...themeCard(scope, theme, names, mentions(items.get(theme.id) ?? 0, base, scope.organisation)),
    descriptions: theme.descriptions,
    noMeasureReason: theme.noMeasureReason,
    evidence: theme.evidence,
    actionRows: theme.actions.map(({ ownerId, ...action }) => ({ ...action, owner: ownerOf(ownerId, names) })),
    measureRows: await measuresOf(tx, theme),
    mentionsByRound: await mentionsByRound(tx, theme.id, scope.organisation),
    items: await newestItems(tx, scope, theme.id),
    history: await historyOf(tx, ...subjects),
  };
}

/** Null where this person reads no verbatims; otherwise logged like any other page of the list. */
async function newestItems(tx: OrganisationTransaction, scope: Scope, themeId: string): Promise<FeedbackRow[] | null> {
  if (reachFor(scope.staff, "feedback.read") === null) return null;
  const statement = listStatement(scope, { filter: { themeId }, order: "newest", limit: shownItems });
  const rows = await tx.sql<FeedbackRowColumns>(statement);
  return rows.slice(0, shownItems).map(feedbackRow);
}

async function measuresOf(tx: OrganisationTransaction, theme: ThemeRecord): Promise<MeasureView[]> {
  const figures = await tx.publishedFigure.findMany({
    where: { organisationId: tx.organisationId, measureId: { in: theme.measures.map(({ id }) => id) } },
    select: { measureId: true, figure: true, value: true, qualifier: true, source: true },
    orderBy: { id: "asc" },
  });
  return theme.measures.map((measure) => ({
    ...measure,
    figures: figures
      .filter((figure) => figure.measureId === measure.id)
      .map(({ figure, value, qualifier, source }) => ({ figure, value: value.toFixed(), qualifier, source })),
  }));
}
