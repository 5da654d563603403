import type { NoteView } from "@kuultu/domain/feedback/note";
import IconPencil from "@tabler/icons-react/dist/esm/icons/IconPencil.mjs";
import IconTrash from "@tabler/icons-react/dist/esm/icons/IconTrash.mjs";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { useAnnounce } from "#ui/announcement";
import { Button } from "#ui/Button";
import { KeyHold } from "#ui/shortcuts";

import { wordingMasks } from "../first-line.ts";
import { noteParts } from "../mention-typing.ts";
import { useKeyOf } from "../use-keys.ts";
import { keepDraft, useNotes, useNoteSteps, writeNoteId } from "../use-notes.ts";
import { useWhen } from "./ItemHistory.tsx";
import styles from "./Notes.module.css";

const NoteEditor = lazy(async () => ({ default: (await import("./NoteEditor.tsx")).NoteEditor }));

/** What staff write to each other beside an item, oldest first; one's own can be changed and taken away. */
export function Notes({ itemId, count }: { readonly itemId: string; readonly count: number }) {
  const { t } = useTranslation("notes");
  const announce = useAnnounce();
  const notes = useNotes(itemId, count);
  const steps = useNoteSteps(itemId);
  const keyOf = useKeyOf();
  /** The note that is changed, the item for a new one, or nothing. */
  const [writing, setWriting] = useState<string | null>(null);
  const close = (): void => {
    setWriting(null);
    requestAnimationFrame(() => document.getElementById(writeNoteId)?.focus({ preventScroll: true }));
  };
  const kept = (id: string) => (): void => {
    keepDraft(id, "");
    announce(t("said.saved"));
    close();
  };
  return (
    <section className={styles.notes}>
      <div className={styles.head}>
        <h2>{t("label")}</h2>
        {writing === itemId ? null : (
          <Button id={writeNoteId} keys={keyOf("item.note")} onClick={() => setWriting(itemId)}>
            {t("write")}
          </Button>
        )}
      </div>
      {notes.length === 0 ? null : (
        <ol>
          {notes.map((note) => (
            <li key={note.id} className={styles.note}>
              {writing === note.id ? (
                <Suspense fallback={<KeyHold />}>
                  <NoteEditor
                    itemId={itemId}
                    draftId={note.id}
                    before={note.body}
                    busy={steps.busy}
                    onSave={(body, mentions) => steps.edit(note.id, body, mentions, kept(note.id))}
                    onCancel={close}
                  />
                </Suspense>
              ) : (
                <Note
                  note={note}
                  onEdit={() => setWriting(note.id)}
                  onRemove={() => {
                    steps.remove(note.id);
                    announce(t("said.removed"));
                  }}
                />
              )}
            </li>
          ))}
        </ol>
      )}
      {steps.refusal === null ? null : (
        <p className={styles.refusal} role="alert">
          {steps.refusal}
        </p>
      )}
      {writing === itemId ? (
        <Suspense fallback={<KeyHold />}>
          <NoteEditor
            itemId={itemId}
            draftId={itemId}
            before=""
            busy={steps.busy}
            onSave={(body, mentions) => steps.add(body, mentions, kept(itemId))}
            onCancel={close}
          />
        </Suspense>
      ) : null}
    </section>
  );
}

function Note(props: { readonly note: NoteView; readonly onEdit: () => void; readonly onRemove: () => void }) {
  const { t } = useTranslation(["notes", "feedback"]);
  const { staffId } = useOrganisation();
  const when = useWhen();
  const { note } = props;
  return (
    <>
      <p className={styles.who}>
        <strong>{note.staffName ?? t("someone")}</strong> <time dateTime={note.madeAt}>{when(note.madeAt)}</time>
        {note.editedAt === null ? null : <span> · {t("edited")}</span>}
        {note.staffId === staffId ? (
          <span className={styles.own}>
            <Button kind="icon" small aria-label={t("edit")} onClick={props.onEdit}>
              <IconPencil size={14} stroke={1.75} />
            </Button>
            <Button kind="icon" small aria-label={t("remove")} onClick={props.onRemove}>
              <IconTrash size={14} stroke={1.75} />
            </Button>
          </span>
        ) : null}
      </p>
      <p className={styles.body}>
        {noteParts(note.body, note.named).map((part) =>
          part.personId === null ? (
            wordingMasks(part.text, (kind) => t(`feedback:pane.masked.${kind}`))
          ) : (
            <strong key={part.start}>{part.text}</strong>
          ),
        )}
      </p>
    </>
  );
}
