import { Menu } from "@mantine/core";
import IconChevronDown from "@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs";

import { Button, type ButtonKind } from "./Button.tsx";
import styles from "./ChoiceMenu.module.css";
import { menuLook } from "./menu-look.ts";

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
  const choose = (value: string): void => {
    const choice = props.choices.find((each) => each.value === value);
    if (choice !== undefined) props.onChange(choice.value);
  };
  const groups = [...new Set(props.choices.map((choice) => choice.group ?? ""))];
  return (
    <Menu position={props.position ?? "bottom-start"} classNames={menuLook}>
      <Menu.Target>
        <Button kind={props.kind ?? "field"} className={styles.button} aria-label={`${props.label}: ${chosen?.label ?? ""}`}>
          {props.showLabel === true ? <span className={styles.label}>{props.label}</span> : null}
          <span className={styles.value}>{chosen?.label ?? "–"}</span>
          <IconChevronDown size={16} stroke={1.75} aria-hidden="true" />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={props.value} onChange={(value) => choose(value)}>
          {groups.map((group) => (
            <div key={group} role="group" aria-label={group === "" ? props.label : group}>
              {group === "" ? null : (
                <Menu.Label aria-hidden="true">{group}</Menu.Label>
              )}
              {props.choices
                .filter((choice) => (choice.group ?? "") === group)
                .map((choice) => (
                  <Menu.RadioItem
                    key={choice.value}
                    value={choice.value}
                    closeMenuOnClick
                    rightSection={choice.note === undefined ? null : <span className={styles.note}>{choice.note}</span>}
                  >
                    {choice.label}
                  </Menu.RadioItem>
                ))}
            </div>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
