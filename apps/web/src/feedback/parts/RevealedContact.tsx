import { contactParts } from "@kuultu/domain/feedback/contact";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useTRPC } from "#app/trpc";
import { Button } from "#ui/Button";
import { focusOnArrival } from "#ui/focus";
import { formText } from "#ui/form-text";

import styles from "./Original.module.css";

/** The giver's contact, for whoever answers to them for their data: asked for with a reason, shown until closed, kept nowhere. */
export default function RevealedContact({ itemId }: { readonly itemId: string }) {
  const { t } = useTranslation("answers");
  const trpc = useTRPC();
  const errorWords = useErrorWords();
  const [asking, setAsking] = useState(false);
  const reveal = useMutation(trpc.feedback.revealContact.mutationOptions({ gcTime: 0 }));
  const close = (): void => {
    setAsking(false);
    reveal.reset();
  };
  if (reveal.data !== undefined)
    return (
      <section className={styles.box} aria-labelledby="revealed-contact" tabIndex={-1} ref={focusOnArrival}>
        <div className={styles.head}>
          <h2 id="revealed-contact">{t("contact.title")}</h2>
          <Button onClick={close}>{t("reveal.close")}</Button>
        </div>
        <p className={styles.text}>
          {contactParts
            .map((part) => reveal.data?.[part])
            .filter((text) => text != null)
            .join(" · ")}
        </p>
      </section>
    );
  if (!asking)
    return (
      <Button className={styles.ask ?? ""} kind="field" onClick={() => setAsking(true)}>
        {t("reveal.open")}
      </Button>
    );
  return (
    <form
      className={styles.box}
      onSubmit={(event) => {
        event.preventDefault();
        reveal.mutate({ itemId, reason: formText(event.currentTarget, "reason").trim() });
      }}
    >
      <label htmlFor="reveal-contact">{t("reveal.question")}</label>
      <div className={styles.line}>
        <input
          id="reveal-contact"
          name="reason"
          required
          minLength={3}
          maxLength={500}
          autoComplete="off"
          aria-describedby="reveal-contact-note"
          ref={focusOnArrival}
        />
        <Button kind="field" type="submit" disabled={reveal.isPending}>
          {t("reveal.show")}
        </Button>
        <Button onClick={close}>{t("contact.cancel")}</Button>
      </div>
      <p id="reveal-contact-note" className={styles.note}>
        {t("contact.note")}
      </p>
      {reveal.error === null ? null : <p role="alert">{errorWords(reveal.error)}</p>}
    </form>
  );
}
