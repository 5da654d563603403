import IconCheck from "@tabler/icons-react/dist/esm/icons/IconCheck.mjs";
import { type KeyboardEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { Button } from "#ui/Button";
import { focusOnArrival } from "#ui/focus";

import styles from "./ReasonPanel.module.css";

export interface FoundOption {
  readonly id: string;
  readonly name: string;
  readonly note?: string;
  readonly chosen?: boolean;
  readonly lang?: string;
}

/** Type, arrow, Enter; stays open for several in a row. */
export function FindPanel(props: {
  readonly title: string;
  readonly placeholder: string;
  readonly nothing: string;
  readonly hint?: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly options: readonly FoundOption[];
  readonly onChoose: (id: string) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation("feedback");
  const listId = useId();
  const [pointed, setPointed] = useState(0);
  const options = props.options.slice(0, 5);
  const current = Math.min(pointed, options.length - 1);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const option = options[current];
    if (step !== 0) {
      event.preventDefault();
      setPointed((current + step + options.length) % Math.max(1, options.length));
    } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && option !== undefined) {
      event.preventDefault();
      props.onChoose(option.id);
    } else if (event.key === "Escape") {
      event.preventDefault();
      props.onCancel();
    }
  };
  return (
    <>
      <div className={styles.head}>
        <h2>{props.title}</h2>
        <Button keys="Escape" onClick={props.onCancel}>
          {t("reason.cancel")}
        </Button>
      </div>
      <div className={styles.form}>
        <input
          type="text"
          role="combobox"
          className={styles.field}
          aria-label={props.title}
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={options.length > 0 ? `${listId}-${current}` : undefined}
          placeholder={props.placeholder}
          value={props.query}
          ref={focusOnArrival}
          onChange={(event) => {
            props.onQuery(event.currentTarget.value);
            setPointed(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={listId} role="listbox" aria-label={props.title} className={styles.found}>
        {options.length === 0 ? <p className={styles.nothing}>{props.nothing}</p> : null}
        {options.map((option, index) => (
          <div
            key={option.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === current}
            className={styles.option}
            onPointerMove={() => setPointed(index)}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => props.onChoose(option.id)}
          >
            <span className={styles.check}>
              {option.chosen === true ? <IconCheck size={16} stroke={1.75} aria-hidden="true" /> : null}
            </span>
            <span className={styles.optionName} lang={option.lang}>
              {option.name}
              {option.chosen === true ? <span className="visually-hidden">, {t("picker.chosen")}</span> : null}
            </span>
            {option.note === undefined ? null : <span className={styles.optionNote}>{option.note}</span>}
          </div>
        ))}
      </div>
      {props.hint === undefined ? null : <p className={styles.hint}>{props.hint}</p>}
    </>
  );
}
