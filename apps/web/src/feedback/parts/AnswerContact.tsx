import { type Contact, contactParts, contactSchema } from "@kuultu/domain/feedback/contact";
import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useAnnounce } from "#ui/announcement";
import { Button } from "#ui/Button";
import { FormActions } from "#ui/Field";
import { focusOnArrival } from "#ui/focus";
import { formText } from "#ui/form-text";

import { useSetContact } from "../use-answering.ts";
import styles from "./AnswerPanel.module.css";
import { ContactFields } from "./ContactFields.tsx";

/** How the giver can be reached; changed here, it is stored encrypted again. */
export function AnswerContact({
  item,
  contact,
  isComing,
}: {
  readonly item: FeedbackDetail;
  readonly contact: Contact | null;
  readonly isComing: boolean;
}) {
  const { t } = useTranslation("answers");
  const errorWords = useErrorWords();
  const announce = useAnnounce();
  const [editing, setEditing] = useState(false);
  const [edited, setEdited] = useState(false);
  const [wrong, setWrong] = useState(false);
  const set = useSetContact(item.id);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const typed = contactSchema.safeParse(Object.fromEntries(contactParts.map((part) => [part, formText(form, part)])));
    setWrong(!typed.success);
    if (!typed.success) return;
    const onSuccess = (): void => {
      setEditing(false);
      announce(t("said.contact"));
    };
    set.mutate({ itemId: item.id, contact: typed.data }, { onSuccess });
  };
  if (isComing) return <div className={styles.contact} aria-busy="true" />;
  if (!editing)
    return (
      <div className={styles.contact}>
        <h3>{t("contact.title")}</h3>
        {contact === null ? <span>{t("contact.none")}</span> : null}
        {contactParts.map((part) => {
          const text = contact?.[part];
          return text == null ? null : part === "email" ? (
            <strong key={part}>{text}</strong>
          ) : (
            <span key={part}>{text}</span>
          );
        })}
        <Button
          kind="field"
          small
          ref={edited ? focusOnArrival : null}
          onClick={() => {
            setEdited(true);
            setEditing(true);
          }}
        >
          {t("contact.change")}
        </Button>
        <span className={styles.note}>{t("contact.note")}</span>
      </div>
    );
  return (
    <form className={styles.form} aria-label={t("contact.title")} noValidate onSubmit={submit}>
      <ContactFields contact={contact} focused />
      {wrong ? <p role="alert">{t("contact.wrong")}</p> : null}
      {set.error === null ? null : <p role="alert">{errorWords(set.error)}</p>}
      <FormActions>
        <Button kind="field" type="submit" disabled={set.isPending}>
          {t("contact.save")}
        </Button>
        <Button onClick={() => setEditing(false)}>{t("contact.cancel")}</Button>
      </FormActions>
    </form>
  );
}
