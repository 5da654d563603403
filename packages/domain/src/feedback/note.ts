import { z } from "zod";

import { idSchema } from "#identifier";
import { type StaffMember, type Whereabouts, may } from "#staff/permission";

import type { TextLanguage } from "#language";

/** What staff write to each other beside an item. */
export interface NoteView {
  readonly id: string;
  readonly staffId: string;
  /** Null where the writer works here no longer. */
  readonly staffName: string | null;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  readonly editedAt: string | null;
  readonly body: string;
  /** Who is named in it, by their present names. */
  readonly named: readonly Person[];
}

export interface Person {
  readonly id: string;
  readonly name: string;
}

/** One line of the inbox: a note in which its reader is named, and the item beside which it stands. */
export interface InboxLine {
  readonly noteId: string;
  readonly itemId: string;
  readonly staffName: string | null;
  readonly madeAt: string;
  readonly read: boolean;
  readonly body: string;
  /** The title, or the beginning of the masked body, 140 characters at most. */
  readonly firstLine: string;
  readonly language: TextLanguage;
}

export interface InboxPage {
  readonly lines: readonly InboxLine[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

const bodySchema = z.string().trim().min(1).max(4000);
const mentionsSchema = z.array(idSchema).max(20).default([]);

/** `noteId`: made by whoever writes, so that a note sent twice is there once. `mentions`: staff members who find it in their inbox. */
export const addNoteSchema = z.object({
  noteId: idSchema,
  itemId: idSchema,
  body: bodySchema,
  mentions: mentionsSchema,
});
export const editNoteSchema = z.object({ noteId: idSchema, body: bodySchema, mentions: mentionsSchema });
export const removeNoteSchema = z.object({ noteId: idSchema });
export const inboxSchema = z.object({
  unreadOnly: z.boolean().default(false),
  cursor: z.string().max(100).nullish(),
});
export const markNotesSchema = z.object({ noteIds: z.array(idSchema).min(1).max(100), read: z.boolean() });

/** Who may read an item may read its notes, write some, and be named in them. A whistleblowing report has none of these. */
export function mayReadNotes(
  staff: StaffMember,
  item: Whereabouts & { readonly statusReason: string | null },
): boolean {
  return item.statusReason !== "whistleblowing" && may(staff, "feedback.read", item);
}
