import { answerPlaces } from "@kuultu/domain/feedback/answer";
import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { Button } from "#ui/Button";
import { FormActions, SelectField, TextArea } from "#ui/Field";
import { formText } from "#ui/form-text";
import { newId } from "#ui/new-id";

import { isOvertaken, useAnswerSteps } from "../use-answering.ts";
import styles from "./AnswerPanel.module.css";

/** That the giver was answered by phone, letter or otherwise. */
export function AnswerElsewhere({
  item,
  focused,
  onMarked,
}: {
  readonly item: FeedbackDetail;
  /** It is what is written into at once. */
  readonly focused: boolean;
  readonly onMarked: (said: string) => void;
}) {
  const { t } = useTranslation("answers");
  const errorWords = useErrorWords();
  const { elsewhere } = useAnswerSteps(item);
  const [answerId, setAnswerId] = useState(() => newId());
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const place = answerPlaces.find((each) => each === formText(form, "place")) ?? "phone";
    elsewhere.mutate(
      { answerId, place, body: formText(form, "body") },
      {
        onSuccess: () => onMarked(t("said.elsewhere")),
        onError: (error) => {
          if (isOvertaken(error)) setAnswerId(newId());
        },
      },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <SelectField
        label={t("elsewhere.place")}
        name="place"
        autoFocus={focused}
        options={answerPlaces.map((value) => ({ value, label: t(`place.${value}`) }))}
      />
      <TextArea label={t("elsewhere.body")} name="body" maxLength={20_000} />
      {elsewhere.error === null ? null : <p role="alert">{errorWords(elsewhere.error)}</p>}
      <FormActions>
        <Button kind="primary" type="submit" disabled={elsewhere.isPending}>
          {t("elsewhere.mark")}
        </Button>
      </FormActions>
    </form>
  );
}
