import type { ThemeCard } from "@kuultu/domain/themes/theme-view";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useOrganisation } from "#app/session";
import {
  emptyFields,
  firstValues,
  type MoveField,
  moveFields,
  moveObstacles,
  type MoveOffer,
  type MoveValues,
} from "#themes/theme-move";
import { type ThemeMoveRequest, useMoveTheme, useStaff } from "#themes/use-themes";
import { Button } from "#ui/Button";
import { FormActions, SelectField, TextArea, TextField } from "#ui/Field";

import classes from "./MoveForm.module.css";

interface MoveFormProps {
  readonly card: ThemeCard;
  readonly offer: MoveOffer;
  readonly onMoved: (request: ThemeMoveRequest) => void;
  readonly onClose: () => void;
}

/** Asks for what a move lacks, where the theme stands. What no form can give is told in words. */
export function MoveForm({ card, offer, onMoved, onClose }: MoveFormProps) {
  const { t } = useTranslation("themes");
  const errorWords = useErrorWords();
  const { today } = useOrganisation();
  const [values, setValues] = useState(() => firstValues(offer, today));
  const [asked, setAsked] = useState(false);
  const { mutate, isPending, error } = useMoveTheme(onMoved);
  const obstacles = moveObstacles(offer);
  const empty = emptyFields(offer, values);

  function submit(event: FormEvent): void {
    event.preventDefault();
    setAsked(true);
    if (empty.length === 0) mutate({ card, offer, values });
  }

  return (
    <form
      className={classes.form}
      onSubmit={submit}
      noValidate
      aria-label={t("move.form", { status: t(`status.${offer.to}`) })}
    >
      <p className={classes.lead}>
        {t(offer.missing.length === 0 ? "move.ready" : "move.needs", { status: t(`status.${offer.to}`) })}
      </p>
      {obstacles.length > 0 && (
        <ul className={classes.obstacles}>
          {obstacles.map((requirement) => (
            <li key={requirement}>{t(`obstacle.${requirement}`)}</li>
          ))}
        </ul>
      )}
      {moveFields(offer).map((field, index) => (
        <Asked
          key={field.requirement}
          field={field}
          values={values}
          first={index === 0}
          missing={asked && empty.some((one) => one.requirement === field.requirement)}
          onChange={(value) => setValues({ ...values, [field.name]: value })}
        />
      ))}
      {error !== null && (
        <p role="alert" className={classes.error}>
          {errorWords(error)}
        </p>
      )}
      <FormActions>
        {obstacles.length === 0 && (
          <Button kind="primary" type="submit" disabled={isPending} autoFocus={offer.missing.length === 0}>
            {t("move.send")}
          </Button>
        )}
        <Button onClick={onClose} autoFocus={obstacles.length > 0}>
          {t("move.cancel")}
        </Button>
      </FormActions>
    </form>
  );
}

interface AskedProps {
  readonly field: MoveField;
  readonly values: MoveValues;
  readonly first: boolean;
  readonly missing: boolean;
  readonly onChange: (value: string) => void;
}

function Asked({ field, values, first, missing, onChange }: AskedProps) {
  const { t } = useTranslation("themes");
  const staff = useStaff();
  const shared = {
    label: t(`requirement.${field.requirement}`),
    value: values[field.name] ?? "",
    autoFocus: first,
    error: missing ? t("move.missing") : undefined,
  };
  if (field.kind === "staff") {
    return (
      <SelectField
        {...shared}
        empty={t("owner.choose")}
        options={staff.map((person) => ({ value: person.id, label: person.name }))}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  }
  if (field.kind === "text") return <TextArea {...shared} onChange={(event) => onChange(event.target.value)} />;
  return (
    <TextField
      {...shared}
      type={field.kind === "day" ? "date" : "text"}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
