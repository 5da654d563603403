import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "#ui/Button";
import { TextField } from "#ui/Field";

import classes from "./RoutedItem.module.css";

/** A button that opens into the question why it goes back. */
export function ReturnForm(props: { readonly pending: boolean; readonly onReturn: (reason: string) => void }) {
  const { t } = useTranslation(["routed", "app", "violation"]);
  const [reason, setReason] = useState<string | null>(null);
  const [asked, setAsked] = useState(false);
  if (reason === null) {
    return (
      <Button kind="field" onClick={() => setReason("")}>
        {t("open")}
      </Button>
    );
  }
  const short = reason.trim().length < 3;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (!short) props.onReturn(reason.trim());
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <TextField
        label={t("reason")}
        value={reason}
        maxLength={500}
        autoFocus
        error={asked && short ? t("violation:feedback.reason-required") : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button kind="field" type="submit" disabled={props.pending}>
        {t("send")}
      </Button>
      <Button onClick={() => setReason(null)}>{t("app:cancel")}</Button>
    </form>
  );
}
