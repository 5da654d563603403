import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { focusOnArrival } from "#ui/focus";
import { isKept } from "#ui/key-conflict";
import { isComposing, keyName } from "#ui/key-press";
import { keySign } from "#ui/Keycap";

import styles from "./KeysSection.module.css";

/** How long a first character waits for a second one, in milliseconds. */
const pause = 900;

/** Hears one key, or two characters one after another. A field, so that screen readers let every key through. */
export function KeyRecorder(props: {
  readonly label: string;
  readonly onKey: (key: string) => void;
  readonly onLeave: () => void;
}) {
  const { t } = useTranslation("remapping");
  const noteId = useId();
  const [first, setFirst] = useState<string | null>(null);
  const [kept, setKept] = useState(false);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Tab") return;
    event.preventDefault();
    event.stopPropagation();
    if (isComposing(event.nativeEvent) || event.repeat) return;
    clearTimeout(waiting.current);
    if (event.key === "Escape") return props.onLeave();
    const pressed = keyName(event.nativeEvent);
    if (pressed === null) return;
    const key = first === null ? pressed : `${first} ${pressed}`;
    if (isKept(pressed)) {
      setFirst(null);
      setKept(true);
    } else if (first !== null || pressed.length > 1) {
      props.onKey(key);
    } else {
      setKept(false);
      setFirst(pressed);
      waiting.current = setTimeout(() => props.onKey(pressed), pause);
    }
  };
  return (
    <span className={styles.recorder}>
      <input
        readOnly
        className={styles.field}
        ref={focusOnArrival}
        aria-label={props.label}
        aria-describedby={noteId}
        placeholder={t("pressHere")}
        value={first === null ? "" : `${keySign(first)} …`}
        onKeyDown={onKeyDown}
        onBlur={props.onLeave}
      />
      <span id={noteId} className={styles.note} role={kept ? "alert" : undefined}>
        {kept ? t("kept") : t("pressNote")}
      </span>
    </span>
  );
}
