import { Menu } from "@mantine/core";
import IconCheck from "@tabler/icons-react/dist/esm/icons/IconCheck.mjs";
import IconChevronDown from "@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs";

import { Button, type ButtonKind } from "./Button.tsx";
import styles from "./ChoiceMenu.module.css";

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
  /** Heading; choices of one group stand together. */
  readonly group?: string;
  readonly note?: string;
}

export interface ChoiceMenuProps<V extends string> {
  /** What is chosen; shown before the value where `showLabel`. */
  readonly label: string;
  readonly showLabel?: boolean;
  readonly kind?: ButtonKind;
  readonly choices: readonly Choice<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
  readonly position?: "bottom-start" | "bottom-end";
}

/** A button that names the chosen value and opens the others. */
export function ChoiceMenu<V extends string>(props: ChoiceMenuProps<V>) {
  const chosen = props.choices.find((choice) => choice.value === props.value);
  const groups = [...new Set(props.choices.map((choice) => choice.group ?? ""))];
  return (
    <Menu position={props.position ?? "bottom-start"} classNames={{ dropdown: styles.dropdown ?? "", label: styles.group ?? "" }}>
      <Menu.Target>
        <Button kind={props.kind ?? "field"} className={styles.button} aria-label={`${props.label}: ${chosen?.label ?? ""}`}>
          {props.showLabel === true ? <span className={styles.label}>{props.label}</span> : null}
          <span className={styles.value}>{chosen?.label ?? "–"}</span>
          <IconChevronDown size={16} stroke={1.75} aria-hidden="true" />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {groups.map((group) => (
          <div key={group} role="group" aria-label={group === "" ? props.label : group}>
            {group === "" ? null : <Menu.Label>{group}</Menu.Label>}
            {props.choices
              .filter((choice) => (choice.group ?? "") === group)
              .map((choice) => (
                <Menu.Item
                  key={choice.value}
                  role="menuitemradio"
                  aria-checked={choice.value === props.value}
                  className={styles.item ?? ""}
                  leftSection={<span className={styles.check}>{choice.value === props.value ? <IconCheck size={16} stroke={1.75} /> : null}</span>}
                  rightSection={choice.note === undefined ? null : <span className={styles.note}>{choice.note}</span>}
                  onClick={() => props.onChange(choice.value)}
                >
                  {choice.label}
                </Menu.Item>
              ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
