import type { MeasureView } from "@kuultu/domain/themes/theme-view";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useOrganisation } from "#app/session";
import { readNumber } from "#themes/read-number";
import { useAddMeasurement } from "#themes/use-theme-steps";
import { Button } from "#ui/Button";
import { FieldRow, FormActions, TextField } from "#ui/Field";

import classes from "./StoryTable.module.css";

const blank = { value: "", periodStart: "", periodEnd: "" };

/** A new measurement of a period. A period that has not ended yet is kept as unfinished and verifies nothing. */
export function NewMeasurementForm({ measure }: { readonly measure: MeasureView }) {
  const { t } = useTranslation("themes");
  const errorWords = useErrorWords();
  const { today } = useOrganisation();
  const [values, setValues] = useState<typeof blank | null>(null);
  const [asked, setAsked] = useState(false);
  const { mutate, isPending, error } = useAddMeasurement();
  if (values === null) {
    return (
      <div>
        <Button onClick={() => setValues(blank)}>{t("measurement.add")}</Button>
      </div>
    );
  }
  const { periodStart, periodEnd } = values;
  const value = readNumber(values.value);
  const turned = periodStart !== "" && periodEnd !== "" && periodEnd < periodStart;
  const set = (change: Partial<typeof blank>): void => setValues({ ...values, ...change });
  const missing = (text: string): string | undefined => (asked && text === "" ? t("move.missing") : undefined);
  function submit(event: FormEvent): void {
    event.preventDefault();
    setAsked(true);
    if (typeof value !== "number" || periodStart === "" || periodEnd === "" || turned) return;
    mutate(
      { measureId: measure.id, value, periodStart, periodEnd, complete: periodEnd < today },
      { onSuccess: () => setValues(null) },
    );
  }
  return (
    <form className={classes.form} onSubmit={submit} noValidate aria-label={t("measurement.add")}>
      <FieldRow>
        <TextField
          label={t("measurement.value", { unit: measure.unit })}
          inputMode="decimal"
          autoFocus
          value={values.value}
          error={asked && value === "unreadable" ? t("measure.notNumber") : missing(values.value.trim())}
          onChange={(event) => set({ value: event.target.value })}
        />
        <TextField
          label={t("measurement.from")}
          type="date"
          value={periodStart}
          error={missing(periodStart)}
          onChange={(event) => set({ periodStart: event.target.value })}
        />
        <TextField
          label={t("measurement.to")}
          type="date"
          value={periodEnd}
          note={periodEnd >= today ? t("measurement.unfinished") : undefined}
          error={turned ? t("measurement.turned") : missing(periodEnd)}
          onChange={(event) => set({ periodEnd: event.target.value })}
        />
      </FieldRow>
      {error !== null && <p role="alert">{errorWords(error)}</p>}
      <FormActions>
        <Button kind="primary" type="submit" disabled={isPending}>
          {t("measurement.send")}
        </Button>
        <Button onClick={() => setValues(null)}>{t("move.cancel")}</Button>
      </FormActions>
    </form>
  );
}
