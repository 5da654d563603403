import { collectionModes } from "@kuultu/domain/rounds/question";
import type { SurveyView } from "@kuultu/domain/rounds/survey-view";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { filled, isBlank } from "#rounds/question-draft";
import { useEditSurvey } from "#rounds/use-survey";
import { Button } from "#ui/Button";
import { CheckList } from "#ui/CheckList";
import { FormActions, TextField } from "#ui/Field";

import { LanguageFields } from "./LanguageFields.tsx";
import classes from "./SurveyEditor.module.css";

/** What a survey is called, who runs it, how its answers are collected. */
export function SurveyForm({
  survey,
  onSaved,
  onClose,
}: {
  readonly survey: SurveyView;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation("questionnaire");
  const errorWords = useErrorWords();
  const [names, setNames] = useState(survey.names);
  const [provider, setProvider] = useState(survey.provider ?? "");
  const [modes, setModes] = useState<readonly string[]>(survey.modes);
  const [notes, setNotes] = useState(survey.notes);
  const { mutate, isPending, error } = useEditSurvey();
  const nameless = isBlank(names);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (nameless) return;
    const chosen = collectionModes.filter((mode) => modes.includes(mode));
    mutate(
      {
        surveyId: survey.id,
        version: survey.version,
        names: filled(names),
        provider,
        modes: chosen,
        notes: filled(notes),
      },
      { onSuccess: onSaved },
    );
  }

  return (
    <form className={classes.form} onSubmit={submit} noValidate aria-label={t("survey.title")}>
      <LanguageFields
        label={t("survey.name")}
        value={names}
        onChange={setNames}
        autoFocus
        error={nameless ? t("needed") : undefined}
      />
      <TextField
        label={t("survey.provider")}
        value={provider}
        maxLength={200}
        onChange={(event) => setProvider(event.target.value)}
      />
      <CheckList
        legend={t("survey.modes")}
        options={collectionModes.map((value) => ({ value, label: t(`mode.${value}`) }))}
        chosen={modes}
        onChange={setModes}
      />
      <LanguageFields label={t("survey.notes")} note={t("survey.notesNote")} value={notes} onChange={setNotes} long />
      {error !== null && <p role="alert">{errorWords(error)}</p>}
      <FormActions>
        <Button kind="primary" type="submit" disabled={isPending}>
          {t("save")}
        </Button>
        <Button onClick={onClose}>{t("cancel")}</Button>
      </FormActions>
    </form>
  );
}
