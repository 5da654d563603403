import { createRoundSchema } from "@kuultu/domain/rounds/round-step";
import type { RoundView } from "@kuultu/domain/rounds/round-view";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useLanguage, useName } from "#locales/use-language";
import { Button } from "#ui/Button";
import { FieldRow, FormActions, SelectField, TextField } from "#ui/Field";

import classes from "../ui/form-box.module.css";
import { useCreateRound, useSurveys } from "./use-rounds.ts";

const blank = { surveyId: "", survey: "", provider: "", name: "", opensOn: "", closesOn: "", invited: "" };

/** A new round of a known survey, or of one named here. Also used where an import needs a round. */
export function NewRoundForm({
  onMade,
  onClose,
}: {
  readonly onMade: (round: RoundView) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation("rounds");
  const language = useLanguage();
  const name = useName();
  const errorWords = useErrorWords();
  const surveys = useSurveys().data ?? [];
  const [values, setValues] = useState(blank);
  const [asked, setAsked] = useState(false);
  const { mutate, isPending, error } = useCreateRound();

  const surveyId = values.surveyId === "" ? (surveys[0]?.id ?? "new") : values.surveyId;
  const isNew = surveyId === "new";
  const set = (change: Partial<typeof blank>): void => setValues({ ...values, ...change });
  const missing = (text: string): string | undefined => (asked && text.trim() === "" ? t("new.missing") : undefined);
  const turned = values.opensOn !== "" && values.closesOn !== "" && values.closesOn < values.opensOn;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setAsked(true);
    if (turned || (isNew && values.survey.trim() === "")) return;
    const input = createRoundSchema.safeParse({
      name: values.name,
      ...(isNew
        ? {
            newSurvey: {
              names: { [language]: values.survey.trim() },
              ...(values.provider.trim() !== "" && { provider: values.provider }),
            },
          }
        : { surveyId }),
      ...(values.opensOn !== "" && { opensOn: values.opensOn }),
      ...(values.closesOn !== "" && { closesOn: values.closesOn }),
      ...(values.invited.trim() !== "" && { invited: Number(values.invited) }),
    });
    if (input.success) mutate(input.data, { onSuccess: onMade });
  }

  return (
    <form className={classes.form} onSubmit={submit} noValidate aria-label={t("new.title")}>
      <FieldRow>
        <SelectField
          label={t("new.survey")}
          value={surveyId}
          options={[
            ...surveys.map((survey) => ({ value: survey.id, label: name(survey.names) })),
            { value: "new", label: t("new.newSurvey") },
          ]}
          onChange={(event) => set({ surveyId: event.target.value })}
        />
        <TextField
          label={t("new.name")}
          note={t("new.nameNote")}
          value={values.name}
          maxLength={60}
          autoFocus
          error={missing(values.name)}
          onChange={(event) => set({ name: event.target.value })}
        />
      </FieldRow>
      {isNew && (
        <FieldRow>
          <TextField
            label={t("new.surveyName")}
            value={values.survey}
            maxLength={200}
            error={missing(values.survey)}
            onChange={(event) => set({ survey: event.target.value })}
          />
          <TextField
            label={t("new.provider")}
            value={values.provider}
            maxLength={200}
            onChange={(event) => set({ provider: event.target.value })}
          />
        </FieldRow>
      )}
      <FieldRow>
        <TextField
          label={t("new.opensOn")}
          type="date"
          value={values.opensOn}
          onChange={(event) => set({ opensOn: event.target.value })}
        />
        <TextField
          label={t("new.closesOn")}
          type="date"
          value={values.closesOn}
          error={turned ? t("new.turned") : undefined}
          onChange={(event) => set({ closesOn: event.target.value })}
        />
        <TextField
          label={t("new.invited")}
          note={t("new.invitedNote")}
          inputMode="numeric"
          value={values.invited}
          error={
            asked && values.invited.trim() !== "" && !/^[1-9]\d*$/u.test(values.invited.trim())
              ? t("new.notNumber")
              : undefined
          }
          onChange={(event) => set({ invited: event.target.value })}
        />
      </FieldRow>
      {error !== null && <p role="alert">{errorWords(error)}</p>}
      <FormActions>
        <Button kind="primary" type="submit" disabled={isPending}>
          {t("new.send")}
        </Button>
        <Button onClick={onClose}>{t("new.cancel")}</Button>
      </FormActions>
    </form>
  );
}
