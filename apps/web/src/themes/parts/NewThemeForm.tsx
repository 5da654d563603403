import type { ThemeCard } from "@kuultu/domain/themes/theme-view";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useTRPC } from "#app/trpc";
import { useLanguage, useName } from "#locales/use-language";
import { useThemesChanged } from "#themes/use-themes";
import { Button } from "#ui/Button";
import { FieldRow, FormActions, SelectField, TextArea, TextField } from "#ui/Field";

import classes from "../../ui/form-box.module.css";

interface NewThemeFormProps {
  readonly themes: readonly ThemeCard[];
  readonly onMade: (themeId: string) => void;
  readonly onClose: () => void;
}

/** A new theme in the language of the screen; other languages are added on its page. */
export function NewThemeForm({ themes, onMade, onClose }: NewThemeFormProps) {
  const { t } = useTranslation("themes");
  const language = useLanguage();
  const name = useName();
  const trpc = useTRPC();
  const errorWords = useErrorWords();
  const changed = useThemesChanged();
  const [values, setValues] = useState({ name: "", description: "", parentId: "" });
  const [asked, setAsked] = useState(false);
  const { mutate, isPending, error } = useMutation(
    trpc.themes.create.mutationOptions({
      onSuccess: async ({ id }) => {
        await changed();
        onMade(id);
      },
    }),
  );

  function submit(event: FormEvent): void {
    event.preventDefault();
    setAsked(true);
    const [title, description] = [values.name.trim(), values.description.trim()];
    if (title === "") return;
    mutate({
      names: { [language]: title },
      descriptions: description === "" ? {} : { [language]: description },
      parentId: values.parentId || null,
    });
  }

  return (
    <form className={classes.form} onSubmit={submit} noValidate aria-label={t("new.title")}>
      <FieldRow>
        <TextField
          label={t("new.name")}
          value={values.name}
          maxLength={500}
          autoFocus
          error={asked && values.name.trim() === "" ? t("move.missing") : undefined}
          onChange={(event) => setValues({ ...values, name: event.target.value })}
        />
        <SelectField
          label={t("new.parent")}
          value={values.parentId}
          empty={t("new.noParent")}
          options={themes
            .filter((card) => card.status !== "merged" && card.status !== "declined")
            .map((card) => ({ value: card.id, label: name(card.names) }))}
          onChange={(event) => setValues({ ...values, parentId: event.target.value })}
        />
      </FieldRow>
      <TextArea
        label={t("new.description")}
        value={values.description}
        rows={2}
        maxLength={500}
        onChange={(event) => setValues({ ...values, description: event.target.value })}
      />
      {error !== null && <p role="alert">{errorWords(error)}</p>}
      <FormActions>
        <Button kind="primary" type="submit" disabled={isPending}>
          {t("new.send")}
        </Button>
        <Button onClick={onClose}>{t("move.cancel")}</Button>
      </FormActions>
    </form>
  );
}
