import type { ThemeDetail } from "@kuultu/domain/themes/theme-view";
import IconPlus from "@tabler/icons-react/dist/esm/icons/IconPlus.mjs";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useAddAction } from "#themes/use-theme-steps";
import { useStaff } from "#themes/use-themes";
import { Button } from "#ui/Button";
import { FieldRow, FormActions, SelectField, TextField } from "#ui/Field";

import classes from "./StoryTable.module.css";

const blank = { name: "", ownerId: "", targetOn: "" };

/** A button that opens into the form of a new action. */
export function NewActionForm({ theme }: { readonly theme: ThemeDetail }) {
  const { t } = useTranslation("themes");
  const errorWords = useErrorWords();
  const staff = useStaff();
  const [values, setValues] = useState<typeof blank | null>(null);
  const [asked, setAsked] = useState(false);
  const { mutate, isPending, error } = useAddAction();
  if (values === null) {
    return (
      <div>
        <Button kind="field" onClick={() => setValues(blank)}>
          <IconPlus size={16} stroke={1.75} aria-hidden="true" />
          {t("actions.add")}
        </Button>
      </div>
    );
  }
  const name = values.name.trim();
  function submit(event: FormEvent): void {
    event.preventDefault();
    setAsked(true);
    if (values === null || name === "") return;
    const done = { onSuccess: () => setValues(null) };
    mutate(
      {
        themeId: theme.id,
        version: theme.version,
        name,
        ownerId: values.ownerId || null,
        targetOn: values.targetOn || null,
      },
      done,
    );
  }
  return (
    <form className={classes.form} onSubmit={submit} noValidate aria-label={t("actions.add")}>
      <TextField
        label={t("actions.name")}
        value={values.name}
        maxLength={300}
        autoFocus
        error={asked && name === "" ? t("move.missing") : undefined}
        onChange={(event) => setValues({ ...values, name: event.target.value })}
      />
      <FieldRow>
        <SelectField
          label={t("actions.owner")}
          empty={t("owner.none")}
          value={values.ownerId}
          options={staff.map((person) => ({ value: person.id, label: person.name }))}
          onChange={(event) => setValues({ ...values, ownerId: event.target.value })}
        />
        <TextField
          label={t("requirement.target_date")}
          type="date"
          value={values.targetOn}
          onChange={(event) => setValues({ ...values, targetOn: event.target.value })}
        />
      </FieldRow>
      {error !== null && <p role="alert">{errorWords(error)}</p>}
      <FormActions>
        <Button kind="primary" type="submit" disabled={isPending}>
          {t("actions.send")}
        </Button>
        <Button onClick={() => setValues(null)}>{t("move.cancel")}</Button>
      </FormActions>
    </form>
  );
}
