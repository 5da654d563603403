import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { Button } from "#ui/Button";
import { focusOnArrival } from "#ui/focus";
import { formText } from "#ui/form-text";

import styles from "./Revealing.module.css";

/** What asks the server for something hidden. */
interface Asking<Shown> {
  readonly data: Shown | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly mutate: (asked: { readonly itemId: string; readonly reason: string }) => void;
  readonly reset: () => void;
}

/** What is masked, or kept apart from the text: asked for with a reason, which is logged; shown until closed, kept nowhere. */
export function Revealing<Shown>({
  itemId,
  asking,
  words,
  children,
}: {
  readonly itemId: string;
  readonly asking: Asking<Shown>;
  /** `open`: on the button that asks; `question`: why it is needed; `title`: over what is shown. */
  readonly words: { readonly open: string; readonly question: string; readonly title: string };
  readonly children: (shown: Shown) => ReactNode;
}) {
  const { t } = useTranslation("feedback");
  const errorWords = useErrorWords();
  const id = useId();
  const [open, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
    asking.reset();
  };
  if (asking.data !== undefined)
    return (
      <section className={styles.box} aria-labelledby={`${id}title`} tabIndex={-1} ref={focusOnArrival}>
        <div className={styles.head}>
          <h2 id={`${id}title`}>{words.title}</h2>
          <Button onClick={close}>{t("reveal.close")}</Button>
        </div>
        {children(asking.data)}
      </section>
    );
  if (!open)
    return (
      <Button className={styles.ask ?? ""} kind="field" onClick={() => setOpen(true)}>
        {words.open}
      </Button>
    );
  return (
    <form
      className={styles.box}
      onSubmit={(event) => {
        event.preventDefault();
        asking.mutate({ itemId, reason: formText(event.currentTarget, "reason").trim() });
      }}
    >
      <label htmlFor={`${id}reason`}>{words.question}</label>
      <div className={styles.line}>
        <input
          id={`${id}reason`}
          name="reason"
          required
          minLength={3}
          maxLength={500}
          autoComplete="off"
          aria-describedby={`${id}note`}
          ref={focusOnArrival}
        />
        <Button kind="field" type="submit" disabled={asking.isPending}>
          {t("reveal.show")}
        </Button>
        <Button onClick={close}>{t("reveal.cancel")}</Button>
      </div>
      <p id={`${id}note`} className={styles.note}>
        {t("reveal.note")}
      </p>
      {asking.error === null ? null : <p role="alert">{errorWords(asking.error)}</p>}
    </form>
  );
}
