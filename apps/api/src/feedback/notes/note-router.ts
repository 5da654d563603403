import { z } from "zod";

import {
  addNoteSchema,
  editNoteSchema,
  inboxSchema,
  markNotesSchema,
  removeNoteSchema,
} from "@kuultu/domain/feedback/note";
import { idSchema } from "@kuultu/domain/identifier";

import { addNote, editNote, markNotes, removeNote } from "#feedback/notes/note-commands";
import { countUnread, listNotes, listReaders, readInbox } from "#feedback/notes/note-queries";
import { permitted } from "#trpc/procedure";

const read = permitted("feedback.read");
const itemSchema = z.object({ itemId: idSchema });

/** Of the feedback router: what staff write to each other, and the inbox of each. */
export const noteProcedures = {
  notes: read.input(itemSchema).query(({ ctx, input }) => listNotes(ctx.scope, input.itemId)),
  noteReaders: read.input(itemSchema).query(({ ctx, input }) => listReaders(ctx.scope, input.itemId)),
  addNote: read.input(addNoteSchema).mutation(({ ctx, input }) => addNote(ctx.scope, input)),
  editNote: read.input(editNoteSchema).mutation(({ ctx, input }) => editNote(ctx.scope, input)),
  removeNote: read.input(removeNoteSchema).mutation(({ ctx, input }) => removeNote(ctx.scope, input)),
  inbox: read.input(inboxSchema).query(({ ctx, input }) => readInbox(ctx.scope, input)),
  unreadNotes: read.query(({ ctx }) => countUnread(ctx.scope)),
  markNotes: read.input(markNotesSchema).mutation(({ ctx, input }) => markNotes(ctx.scope, input)),
};
