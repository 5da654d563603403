import { exportColumns, type ExportColumn, exportPhrases } from "@kuultu/domain/feedback/export-phrases";
import type { FeedbackKind, FeedbackSource, FeedbackStatus } from "@kuultu/domain/feedback/triage-status";
import { homeTimeZone } from "@kuultu/domain/day";
import { inLanguage, type Language } from "@kuultu/domain/language";
import { localisedTextSchema } from "@kuultu/domain/language-schema";

import type { Scope } from "#trpc/scope";

/** An item as an export reads it. */
export interface ExportedRow {
  readonly id: string;
  readonly received_at: Date;
  readonly kind: FeedbackKind;
  readonly status: FeedbackStatus;
  readonly status_reason: string | null;
  readonly channel_id: string | null;
  readonly service_id: string | null;
  readonly site_id: string | null;
  readonly customer_group_id: string | null;
  readonly round_id: string | null;
  readonly source: FeedbackSource;
  readonly language: string;
  readonly assignee_id: string | null;
  readonly team_id: string | null;
  readonly triage_due_on: string;
  readonly answer_due_on: string | null;
  readonly waiting_until: string | null;
  readonly routed_on: string | null;
  readonly routing_due_on: string | null;
  readonly processed_at: Date | null;
  readonly duplicate_of_id: string | null;
  readonly title: string;
  readonly body: string;
  readonly theme_ids: readonly string[];
}

/** A text, a day (YYYY-MM-DD), a moment with what the clock on the wall showed before its zone, or nothing. */
export type Cell =
  | { readonly text: string }
  | { readonly day: string }
  | { readonly at: Date; readonly offsetMinutes: number }
  | null;

/** Names by id, of everything that an item points to. */
export type ExportNames = (id: string | null) => string;

/** The names of the organisation's facets, rounds, themes, people and teams in one language. */
export async function exportNames(scope: Scope, language: Language): Promise<ExportNames> {
  const where = { organisationId: scope.organisation.id };
  const names = new Map<string, string>();
  await scope.transaction(async (tx) => {
    const localised = { where, select: { id: true, names: true } } as const;
    const named = { where, select: { id: true, name: true } } as const;
    for (const { id, names: own } of await tx.facetValue.findMany(localised))
      names.set(id, inLanguage(localisedTextSchema.parse(own), language));
    for (const { id, names: own } of await tx.theme.findMany(localised))
      names.set(id, inLanguage(localisedTextSchema.parse(own), language));
    for (const { id, name } of await tx.round.findMany(named)) names.set(id, name);
    for (const { id, name } of await tx.staff.findMany(named)) names.set(id, name);
    for (const { id, name } of await tx.team.findMany(named)) names.set(id, name);
  });
  return (id) => (id === null ? "" : (names.get(id) ?? ""));
}

/** The cells of an item in the order of `exportColumns`. */
export function exportCells(row: ExportedRow, language: Language, names: ExportNames): Cell[] {
  const words = exportPhrases[language];
  const reasons: Readonly<Record<string, string>> = { ...words.noTheme, ...words.routing, ...words.reject };
  const cells: Readonly<Record<ExportColumn, Cell>> = {
    id: { text: row.id },
    received: moment(row.received_at),
    kind: { text: words.kind[row.kind] },
    status: { text: words.status[row.status] },
    reason: text(row.status_reason === null ? "" : (reasons[row.status_reason] ?? "")),
    themes: text(row.theme_ids.map(names).join("; ")),
    channel: text(names(row.channel_id)),
    service: text(names(row.service_id)),
    site: text(names(row.site_id)),
    customerGroup: text(names(row.customer_group_id)),
    round: text(names(row.round_id)),
    source: { text: words.source[row.source] },
    language: text(row.language === "und" ? "" : row.language),
    title: text(row.title),
    text: text(row.body),
    assignee: text(names(row.assignee_id)),
    team: text(names(row.team_id)),
    triageDueOn: day(row.triage_due_on),
    answerDueOn: day(row.answer_due_on),
    waitingUntil: day(row.waiting_until),
    routedOn: day(row.routed_on),
    routingDueOn: day(row.routing_due_on),
    processedAt: row.processed_at === null ? null : moment(row.processed_at),
    duplicateOf: text(row.duplicate_of_id ?? ""),
  };
  return exportColumns.map((column) => cells[column]);
}

const text = (value: string): Cell => (value === "" ? null : { text: value });
const day = (value: string | null): Cell => (value === null ? null : { day: value });
const moment = (at: Date): Cell => ({ at, offsetMinutes: offsetMinutes(at) });

const zone = new Intl.DateTimeFormat("en", { timeZone: homeTimeZone, timeZoneName: "longOffset" });
const offsets = new Map<number, number>();

/** How far the clocks of Helsinki are ahead of UTC; reckoned once for each quarter of an hour. */
function offsetMinutes(at: Date): number {
  const quarter = Math.floor(at.getTime() / 900_000);
  const known = offsets.get(quarter);
  if (known !== undefined) return known;
  const [, sign = "+", hours = "0", minutes = "0"] = /GMT([+-])(\d+):(\d+)/u.exec(zone.format(at)) ?? [];
  const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  if (offsets.size > 10_000) offsets.clear();
  offsets.set(quarter, offset);
  return offset;
}
