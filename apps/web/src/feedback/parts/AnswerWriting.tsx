import type { AnswerDesk } from "@kuultu/domain/feedback/answer-view";
import { longestAnswer, longestSubject, placeholders } from "@kuultu/domain/feedback/answer-text";
import type { Contact } from "@kuultu/domain/feedback/contact";
import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";
import { languages } from "@kuultu/domain/language";
import { useDebouncedValue } from "@mantine/hooks";
import { type FormEvent, type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useLanguage } from "#locales/use-language";
import { Button } from "#ui/Button";
import { FieldRow, FormActions, SelectField, TextArea, TextField } from "#ui/Field";
import { languageName } from "#ui/figures";
import { useKeptDraft } from "#ui/kept-draft";
import { newId } from "#ui/new-id";

import { answerDraftSchema, blankAnswer, withLanguage, withPlaceholder, withTemplate } from "../answer-draft.ts";
import { isOvertaken, useAnswerPreview, useAnswerSteps } from "../use-answering.ts";
import styles from "./AnswerPanel.module.css";
import { AnswerPreview } from "./AnswerPreview.tsx";

/** The words of an answer by mail, from a template or one's own, with what will leave below. */
export function AnswerWriting(props: {
  readonly item: FeedbackDetail;
  readonly desk: AnswerDesk;
  readonly contact: Contact | null;
  readonly onSent: (said: string) => void;
}) {
  const { t } = useTranslation("answers");
  const errorWords = useErrorWords();
  const screen = useLanguage();
  const { item, desk, contact, onSent } = props;
  const { draft, change, clear } = useKeptDraft(`kuultu.answer.${item.id}`, answerDraftSchema, () => blankAnswer(desk));
  const { language, subject, body } = draft;
  const [words] = useDebouncedValue({ language, subject, body }, 400);
  const preview = useAnswerPreview(item.id, words, contact?.name);
  const { give } = useAnswerSteps(item);
  const [asked, setAsked] = useState(false);
  const bodyBox = useRef<HTMLDivElement>(null);
  const lacking =
    contact?.email == null
      ? t("write.noAddress")
      : subject.trim() === "" || body.trim() === ""
        ? t("write.missing")
        : null;
  const send = (event: FormEvent | KeyboardEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (lacking !== null || give.isPending) return;
    const { answerId } = draft;
    const onSuccess = (): void => {
      // What was written on since it was sent is an answer of its own.
      if (!clear(draft)) change({ answerId: newId() });
      onSent(t("said.given"));
    };
    const onError = (error: unknown): void => {
      if (isOvertaken(error)) change({ answerId: newId() });
    };
    give.mutate({ answerId, language, subject, body }, { onSuccess, onError });
  };
  const insert = (placeholder: string): void => {
    const box = bodyBox.current?.querySelector("textarea");
    if (box == null) return;
    const { text, cursor } = withPlaceholder(body, placeholder, box.selectionStart, box.selectionEnd);
    change({ body: text });
    box.focus();
    requestAnimationFrame(() => box.setSelectionRange(cursor, cursor));
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send(event);
      }}
    >
      <FieldRow>
        <SelectField
          label={t("write.template")}
          value={draft.templateId}
          empty={t("write.noTemplate")}
          options={desk.templates.map(({ id, name }) => ({ value: id, label: name }))}
          autoFocus
          onChange={(event) => change(withTemplate(draft, desk.templates, event.target.value))}
        />
        <SelectField
          label={t("write.language")}
          value={language}
          options={languages.map((value) => ({ value, label: languageName(screen, value) }))}
          onChange={(event) => {
            const chosen = languages.find((each) => each === event.target.value);
            if (chosen !== undefined) change(withLanguage(draft, desk.templates, chosen));
          }}
        />
      </FieldRow>
      <TextField
        label={t("write.subject")}
        value={subject}
        maxLength={longestSubject}
        lang={language}
        onChange={(event) => change({ subject: event.target.value })}
      />
      <div ref={bodyBox}>
        <TextArea
          label={t("write.body")}
          value={body}
          rows={8}
          maxLength={longestAnswer}
          lang={language}
          onChange={(event) => change({ body: event.target.value })}
        />
      </div>
      <div className={styles.placeholders} role="group" aria-label={t("write.placeholders")}>
        <span>{t("write.placeholders")}</span>
        {placeholders.map((placeholder) => (
          <Button key={placeholder} kind="field" small onClick={() => insert(placeholder)}>
            {t(`placeholder.${placeholder}`)}
          </Button>
        ))}
      </div>
      <AnswerPreview preview={preview.data} language={language} error={preview.error} />
      {asked && lacking !== null ? <p role="alert">{lacking}</p> : null}
      {give.error === null ? null : <p role="alert">{errorWords(give.error)}</p>}
      <FormActions>
        <Button kind="primary" type="submit" keys="mod+Enter" disabled={give.isPending}>
          {t("write.send")}
        </Button>
        <span className={styles.note}>{t("write.sendNote")}</span>
      </FormActions>
    </form>
  );
}
