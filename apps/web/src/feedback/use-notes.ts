import type { NoteView, Person } from "@kuultu/domain/feedback/note";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { useErrorWords } from "#app/error-words";
import { serverError, useTRPC } from "#app/trpc";
import { newId } from "#ui/new-id";

/** The button that opens the field; the key of the command presses it. */
export const writeNoteId = "write-note";

/** What was written and not yet kept, by item or note: going to another item and back loses nothing. */
const drafts = new Map<string, string>();

export function draftOf(id: string): string {
  return drafts.get(id) ?? "";
}

export function keepDraft(id: string, text: string): void {
  if (text.trim() === "") drafts.delete(id);
  else drafts.set(id, text);
}

/** The id of the note that is being written beside an item: it stays through every try to keep it. */
const newNoteIds = new Map<string, string>();

export function newNoteId(itemId: string): string {
  const id = newNoteIds.get(itemId) ?? newId();
  newNoteIds.set(itemId, id);
  return id;
}

/** Kept, or refused because the id has been used with other words, by a try whose reply got lost: the next note has its own. */
export function endNewNote(itemId: string, error: unknown): void {
  if (error === null || serverError(error)?.data?.violation?.code === "changed-meanwhile") newNoteIds.delete(itemId);
}

/** The notes of an item; none are asked for where there are none. */
export function useNotes(itemId: string, count: number): readonly NoteView[] {
  const trpc = useTRPC();
  return useQuery(trpc.feedback.notes.queryOptions({ itemId }, { enabled: count > 0 })).data ?? [];
}

/** Who may be named beside an item. */
export function useReaders(itemId: string): readonly Person[] {
  const trpc = useTRPC();
  return useQuery(trpc.feedback.noteReaders.queryOptions({ itemId }, { staleTime: 300_000 })).data ?? [];
}

/** Writing, changing and taking away notes; each brings the notes and the item's count and history as the server has them. */
export function useNoteSteps(itemId: string) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const errorWords = useErrorWords();
  const settled = {
    onSuccess: (notes: NoteView[]) => {
      cache.setQueryData(trpc.feedback.notes.queryKey({ itemId }), notes);
      cache.setQueryData(trpc.feedback.item.queryKey({ itemId }), (item) =>
        item === undefined ? item : { ...item, noteCount: notes.length },
      );
    },
    onSettled: () => {
      void cache.invalidateQueries(trpc.feedback.item.queryFilter({ itemId }));
      void cache.invalidateQueries(trpc.feedback.inbox.infiniteQueryFilter());
      void cache.invalidateQueries(trpc.feedback.unreadNotes.queryFilter());
    },
  };
  const add = useMutation(
    trpc.feedback.addNote.mutationOptions({
      ...settled,
      onSettled: (_notes, error) => {
        endNewNote(itemId, error);
        settled.onSettled();
        // A note whose reply got lost is there: it is to be seen before another is kept beside it.
        if (error !== null) void cache.invalidateQueries(trpc.feedback.notes.queryFilter({ itemId }));
      },
    }),
  );
  const edit = useMutation(trpc.feedback.editNote.mutationOptions(settled));
  const remove = useMutation(trpc.feedback.removeNote.mutationOptions(settled));
  const error = add.error ?? edit.error ?? remove.error;
  return {
    add: (body: string, mentions: string[], done: () => void) =>
      add.mutate({ noteId: newNoteId(itemId), itemId, body, mentions }, { onSuccess: done }),
    edit: (noteId: string, body: string, mentions: string[], done: () => void) =>
      edit.mutate({ noteId, body, mentions }, { onSuccess: done }),
    remove: (noteId: string) => remove.mutate({ noteId }),
    busy: add.isPending || edit.isPending || remove.isPending,
    refusal: error === null ? null : errorWords(error),
  };
}
