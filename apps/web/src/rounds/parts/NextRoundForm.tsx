import { proposedRound } from "@kuultu/domain/rounds/round-plan";
import type { SurveyView } from "@kuultu/domain/rounds/survey-view";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { readCount } from "#rounds/round-draft";
import { useNextRound } from "#rounds/use-survey";
import { Button } from "#ui/Button";
import { FieldRow, FormActions, TextField } from "#ui/Field";

import classes from "../../ui/form-box.module.css";

/** Name, days and invitations of the next round, proposed in the rhythm of the last; Enter sets it up. */
export function NextRoundForm({
  survey,
  onMade,
  onClose,
}: {
  readonly survey: SurveyView;
  readonly onMade: (roundId: string) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation("questionnaire");
  const errorWords = useErrorWords();
  const [values, setValues] = useState(() => {
    const { name, opensOn, closesOn, invited } = proposedRound(survey.rounds);
    return {
      name,
      opensOn: opensOn ?? "",
      closesOn: closesOn ?? "",
      invited: invited === null ? "" : String(invited),
    };
  });
  const { mutate, isPending, error } = useNextRound();
  const set = (change: Partial<typeof values>): void => setValues({ ...values, ...change });
  const last = survey.rounds.findLast(({ questionIds }) => questionIds.length > 0) ?? survey.rounds.at(-1);
  const turned = values.opensOn !== "" && values.closesOn !== "" && values.closesOn < values.opensOn;
  const invited = readCount(values.invited);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (values.name.trim() === "" || turned || invited === undefined) return;
    const days = { opensOn: values.opensOn || null, closesOn: values.closesOn || null };
    mutate(
      { surveyId: survey.id, name: values.name.trim(), ...days, invited },
      { onSuccess: (round) => onMade(round.id) },
    );
  }

  return (
    <form
      className={classes.form}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
      noValidate
      aria-label={t("next.title")}
    >
      {last !== undefined && <p>{t("next.lead", { name: last.name })}</p>}
      <TextField
        label={t("round.name")}
        value={values.name}
        maxLength={60}
        autoFocus
        error={values.name.trim() === "" ? t("needed") : undefined}
        onChange={(event) => set({ name: event.target.value })}
      />
      <FieldRow>
        <TextField
          label={t("round.opensOn")}
          type="date"
          value={values.opensOn}
          onChange={(event) => set({ opensOn: event.target.value })}
        />
        <TextField
          label={t("round.closesOn")}
          type="date"
          value={values.closesOn}
          error={turned ? t("round.turned") : undefined}
          onChange={(event) => set({ closesOn: event.target.value })}
        />
        <TextField
          label={t("round.invited")}
          inputMode="numeric"
          value={values.invited}
          error={invited === undefined ? t("round.number") : undefined}
          onChange={(event) => set({ invited: event.target.value })}
        />
      </FieldRow>
      {error !== null && <p role="alert">{errorWords(error)}</p>}
      <FormActions>
        <Button kind="primary" type="submit" disabled={isPending}>
          {t("next.send")}
        </Button>
        <Button onClick={onClose}>{t("cancel")}</Button>
      </FormActions>
    </form>
  );
}
