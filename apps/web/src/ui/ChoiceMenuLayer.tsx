import { Menu } from "@mantine/core";

import { ChoiceButton, type ChoiceMenuProps } from "./ChoiceMenu.tsx";
import styles from "./ChoiceMenu.module.css";
import type { Arrival } from "./deferred.tsx";
import { menuLook } from "./menu-look.ts";

/** What a choice menu opens. */
export function ChoiceMenuLayer({ startOpen, ...props }: ChoiceMenuProps<string> & Arrival) {
  const groups = [...new Set(props.choices.map((choice) => choice.group ?? ""))];
  return (
    <Menu position={props.position ?? "bottom-start"} defaultOpened={startOpen} classNames={menuLook}>
      <Menu.Target refProp="ref">
        <ChoiceButton props={props} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={props.value} onChange={props.onChange}>
          {groups.map((group) => (
            <div key={group} role="group" aria-label={group === "" ? props.label : group}>
              {group === "" ? null : <Menu.Label aria-hidden="true">{group}</Menu.Label>}
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
