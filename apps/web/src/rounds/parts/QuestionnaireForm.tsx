import type { SurveyRoundView, SurveyView } from "@kuultu/domain/rounds/survey-view";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useName } from "#locales/use-language";
import { moved } from "#rounds/question-draft";
import { useSetQuestionnaire } from "#rounds/use-survey";
import { useAnnounce } from "#ui/announcement";
import { Button } from "#ui/Button";
import { CheckList } from "#ui/CheckList";
import { FormActions } from "#ui/Field";

import { OrderButtons } from "./OrderButtons.tsx";
import classes from "./SurveyEditor.module.css";

/** The questions of a round in their order; one that has been answered stays. */
export function QuestionnaireForm({ survey, round }: { readonly survey: SurveyView; readonly round: SurveyRoundView }) {
  const { t } = useTranslation("questionnaire");
  const name = useName();
  const announce = useAnnounce();
  const errorWords = useErrorWords();
  const [ids, setIds] = useState<readonly string[]>(round.questionIds);
  const list = useRef<HTMLOListElement>(null);
  const { mutate, isPending, error } = useSetQuestionnaire();
  const nameOf = (id: string): string =>
    name(survey.questions.find((question) => question.id === id)?.versions[0].wordings ?? {});
  const left = survey.questions.filter(({ id }) => !ids.includes(id));
  const changed = ids.join(" ") !== round.questionIds.join(" ");

  function move(index: number, by: -1 | 1): void {
    const after = moved(ids, index, by);
    if (after === ids) return;
    setIds(after);
    announce(t("ask.moved", { name: nameOf(ids[index] ?? ""), place: index + by + 1, count: ids.length }));
  }

  /** The control that was pressed goes with its question: the list takes the focus, and says how many there are. */
  function change(after: readonly string[]): void {
    setIds(after);
    list.current?.focus();
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    mutate(
      { roundId: round.id, version: round.version, questionIds: [...ids] },
      { onSuccess: () => announce(t("saved")) },
    );
  }

  return (
    <form className={classes.form} onSubmit={submit} aria-label={`${t("title")} ${round.name}`}>
      <ol ref={list} tabIndex={-1} aria-label={`${t("question.title")} ${ids.length}`}>
        {ids.map((id, index) => (
          <li key={id} className={classes.asked}>
            <span className="figures">{index + 1}</span>
            <span>
              {nameOf(id)}{" "}
              {round.answeredIds.includes(id) && <span className={classes.quiet}>{t("ask.answered")}</span>}
            </span>
            <span className={classes.rowActions}>
              <OrderButtons
                name={nameOf(id)}
                first={index === 0}
                last={index === ids.length - 1}
                onMove={(by) => move(index, by)}
                onRemove={round.answeredIds.includes(id) ? undefined : () => change(ids.filter((each) => each !== id))}
              />
            </span>
          </li>
        ))}
      </ol>
      {left.length > 0 && (
        <CheckList
          legend={t("ask.left")}
          options={left.map(({ id }) => ({ value: id, label: nameOf(id) }))}
          chosen={[]}
          onChange={(chosen) => change([...ids, ...chosen])}
        />
      )}
      {error !== null && <p role="alert">{errorWords(error)}</p>}
      <FormActions>
        <Button kind="primary" type="submit" disabled={isPending || !changed}>
          {t("save")}
        </Button>
        {changed && <Button onClick={() => setIds(round.questionIds)}>{t("cancel")}</Button>}
      </FormActions>
    </form>
  );
}
