import { responseRate } from "@kuultu/domain/rounds/response-rate";
import type { RoundView } from "@kuultu/domain/rounds/round-view";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useLanguage } from "#locales/use-language";
import { filled } from "#rounds/question-draft";
import { readCount } from "#rounds/round-draft";
import { useEditRound } from "#rounds/use-survey";
import { Button } from "#ui/Button";
import { FieldRow, FormActions, TextField } from "#ui/Field";
import { share } from "#ui/figures";

import classes from "../../ui/form-box.module.css";
import { LanguageFields } from "./LanguageFields.tsx";

const counts = ["invited", "answeredInvited", "answeredOpen"] as const;
const typed = (count: number | null): string => (count === null ? "" : String(count));

/** Name, days, counts by mode and notes of a round; the response rate follows as it is typed. */
export function EditRoundForm({
  round,
  onSaved,
  onClose,
}: {
  readonly round: RoundView;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation("questionnaire");
  const language = useLanguage();
  const errorWords = useErrorWords();
  const [values, setValues] = useState({
    name: round.name,
    opensOn: round.opensOn ?? "",
    closesOn: round.closesOn ?? "",
    invited: typed(round.invited),
    answeredInvited: typed(round.answeredInvited),
    answeredOpen: typed(round.answeredOpen),
  });
  const [notes, setNotes] = useState(round.notes);
  const { mutate, isPending, error } = useEditRound();
  const set = (change: Partial<typeof values>): void => setValues({ ...values, ...change });
  const [invited, answeredInvited, answeredOpen] = counts.map((field) => readCount(values[field]));
  const turned = values.opensOn !== "" && values.closesOn !== "" && values.closesOn < values.opensOn;
  const tooMany = invited != null && answeredInvited != null && answeredInvited > invited;
  const { rate } = responseRate({
    invited: invited ?? null,
    answeredInvited: answeredInvited ?? null,
    answeredOpen: answeredOpen ?? null,
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (values.name.trim() === "" || turned || tooMany) return;
    if (invited === undefined || answeredInvited === undefined || answeredOpen === undefined) return;
    const { id: roundId, version } = round;
    const days = { opensOn: values.opensOn || null, closesOn: values.closesOn || null };
    const name = values.name.trim();
    mutate(
      { roundId, version, name, ...days, invited, answeredInvited, answeredOpen, notes: filled(notes) },
      { onSuccess: onSaved },
    );
  }

  return (
    <form className={classes.form} onSubmit={submit} noValidate aria-label={t("round.title")}>
      <FieldRow>
        <TextField
          label={t("round.name")}
          value={values.name}
          maxLength={60}
          autoFocus
          error={values.name.trim() === "" ? t("needed") : undefined}
          onChange={(event) => set({ name: event.target.value })}
        />
        {(["opensOn", "closesOn"] as const).map((field) => (
          <TextField
            key={field}
            label={t(`round.${field}`)}
            type="date"
            value={values[field]}
            error={field === "closesOn" && turned ? t("round.turned") : undefined}
            onChange={(event) => set({ [field]: event.target.value })}
          />
        ))}
      </FieldRow>
      <FieldRow>
        {counts.map((field) => (
          <TextField
            key={field}
            label={t(`round.${field}`)}
            inputMode="numeric"
            value={values[field]}
            note={
              field === "answeredInvited" && rate !== null && !tooMany
                ? t("round.rate", { rate: share(language, rate, 1) })
                : undefined
            }
            error={
              readCount(values[field]) === undefined
                ? t("round.number")
                : field === "answeredInvited" && tooMany
                  ? t("round.tooMany")
                  : undefined
            }
            onChange={(event) => set({ [field]: event.target.value })}
          />
        ))}
      </FieldRow>
      <LanguageFields label={t("round.notes")} value={notes} onChange={setNotes} long />
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
