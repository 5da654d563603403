import { useEffect, useId, useRef } from "react";

import { Button } from "./Button.tsx";
import styles from "./Confirmation.module.css";

/** What stands beside the words of a confirmation. */
export interface Seen {
  /** What it was done to: one line, cut where it is too long. */
  readonly about?: string | undefined;
  readonly aboutLanguage?: string | undefined;
  /** The way back, with its key. */
  readonly act?: { readonly label: string; readonly keys: string | undefined; readonly run: () => void } | undefined;
}

/** How long it is seen, in milliseconds; longer while the pointer or the focus is on it. */
const seenFor = 6000;

/** What was just done, seen for a moment over the page, which does not move for it. Screen readers hear it from the live region. */
export function Confirmation({
  text,
  seen,
  onGone,
}: {
  readonly text: string;
  readonly seen: Seen;
  readonly onGone: () => void;
}) {
  const id = useId();
  const box = useRef<HTMLElement>(null);
  const before = useRef<EventTarget | null>(null);
  const gone = useRef(onGone);
  useEffect(() => void (gone.current = onGone));
  useEffect(() => {
    const timer = setInterval(() => {
      if (box.current?.matches(":hover, :focus-within") !== true) gone.current();
    }, seenFor);
    return () => clearInterval(timer);
  }, []);
  const { act } = seen;
  return (
    <section ref={box} className={styles.confirmation} aria-labelledby={id} data-confirmation="">
      <p className={styles.text}>
        <strong id={id}>{text}</strong>
        {seen.about === undefined ? null : (
          <>
            {" "}
            <span lang={seen.aboutLanguage}>{seen.about}</span>
          </>
        )}
      </p>
      {act === undefined ? null : (
        <Button
          kind="quiet"
          small
          keys={act.keys}
          onFocus={({ relatedTarget }) => (before.current = relatedTarget)}
          onClick={() => {
            // The button goes; the keyboard is given back to where it came from.
            if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
            onGone();
            act.run();
          }}
        >
          {act.label}
        </Button>
      )}
    </section>
  );
}
