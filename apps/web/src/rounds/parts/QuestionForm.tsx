import { hasOptions, questionKinds } from "@kuultu/domain/rounds/question";
import type { SurveyQuestionView, SurveyView } from "@kuultu/domain/rounds/survey-view";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useName } from "#locales/use-language";
import {
  blankDraft,
  draftOf,
  filled,
  isBlank,
  labelledValues,
  newVersionParts,
  type QuestionDraft,
  scaleOf,
  wordingOf,
} from "#rounds/question-draft";
import { useAddQuestion, useEditQuestion } from "#rounds/use-survey";
import { Button } from "#ui/Button";
import { FieldRow, FormActions, SelectField, TextField } from "#ui/Field";

import { EdgeFields } from "./EdgeFields.tsx";
import { LanguageFields } from "./LanguageFields.tsx";
import { OptionFields } from "./OptionFields.tsx";
import classes from "./SurveyEditor.module.css";
import { WordsTable } from "./WordsTable.tsx";

/** A question, new or known. Where somebody has been asked its wording, it says that this makes a new version, and asks what stands between. */
export function QuestionForm(props: {
  readonly survey: SurveyView;
  readonly question: SurveyQuestionView | null;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}) {
  const { survey, question } = props;
  const { t } = useTranslation("questionnaire");
  const name = useName();
  const errorWords = useErrorWords();
  const [draft, setDraft] = useState<QuestionDraft>(() => (question === null ? blankDraft : draftOf(question)));
  const [edge, setEdge] = useState(
    (question?.newestAsked === false ? question.versions[0].edge : null) ?? { kind: "break" as const, notes: {} },
  );
  const [sent, setSent] = useState(false);
  const add = useAddQuestion();
  const save = useEditQuestion();
  const set = (change: Partial<QuestionDraft>): void => setDraft({ ...draft, ...change });
  const wording = wordingOf(draft);
  const parts = question === null || wording === null ? [] : newVersionParts(question, wording);
  const error = add.error ?? save.error;
  const kind = edge.kind === "comparable" && parts.includes("scale") ? "break" : edge.kind;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setSent(true);
    if (wording === null) return;
    const dimensionId = draft.dimensionId || null;
    const done = { onSuccess: props.onSaved };
    if (question === null) add.mutate({ surveyId: survey.id, kind: draft.kind, dimensionId, wording }, done);
    else {
      const { id: questionId, version } = question;
      save.mutate({ questionId, version, dimensionId, wording, edge: { kind, notes: filled(edge.notes) } }, done);
    }
  }

  return (
    <form
      className={classes.form}
      onSubmit={submit}
      noValidate
      aria-label={question === null ? t("question.new") : name(question.versions[0].wordings)}
    >
      <LanguageFields
        label={t("question.wording")}
        value={draft.wordings}
        onChange={(wordings) => set({ wordings })}
        long
        autoFocus
        error={sent && isBlank(draft.wordings) ? t("needed") : undefined}
      />
      <FieldRow>
        <SelectField
          label={t("question.kind")}
          value={draft.kind}
          disabled={question !== null}
          options={questionKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          onChange={(event) => set({ kind: questionKinds.find((each) => each === event.target.value) ?? "rating" })}
        />
        <SelectField
          label={t("question.dimension")}
          value={draft.dimensionId}
          empty={t("question.noDimension")}
          options={survey.dimensions.map(({ id, names }) => ({ value: id, label: name(names) }))}
          onChange={(event) => set({ dimensionId: event.target.value })}
        />
        <SelectField
          label={t("question.mode")}
          value={draft.mode ?? ""}
          empty={t("mode.any")}
          options={(["invited", "open"] as const).map((value) => ({ value, label: t(`mode.${value}`) }))}
          onChange={({ target }) =>
            set({ mode: target.value === "invited" || target.value === "open" ? target.value : null })
          }
        />
        {draft.kind === "rating" && (
          <>
            <TextField
              label={t("question.scaleMin")}
              inputMode="numeric"
              value={draft.min}
              error={scaleOf(draft) === null ? t("question.scaleWrong") : undefined}
              onChange={(event) => set({ min: event.target.value })}
            />
            <TextField
              label={t("question.scaleMax")}
              inputMode="numeric"
              value={draft.max}
              onChange={(event) => set({ max: event.target.value })}
            />
          </>
        )}
      </FieldRow>
      {labelledValues(draft).length > 0 && (
        <WordsTable
          label={t("question.labels")}
          rows={labelledValues(draft).map((value) => ({
            key: String(value),
            title: t("question.label", { value }),
            text: draft.labels[String(value)] ?? {},
          }))}
          onChange={(key, text) => set({ labels: { ...draft.labels, [key]: text } })}
        />
      )}
      {hasOptions(draft.kind) && (
        <OptionFields
          options={draft.options}
          everKeys={(question?.versions ?? []).flatMap(({ options }) => options.map(({ key }) => key))}
          sent={sent}
          onChange={(options) => set({ options })}
        />
      )}
      {question !== null && parts.length > 0 && (
        <EdgeFields
          version={question.versions[0].version + (question.newestAsked ? 1 : 0)}
          parts={parts}
          edge={{ ...edge, kind }}
          onChange={setEdge}
        />
      )}
      {error !== null && <p role="alert">{errorWords(error)}</p>}
      <FormActions>
        <Button kind="primary" type="submit" disabled={add.isPending || save.isPending}>
          {t("save")}
        </Button>
        <Button onClick={props.onClose}>{t("cancel")}</Button>
      </FormActions>
    </form>
  );
}
