import type { ThemeDetail } from "@kuultu/domain/themes/theme-view";
import IconPlus from "@tabler/icons-react/dist/esm/icons/IconPlus.mjs";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useAddMeasure } from "#themes/use-theme-steps";
import { readNumber } from "#themes/read-number";
import { Button } from "#ui/Button";
import { FieldRow, FormActions, SelectField, TextArea, TextField } from "#ui/Field";

import classes from "./StoryTable.module.css";

const blank = { name: "", definition: "", unit: "", direction: "down", target: "", targetOn: "" };

/** A new measure: what is counted, in what unit, which way is good, and where it should come. */
export function NewMeasureForm({ theme }: { readonly theme: ThemeDetail }) {
  const { t } = useTranslation("themes");
  const errorWords = useErrorWords();
  const [values, setValues] = useState<typeof blank | null>(null);
  const [asked, setAsked] = useState(false);
  const { mutate, isPending, error } = useAddMeasure();
  if (values === null) {
    return (
      <div>
        <Button kind="field" onClick={() => setValues(blank)}>
          <IconPlus size={16} stroke={1.75} aria-hidden="true" />
          {t("measure.add")}
        </Button>
      </div>
    );
  }
  const [name, unit, target] = [values.name.trim(), values.unit.trim(), readNumber(values.target)];
  const missing = (text: string): string | undefined => (asked && text === "" ? t("move.missing") : undefined);
  const set = (change: Partial<typeof blank>): void => setValues({ ...values, ...change });
  function submit(event: FormEvent): void {
    event.preventDefault();
    setAsked(true);
    if (values === null || name === "" || unit === "" || target === "unreadable") return;
    mutate(
      {
        themeId: theme.id,
        version: theme.version,
        name,
        unit,
        definition: values.definition.trim(),
        direction: values.direction === "up" ? "up" : "down",
        targetValue: target,
        targetOn: values.targetOn || null,
      },
      { onSuccess: () => setValues(null) },
    );
  }
  return (
    <form className={classes.form} onSubmit={submit} noValidate aria-label={t("measure.add")}>
      <TextField
        label={t("measure.name")}
        value={values.name}
        maxLength={300}
        autoFocus
        error={missing(name)}
        onChange={(event) => set({ name: event.target.value })}
      />
      <TextArea
        label={t("measure.definition")}
        rows={2}
        maxLength={1000}
        value={values.definition}
        onChange={(event) => set({ definition: event.target.value })}
      />
      <FieldRow>
        <TextField
          label={t("measure.unit")}
          note={t("measure.unitNote")}
          value={values.unit}
          maxLength={40}
          error={missing(unit)}
          onChange={(event) => set({ unit: event.target.value })}
        />
        <SelectField
          label={t("measure.direction")}
          value={values.direction}
          options={[
            { value: "down", label: t("measure.down") },
            { value: "up", label: t("measure.up") },
          ]}
          onChange={(event) => set({ direction: event.target.value })}
        />
        <TextField
          label={t("measure.target")}
          inputMode="decimal"
          value={values.target}
          error={asked && target === "unreadable" ? t("measure.notNumber") : undefined}
          onChange={(event) => set({ target: event.target.value })}
        />
        <TextField
          label={t("requirement.target_date")}
          type="date"
          value={values.targetOn}
          onChange={(event) => set({ targetOn: event.target.value })}
        />
      </FieldRow>
      {error !== null && <p role="alert">{errorWords(error)}</p>}
      <FormActions>
        <Button kind="primary" type="submit" disabled={isPending}>
          {t("measure.send")}
        </Button>
        <Button onClick={() => setValues(null)}>{t("move.cancel")}</Button>
      </FormActions>
    </form>
  );
}
