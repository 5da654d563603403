import { Modal } from "@mantine/core";
import IconSearch from "@tabler/icons-react/dist/esm/icons/IconSearch.mjs";
import { type KeyboardEvent, useId, useState } from "react";

import type { Command } from "./command.ts";
import styles from "./CommandPalette.module.css";
import { Keycap } from "./Keycap.tsx";
import { matching } from "./palette-match.ts";

/** A line of the palette: a command, or a thing to go to. */
export interface PaletteEntry extends Pick<Command, "name" | "label" | "group" | "icon" | "run"> {
  readonly keys?: readonly string[];
  readonly note?: string;
}

export interface CommandPaletteProps {
  readonly label: string;
  readonly placeholder: string;
  readonly nothingFound: string;
  readonly hints: { readonly move: string; readonly run: string; readonly close: string };
  readonly entries: readonly PaletteEntry[];
  /** Entries that depend on what has been written, such as "search for …"; shown last. */
  readonly findEntries: (query: string) => readonly PaletteEntry[];
  readonly onClose: () => void;
}

export function CommandPalette(props: CommandPaletteProps) {
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  const matches = [
    ...matching(query, props.entries),
    ...(query.trim() === "" ? [] : props.findEntries(query.trim()).map((entry) => ({ entry, spans: [] }))),
  ];
  const groups = [...new Set(matches.map((match) => match.entry.group))];
  const inGroups = groups.flatMap((group) => matches.filter((match) => match.entry.group === group));
  const current = Math.min(chosen, inGroups.length - 1);

  const run = (entry: PaletteEntry | undefined): void => {
    if (entry === undefined) return;
    props.onClose();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setChosen((current + step + inGroups.length) % Math.max(1, inGroups.length));
    } else if (event.key === "Enter") {
      event.preventDefault();
      run(inGroups[current]?.entry);
    }
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      withCloseButton={false}
      size={640}
      yOffset="12vh"
      padding={0}
      attributes={{ content: { "aria-label": props.label } }}
      classNames={{ content: styles.content ?? "" }}
    >
      <div className={styles.search}>
        <IconSearch size={18} stroke={1.5} aria-hidden="true" />
        <input
          data-autofocus
          className={styles.input}
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={inGroups.length > 0 ? `${listId}-${current}` : undefined}
          aria-label={props.label}
          placeholder={props.placeholder}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className={styles.list} id={listId} role="listbox" aria-label={props.label}>
        {inGroups.length === 0 ? <p className={styles.nothing}>{props.nothingFound}</p> : null}
        {groups.map((group) => (
          <div key={group} role="group" aria-label={group}>
            <p className={styles.group} aria-hidden="true">
              {group}
            </p>
            {inGroups.map((match, index) =>
              match.entry.group === group ? (
                <PaletteLine
                  key={match.entry.name}
                  id={`${listId}-${index}`}
                  match={match}
                  current={index === current}
                  onPoint={() => setChosen(index)}
                  onRun={() => run(match.entry)}
                />
              ) : null,
            )}
          </div>
        ))}
      </div>
      <p className={styles.hints}>
        <span>
          <Keycap keys="ArrowUp ArrowDown" /> {props.hints.move}
        </span>
        <span>
          <Keycap keys="Enter" /> {props.hints.run}
        </span>
        <span>
          <Keycap keys="Escape" /> {props.hints.close}
        </span>
      </p>
    </Modal>
  );
}

function PaletteLine(props: {
  readonly id: string;
  readonly match: { readonly entry: PaletteEntry; readonly spans: readonly (readonly [number, number])[] };
  readonly current: boolean;
  readonly onPoint: () => void;
  readonly onRun: () => void;
}) {
  const { entry, spans } = props.match;
  const Icon = entry.icon;
  return (
    <div
      id={props.id}
      role="option"
      aria-selected={props.current}
      className={styles.line}
      ref={(line) => (props.current ? line?.scrollIntoView({ block: "nearest" }) : undefined)}
      onPointerMove={props.onPoint}
      onClick={props.onRun}
    >
      {Icon === undefined ? null : <Icon size={18} stroke={1.5} />}
      <span className={styles.label}>{marked(entry.label, spans)}</span>
      {entry.note === undefined ? null : <span className={styles.note}>{entry.note}</span>}
      {entry.keys?.[0] === undefined ? null : <Keycap keys={entry.keys[0]} />}
    </div>
  );
}

function marked(label: string, spans: readonly (readonly [number, number])[]) {
  const [start, end] = spans[0] ?? [0, 0];
  if (end === start) return label;
  return (
    <>
      {label.slice(0, start)}
      <mark className={styles.mark}>{label.slice(start, end)}</mark>
      {label.slice(end)}
    </>
  );
}
