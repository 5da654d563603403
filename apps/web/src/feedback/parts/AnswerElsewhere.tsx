import type { AnswerDesk } from "@kuultu/domain/feedback/answer-view";
import { answerPlaces } from "@kuultu/domain/feedback/answer";
import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { Button } from "#ui/Button";
import { FormActions, SelectField, TextArea } from "#ui/Field";
import { useKeptDraft } from "#ui/kept-draft";
import { newId } from "#ui/new-id";

import { elsewhereDraftSchema, takenBack } from "../answer-draft.ts";
import { isOvertaken, useAnswerSteps, useFilledTemplate } from "../use-answering.ts";
import styles from "./AnswerPanel.module.css";

/** That the giver was answered by phone, letter or otherwise; what was said may begin with a template, too. */
export function AnswerElsewhere({
  item,
  desk,
  focused,
  onMarked,
}: {
  readonly item: FeedbackDetail;
  readonly desk: Pick<AnswerDesk, "language" | "templates" | "answers">;
  /** It is what is written into at once. */
  readonly focused: boolean;
  readonly onMarked: (said: string) => void;
}) {
  const { t } = useTranslation("answers");
  const errorWords = useErrorWords();
  const { elsewhere } = useAnswerSteps(item);
  const fill = useFilledTemplate(item.id);
  const taken = takenBack(desk.answers, "elsewhere");
  const { draft, change, clear } = useKeptDraft(`kuultu.answered-elsewhere.${item.id}`, elsewhereDraftSchema, () => ({
    answerId: newId(),
    place: taken?.place ?? "phone",
    body: taken?.body ?? "",
  }));
  const { language } = desk;
  const templates = desk.templates.filter(({ texts }) => texts[language] !== undefined);
  const begin = (templateId: string): void => {
    const words = templates.find(({ id }) => id === templateId)?.texts[language];
    if (words !== undefined)
      fill.mutate({ language, ...words }, { onSuccess: (filled) => change({ body: filled.body }) });
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    elsewhere.mutate(draft, {
      onSuccess: () => {
        // What was written on since it was sent is an answer of its own.
        if (!clear(draft)) change({ answerId: newId() });
        onMarked(t("said.elsewhere"));
      },
      onError: (error) => {
        if (isOvertaken(error)) change({ answerId: newId() });
      },
    });
  };
  return (
    <form
      className={styles.form}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        if (!elsewhere.isPending) event.currentTarget.requestSubmit();
      }}
    >
      <SelectField
        label={t("elsewhere.place")}
        name="place"
        value={draft.place}
        onChange={(event) => change({ place: answerPlaces.find((each) => each === event.target.value) ?? "phone" })}
        options={answerPlaces.map((value) => ({ value, label: t(`place.${value}`) }))}
      />
      {templates.length === 0 ? null : (
        <SelectField
          label={t("write.template")}
          empty={t("write.noTemplate")}
          options={templates.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => begin(event.target.value)}
        />
      )}
      <TextArea
        label={t("elsewhere.body")}
        value={draft.body}
        maxLength={20_000}
        lang={language}
        autoFocus={focused}
        onChange={(event) => change({ body: event.target.value })}
      />
      {fill.error === null ? null : <p role="alert">{errorWords(fill.error)}</p>}
      {elsewhere.error === null ? null : <p role="alert">{errorWords(elsewhere.error)}</p>}
      <FormActions>
        <Button kind="primary" type="submit" keys="mod+Enter" disabled={elsewhere.isPending}>
          {t("elsewhere.mark")}
        </Button>
      </FormActions>
    </form>
  );
}
