import { type KeyboardEvent, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "#ui/Button";
import { focusOnArrival } from "#ui/focus";

import { offeredPeople, peopleNamed, typedMention, withMention } from "../mention-typing.ts";
import { draftOf, keepDraft, useReaders } from "../use-notes.ts";
import { useWriting } from "../writing.tsx";
import styles from "./Notes.module.css";

export interface NoteEditorProps {
  readonly itemId: string;
  /** What the draft is kept by: the item, or the note that is changed. */
  readonly draftId: string;
  readonly before: string;
  readonly busy: boolean;
  readonly onSave: (body: string, mentions: string[]) => void;
  readonly onCancel: () => void;
}

/** A field for a note: "@" offers those who may read the item, Ctrl+Enter keeps it, Escape leaves it as a draft. */
export function NoteEditor(props: NoteEditorProps) {
  const { t } = useTranslation("notes");
  const listId = useId();
  useWriting();
  const field = useRef<HTMLTextAreaElement | null>(null);
  const people = useReaders(props.itemId);
  const [text, setText] = useState(draftOf(props.draftId) || props.before);
  const [caret, setCaret] = useState(text.length);
  const [pointed, setPointed] = useState(0);
  const [closedAt, setClosedAt] = useState(-1);
  const typed = typedMention(text, caret);
  const named = new Set(peopleNamed(text, people));
  const offers =
    typed === null || typed.start === closedAt
      ? []
      : offeredPeople(people, typed.query).filter(({ id, name }) => !named.has(id) || name !== typed.query.trim());
  const current = Math.min(pointed, offers.length - 1);

  const write = (value: string, at: number): void => {
    setText(value);
    setCaret(at);
    setPointed(0);
    keepDraft(props.draftId, value);
  };
  const choose = (name: string): void => {
    if (typed === null) return;
    const completed = withMention(text, caret, typed, name);
    write(completed.text, completed.caret);
    requestAnimationFrame(() => field.current?.setSelectionRange(completed.caret, completed.caret));
  };
  const save = (): void => {
    if (text.trim() !== "" && !props.busy) props.onSave(text.trim(), peopleNamed(text, people));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const offer = offers[current];
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
    else if (offer !== undefined && step !== 0) setPointed((current + step + offers.length) % offers.length);
    else if (offer !== undefined && (event.key === "Enter" || event.key === "Tab")) choose(offer.name);
    else if (offer !== undefined && event.key === "Escape") setClosedAt(typed?.start ?? -1);
    else if (event.key === "Escape") props.onCancel();
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.editor}>
      <textarea
        className={styles.field}
        aria-label={t("field")}
        aria-describedby={`${listId}-hint`}
        aria-autocomplete="list"
        aria-controls={offers.length > 0 ? listId : undefined}
        aria-activedescendant={offers.length > 0 ? `${listId}-${current}` : undefined}
        rows={3}
        maxLength={4000}
        value={text}
        ref={(element) => {
          if (field.current === null) focusOnArrival(element);
          field.current = element;
        }}
        onChange={(event) => write(event.currentTarget.value, event.currentTarget.selectionStart)}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      {offers.length === 0 ? null : (
        <div id={listId} role="listbox" aria-label={t("people")} className={styles.people}>
          {offers.map(({ id, name }, index) => (
            <div
              key={id}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === current}
              className={styles.person}
              onPointerMove={() => setPointed(index)}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(name)}
            >
              {name}
            </div>
          ))}
        </div>
      )}
      <div className={styles.below}>
        <span id={`${listId}-hint`} className={styles.hint}>
          {t("hint")}
          <br />
          {t("masked")}
        </span>
        <Button keys="Escape" onClick={props.onCancel}>
          {t("cancel")}
        </Button>
        <Button kind="field" keys="mod+Enter" disabled={text.trim() === "" || props.busy} onClick={save}>
          {t("save")}
        </Button>
      </div>
    </div>
  );
}
