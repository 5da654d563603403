import { Menu } from "@mantine/core";
import { useTranslation } from "react-i18next";

import { Keycap, spokenKeys } from "#ui/Keycap";
import { menuLook } from "#ui/menu-look";

import type { TriageAction } from "../triage-actions.ts";
import type { Place } from "../use-command-menu.ts";
import styles from "./CommandMenu.module.css";

export interface CommandMenuProps {
  readonly place: Place;
  readonly commands: readonly TriageAction[];
  /** Rows are chosen: what can be done to all of them. */
  readonly forMany: boolean;
  readonly onClose: () => void;
}

/** What can be done, where the pointer or the row is. What cannot be done now is there and dimmed: hands learn places. */
export function CommandMenu({ place, commands, forMany, onClose }: CommandMenuProps) {
  const { t } = useTranslation("keys");
  const inMenu = commands.filter((command) => command.menu && (!forMany || command.many));
  const inKind = forMany ? [] : commands.filter((command) => command.name.startsWith("item.kind-"));
  const inThemes = forMany
    ? []
    : commands.filter((command) => command.name.startsWith("item.theme-") && command.available !== false);
  return (
    <Menu
      opened
      onClose={onClose}
      position="right-start"
      offset={0}
      returnFocus={false}
      withinPortal={false}
      transitionProps={{ duration: 0 }}
      classNames={menuLook}
    >
      <Menu.Target>
        <button
          type="button"
          className={styles.place}
          style={{ left: place.x, top: place.y }}
          tabIndex={-1}
          aria-label={t(forMany ? "many.actions" : "command.move.menu")}
        />
      </Menu.Target>
      <Menu.Dropdown className={styles.menu} onContextMenu={(event) => event.preventDefault()}>
        {inMenu.map((command) => (
          <Line key={command.name} command={command} />
        ))}
        {inKind.length === 0 ? null : <Menu.Divider />}
        <Nested label={t("group.kind")} commands={inKind} />
        <Nested label={t("group.themes")} commands={inThemes} />
      </Menu.Dropdown>
    </Menu>
  );
}

function Nested({ label, commands }: { readonly label: string; readonly commands: readonly TriageAction[] }) {
  if (commands.length === 0) return null;
  return (
    <Menu.Sub position="right-start">
      <Menu.Sub.Target>
        <Menu.Sub.Item>{label}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown>
        {commands.map((command) => (
          <Line key={command.name} command={command} />
        ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}

function Line({ command }: { readonly command: TriageAction }) {
  const key = command.keys?.[0];
  return (
    <Menu.Item
      disabled={command.available === false}
      aria-keyshortcuts={key === undefined ? undefined : spokenKeys(key)}
      rightSection={key === undefined ? null : <Keycap keys={key} />}
      onClick={command.run}
    >
      {command.label}
    </Menu.Item>
  );
}
