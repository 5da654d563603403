import IconPlus from "@tabler/icons-react/dist/esm/icons/IconPlus.mjs";
import IconX from "@tabler/icons-react/dist/esm/icons/IconX.mjs";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "#ui/Button";
import type { KeyedCommand } from "#ui/key-conflict";
import { Keycap, keySign } from "#ui/Keycap";

import { KeyRecorder } from "./KeyRecorder.tsx";
import styles from "./KeysSection.module.css";

/** As many keys as one command may have. */
const mostKeys = 4;

export interface KeysRowProps {
  readonly command: KeyedCommand;
  readonly onAdd: (key: string) => void;
  readonly onRemove: (key: string) => void;
  readonly onReset: () => void;
}

/** One command: the way back, its keys, each with its way out, and one more. */
export function KeysRow({ command, onAdd, onRemove, onReset }: KeysRowProps) {
  const { t } = useTranslation("remapping");
  const [recording, setRecording] = useState(false);
  const addButton = useRef<HTMLButtonElement>(null);
  const { label: name, keys, given } = command;
  const changed = keys.join("\n") !== given.join("\n");
  const stop = (): void => {
    setRecording(false);
    // The button comes back with the next paint; who recorded goes on from it.
    requestAnimationFrame(() => document.activeElement === document.body && addButton.current?.focus());
  };
  return (
    <div className={styles.command} data-changed={changed || undefined}>
      <span className={styles.name}>{name}</span>
      <span className={styles.reset}>
        {changed ? (
          <Button small aria-label={t("resetOf", { name })} onClick={onReset}>
            {t("reset")}
          </Button>
        ) : null}
      </span>
      <span className={styles.keys}>
        {keys.length === 0 && !recording ? <span className={styles.none}>{t("none")}</span> : null}
        {keys.map((key) => (
          <button
            key={key}
            type="button"
            className={styles.key}
            aria-label={t("remove", { key: key.split(" ").map(keySign).join(" "), name })}
            onClick={() => onRemove(key)}
          >
            <Keycap keys={key} size="key" />
            <IconX size={12} stroke={2} aria-hidden="true" />
          </button>
        ))}
        {recording ? (
          <KeyRecorder
            label={t("press", { name })}
            onKey={(key) => {
              stop();
              onAdd(key);
            }}
            onLeave={stop}
          />
        ) : keys.length < mostKeys ? (
          <Button kind="icon" small ref={addButton} aria-label={t("add", { name })} onClick={() => setRecording(true)}>
            <IconPlus size={16} stroke={1.75} />
          </Button>
        ) : null}
      </span>
    </div>
  );
}
