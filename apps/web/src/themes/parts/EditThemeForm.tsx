import { type Language, languages } from "@kuultu/domain/language";
import type { ThemeDetail } from "@kuultu/domain/themes/theme-view";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useMay } from "#app/session";
import { useLanguage } from "#locales/use-language";
import { useEditTheme, usePinTheme } from "#themes/use-theme-steps";
import { useStaff } from "#themes/use-themes";
import { Button } from "#ui/Button";
import { FieldRow, FormActions, SelectField, TextArea, TextField } from "#ui/Field";
import { languageName } from "#ui/figures";

import classes from "./StoryTable.module.css";

const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/** Leaves out what was emptied, so that no language has an empty name. */
const filled = (texts: Partial<Record<Language, string>>): Partial<Record<Language, string>> =>
  Object.fromEntries(
    languages.flatMap((language) => (texts[language]?.trim() ? [[language, texts[language].trim()]] : [])),
  );

/** Names in all languages, what it is about, its owner, its target, and its key. */
export function EditThemeForm({ theme, onClose }: { readonly theme: ThemeDetail; readonly onClose: () => void }) {
  const { t } = useTranslation("themes");
  const language = useLanguage();
  const may = useMay();
  const errorWords = useErrorWords();
  const staff = useStaff();
  const [names, setNames] = useState<Partial<Record<Language, string>>>(theme.names);
  const [description, setDescription] = useState(theme.descriptions[language] ?? "");
  const [ownerId, setOwnerId] = useState(theme.owner?.id ?? "");
  const [targetOn, setTargetOn] = useState(theme.targetOn ?? "");
  const edit = useEditTheme();
  const pin = usePinTheme();
  const nameless = Object.keys(filled(names)).length === 0;

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (nameless) return;
    edit.mutate(
      {
        themeId: theme.id,
        version: theme.version,
        names: filled(names),
        descriptions: filled({ ...theme.descriptions, [language]: description }),
        ownerId: ownerId || null,
        targetOn: targetOn || null,
      },
      { onSuccess: onClose },
    );
  }

  return (
    <form className={classes.form} onSubmit={submit} noValidate aria-label={t("edit.title")}>
      {may("codebook.edit") && (
        <SelectField
          label={t("edit.digit")}
          note={t("edit.digitNote")}
          value={theme.pinnedDigit === null ? "" : String(theme.pinnedDigit)}
          empty={t("edit.noDigit")}
          options={digits.map((digit) => ({ value: digit, label: digit }))}
          disabled={pin.isPending}
          error={pin.error === null ? undefined : errorWords(pin.error)}
          onChange={(event) =>
            pin.mutate({
              themeId: theme.id,
              version: theme.version,
              digit: event.target.value === "" ? null : Number(event.target.value),
            })
          }
        />
      )}
      {may("themes.run") && (
        <>
          <FieldRow>
            {languages.map((each) => (
              <TextField
                key={each}
                lang={each}
                label={t("edit.nameIn", { language: languageName(language, each) })}
                value={names[each] ?? ""}
                maxLength={500}
                error={nameless && each === language ? t("move.missing") : undefined}
                onChange={(event) => setNames({ ...names, [each]: event.target.value })}
              />
            ))}
          </FieldRow>
          <TextArea
            label={t("new.description")}
            rows={2}
            maxLength={500}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
          <FieldRow>
            <SelectField
              label={t("owner.label")}
              empty={t("owner.none")}
              value={ownerId}
              options={staff.map((person) => ({ value: person.id, label: person.name }))}
              onChange={(event) => setOwnerId(event.target.value)}
            />
            <TextField
              label={t("requirement.target_date")}
              type="date"
              value={targetOn}
              onChange={(event) => setTargetOn(event.target.value)}
            />
          </FieldRow>
          {edit.error !== null && <p role="alert">{errorWords(edit.error)}</p>}
        </>
      )}
      <FormActions>
        {may("themes.run") && (
          <Button kind="primary" type="submit" disabled={edit.isPending}>
            {t("edit.send")}
          </Button>
        )}
        <Button onClick={onClose}>{t("move.cancel")}</Button>
      </FormActions>
    </form>
  );
}
