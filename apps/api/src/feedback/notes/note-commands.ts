import { isDeepStrictEqual } from "node:util";

import type { z } from "zod";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type {
  addNoteSchema,
  editNoteSchema,
  markNotesSchema,
  NoteView,
  removeNoteSchema,
} from "@kuultu/domain/feedback/note";
import { maskPersonalData } from "@kuultu/domain/feedback/personal-data";
import type { Change } from "@kuultu/domain/history/change";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { holdItem } from "#feedback/held-item";
import { notesOf } from "#feedback/notes/note-queries";
import { checkMentions, type NotedItem, notedItem } from "#feedback/notes/note-record";
import { newStep, recordChange } from "#history/record-change";
import type { Scope } from "#trpc/scope";

/**
 * Writes a note beside an item, masked as verbatims are; whoever is named in it finds it in their inbox. Answers all notes of
 * the item. Sent twice, it is there once; `changed-meanwhile` where another note has its id by now.
 */
export function addNote(scope: Scope, input: z.infer<typeof addNoteSchema>): Promise<NoteView[]> {
  return scope.transaction(async (tx) => {
    await holdItem(tx, input.itemId);
    const item = await notedItem(tx, scope, input.itemId);
    const mentions = [...new Set(input.mentions)];
    await checkMentions(tx, item, mentions);
    const note = { organisationId: tx.organisationId, id: input.noteId };
    const body = maskedBody(input.body);
    const there = await tx.note.findUnique({
      where: { organisationId_id: note },
      select: { itemId: true, staffId: true, body: true },
    });
    if (there !== null) {
      if (isDeepStrictEqual(there, { itemId: item.id, staffId: scope.staff.id, body })) return notesOf(tx, item.id);
      throw new RuleViolation("changed-meanwhile");
    }
    await tx.note.create({
      data: { ...note, itemId: item.id, staffId: scope.staff.id, madeAt: scope.now, body },
      select: { id: true },
    });
    await nameInNote(tx, scope, note.id, mentions);
    await recordNote(tx, scope, item, "feedback.note-added", [null, note.id]);
    return notesOf(tx, item.id);
  });
}

/** Rewrites one's own note. Who was named already keeps having read it; who is named no longer loses it from the inbox. */
export function editNote(scope: Scope, input: z.infer<typeof editNoteSchema>): Promise<NoteView[]> {
  return scope.transaction(async (tx) => {
    const item = await lockOwnNote(tx, scope, input.noteId);
    const mentions = [...new Set(input.mentions)];
    await checkMentions(tx, item, mentions);
    await tx.note.update({
      where: { organisationId_id: { organisationId: tx.organisationId, id: input.noteId } },
      data: { body: maskedBody(input.body), editedAt: scope.now },
      select: { id: true },
    });
    const where = { organisationId: tx.organisationId, noteId: input.noteId };
    await tx.mention.deleteMany({ where: { ...where, staffId: { notIn: mentions } } });
    const kept = await tx.mention.findMany({ where, select: { staffId: true } });
    const fresh = mentions.filter((id) => kept.every(({ staffId }) => staffId !== id));
    await nameInNote(tx, scope, input.noteId, fresh);
    await recordNote(tx, scope, item, "feedback.note-edited", [input.noteId, input.noteId]);
    return notesOf(tx, item.id);
  });
}

/** Takes one's own note away: its text is gone, that there was one stays in the history. */
export function removeNote(scope: Scope, input: z.infer<typeof removeNoteSchema>): Promise<NoteView[]> {
  return scope.transaction(async (tx) => {
    const item = await lockOwnNote(tx, scope, input.noteId);
    await tx.note.update({
      where: { organisationId_id: { organisationId: tx.organisationId, id: input.noteId } },
      data: { body: "", removedAt: scope.now },
      select: { id: true },
    });
    await tx.mention.deleteMany({ where: { organisationId: tx.organisationId, noteId: input.noteId } });
    await recordNote(tx, scope, item, "feedback.note-removed", [input.noteId, null]);
    return notesOf(tx, item.id);
  });
}

/** Marks lines of one's own inbox as read, or as not read yet. `not-found` where one is not named in all of them. */
export function markNotes(scope: Scope, input: z.infer<typeof markNotesSchema>): Promise<null> {
  return scope.transaction(async (tx) => {
    const where = { organisationId: tx.organisationId, staffId: scope.staff.id, noteId: { in: input.noteIds } };
    const { count } = await tx.mention.updateMany({ where, data: { readAt: input.read ? scope.now : null } });
    if (count < new Set(input.noteIds).size) throw new RuleViolation("not-found");
    return null;
  });
}

/** Locks a note of one's own; another's is `feedback.note-of-another`, one that is gone `not-found`. */
async function lockOwnNote(tx: OrganisationTransaction, scope: Scope, noteId: string): Promise<NotedItem> {
  const [note] = await tx.sql<{ item_id: string; staff_id: string; removed_at: Date | null }>({
    name: "feedback.lock-note",
    text: "SELECT item_id, staff_id, removed_at FROM note WHERE organisation_id = $1::uuid AND id = $2::uuid FOR UPDATE",
    values: [tx.organisationId, noteId],
  });
  if (note === undefined || note.removed_at !== null) throw new RuleViolation("not-found");
  const item = await notedItem(tx, scope, note.item_id);
  if (note.staff_id !== scope.staff.id) throw new RuleViolation("feedback.note-of-another");
  return item;
}

/** What stands beside a verbatim is kept as it is: what is masked there would stand in the clear here. No original is kept. */
function maskedBody(body: string): string {
  return maskPersonalData(body).text;
}

async function nameInNote(
  tx: OrganisationTransaction,
  scope: Scope,
  noteId: string,
  staffIds: readonly string[],
): Promise<void> {
  if (staffIds.length === 0) return;
  const { organisationId } = tx;
  await tx.mention.createMany({
    data: staffIds.map((staffId) => ({ organisationId, noteId, staffId, madeAt: scope.now })),
  });
}

async function recordNote(
  tx: OrganisationTransaction,
  scope: Scope,
  item: NotedItem,
  change: Change,
  noteId: readonly [string | null, string | null],
): Promise<void> {
  await recordChange(tx, scope, newStep(), [{ subject: "feedback", subjectId: item.id, change, values: { noteId } }]);
}
