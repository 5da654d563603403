import type { z } from "zod";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { InboxPage, inboxSchema, NoteView, Person } from "@kuultu/domain/feedback/note";
import type { TextLanguage } from "@kuultu/domain/language";

import { logRead } from "#feedback/feedback-item-queries";
import { narrowingOf } from "#feedback/feedback-list-queries";
import { firstLineSql } from "#feedback/feedback-row";
import { steadyConditions } from "#feedback/filter-sql";
import { namedStatement, Parameters } from "#feedback/named-statement";
import { notedItem, readersOf } from "#feedback/notes/note-record";
import { readCursor, writeCursor } from "#feedback/page-cursor";
import type { Scope } from "#trpc/scope";

/** The notes of an item, oldest first; `not-found` for whoever may not read the item. */
export function listNotes(scope: Scope, itemId: string): Promise<NoteView[]> {
  return scope.transaction(async (tx) => {
    const item = await notedItem(tx, scope, itemId);
    return notesOf(tx, item.id);
  });
}

/** Who may be named in a note beside an item, by name. */
export function listReaders(scope: Scope, itemId: string): Promise<Person[]> {
  return scope.transaction(async (tx) => readersOf(tx, await notedItem(tx, scope, itemId)));
}

interface NoteColumns {
  readonly id: string;
  readonly staff_id: string;
  readonly staff_name: string | null;
  readonly made_at: Date;
  readonly edited_at: Date | null;
  readonly body: string;
  readonly named: readonly Person[];
}

/** The notes that are still there, without asking who may see them. */
export async function notesOf(tx: OrganisationTransaction, itemId: string): Promise<NoteView[]> {
  const rows = await tx.sql<NoteColumns>({
    name: "feedback.notes",
    text: `SELECT n.id, n.staff_id, s.name AS staff_name, n.made_at, n.edited_at, n.body,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) ORDER BY p.name, p.id), '[]')
           FROM mention m JOIN staff p ON p.organisation_id = $1::uuid AND p.id = m.staff_id
          WHERE m.organisation_id = $1::uuid AND m.note_id = n.id) AS named
      FROM note n LEFT JOIN staff s ON s.organisation_id = $1::uuid AND s.id = n.staff_id
     WHERE n.organisation_id = $1::uuid AND n.item_id = $2::uuid AND n.removed_at IS NULL
     ORDER BY n.made_at, n.id`,
    values: [tx.organisationId, itemId],
  });
  return rows.map((row) => ({
    id: row.id,
    staffId: row.staff_id,
    staffName: row.staff_name,
    madeAt: row.made_at.toISOString(),
    editedAt: row.edited_at?.toISOString() ?? null,
    body: row.body,
    named: row.named,
  }));
}

const pageSize = 50;

interface InboxColumns {
  readonly note_id: string;
  readonly item_id: string;
  readonly staff_name: string | null;
  readonly made_at: Date;
  readonly read: boolean;
  readonly body: string;
  readonly first_line: string | null;
  readonly language: TextLanguage;
}

/** The notes in which one is named, newest first, as far as one still may read their items. Their items are read by it: logged. */
export function readInbox(scope: Scope, input: z.infer<typeof inboxSchema>): Promise<InboxPage> {
  return scope.transaction(async (tx) => {
    const p = new Parameters();
    const from = input.cursor == null ? null : readCursor(input.cursor);
    const organisationId = p.add(tx.organisationId);
    const conditions = [
      ...mentionConditions(p, scope, organisationId),
      ...(input.unreadOnly ? ["m.read_at IS NULL"] : []),
      ...(from === null
        ? []
        : [`(m.made_at, m.note_id) < (${p.add(from.receivedAt)}::timestamptz, ${p.add(from.id)}::uuid)`]),
    ];
    const text = `
      SELECT m.note_id, n.item_id, s.name AS staff_name, m.made_at, m.read_at IS NOT NULL AS read, n.body,
             ${firstLineSql("t")} AS first_line, i.language
        FROM ${mentionTables(organisationId)}
        JOIN feedback_text t ON t.organisation_id = ${organisationId}::uuid AND t.item_id = i.id
        LEFT JOIN staff s ON s.organisation_id = ${organisationId}::uuid AND s.id = n.staff_id
       WHERE ${conditions.join(" AND ")} ORDER BY m.made_at DESC, m.note_id DESC LIMIT ${p.add(pageSize + 1)}::int`;
    const rows = await tx.sql<InboxColumns>(namedStatement("feedback.inbox", text, p));
    const shown = rows.slice(0, pageSize);
    const last = shown.at(-1);
    if (shown.length > 0) await logRead(tx, scope, [...new Set(shown.map((row) => row.item_id))]);
    return {
      lines: shown.map((row) => ({
        noteId: row.note_id,
        itemId: row.item_id,
        staffName: row.staff_name,
        madeAt: row.made_at.toISOString(),
        read: row.read,
        body: row.body,
        firstLine: row.first_line ?? "",
        language: row.language,
      })),
      nextCursor:
        rows.length > pageSize && last !== undefined
          ? writeCursor({ receivedAt: last.made_at, id: last.note_id })
          : null,
    };
  });
}

/** How many notes wait in one's inbox, unread. */
export function countUnread(scope: Scope): Promise<number> {
  return scope.transaction(async (tx) => {
    const p = new Parameters();
    const organisationId = p.add(tx.organisationId);
    const conditions = mentionConditions(p, scope, organisationId);
    const text = `SELECT count(*)::int AS count FROM ${mentionTables(organisationId)}
       WHERE ${conditions.join(" AND ")} AND m.read_at IS NULL`;
    const [row] = await tx.sql<{ count: number }>(namedStatement("feedback.unread", text, p));
    return row?.count ?? 0;
  });
}

function mentionTables(organisationId: string): string {
  return `mention m
        JOIN note n ON n.organisation_id = ${organisationId}::uuid AND n.id = m.note_id
        JOIN feedback_item i ON i.organisation_id = ${organisationId}::uuid AND i.id = n.item_id`;
}

/** A reach may have shrunk, and an item become a whistleblowing report, since one was named: what may not be read is not counted. */
function mentionConditions(p: Parameters, scope: Scope, organisationId: string): string[] {
  return [
    `m.organisation_id = ${organisationId}::uuid`,
    `m.staff_id = ${p.add(scope.staff.id)}::uuid`,
    ...steadyConditions(p, narrowingOf(scope), {}),
  ];
}
