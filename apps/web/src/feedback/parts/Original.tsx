import { useMutation } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useState } from "react";

import { useErrorWords } from "#app/error-words";
import { useTRPC } from "#app/trpc";
import { Button } from "#ui/Button";
import { focusOnArrival } from "#ui/focus";
import { formText } from "#ui/form-text";

import styles from "./Original.module.css";

/** The text before masking, for those who may see it: asked for with a reason, shown until closed, kept nowhere. */
export function Original({ itemId, language }: { readonly itemId: string; readonly language: string | undefined }) {
  const { t } = useTranslation("feedback");
  const trpc = useTRPC();
  const errorWords = useErrorWords();
  const [asking, setAsking] = useState(false);
  const reveal = useMutation(trpc.feedback.reveal.mutationOptions({ gcTime: 0 }));
  const close = (): void => {
    setAsking(false);
    reveal.reset();
  };
  if (reveal.data !== undefined)
    return (
      <section className={styles.box} aria-labelledby="original" tabIndex={-1} ref={focusOnArrival}>
        <div className={styles.head}>
          <h2 id="original">{t("reveal.title")}</h2>
          <Button onClick={close}>{t("reveal.close")}</Button>
        </div>
        {reveal.data.title === "" ? null : <p lang={language}>{reveal.data.title}</p>}
        <p className={styles.text} lang={language}>
          {reveal.data.body}
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
      <label htmlFor="reveal-reason">{t("reveal.question")}</label>
      <div className={styles.line}>
        <input
          id="reveal-reason"
          name="reason"
          required
          minLength={3}
          maxLength={500}
          autoComplete="off"
          aria-describedby="reveal-note"
          ref={focusOnArrival}
        />
        <Button kind="field" type="submit" disabled={reveal.isPending}>
          {t("reveal.show")}
        </Button>
        <Button onClick={close}>{t("reveal.cancel")}</Button>
      </div>
      <p id="reveal-note" className={styles.note}>
        {t("reveal.note")}
      </p>
      {reveal.error === null ? null : <p role="alert">{errorWords(reveal.error)}</p>}
    </form>
  );
}
