import { Menu } from "@mantine/core";

import type { Arrival } from "#ui/deferred";
import { Keycap } from "#ui/Keycap";
import { menuLook } from "#ui/menu-look";

import { MoreButton, type MoreActionsProps } from "./MoreActions.tsx";

export function MoreActionsLayer({ commands, label, startOpen }: MoreActionsProps & Arrival) {
  return (
    <Menu position="top-start" defaultOpened={startOpen} classNames={menuLook}>
      <Menu.Target>
        <MoreButton label={label} />
      </Menu.Target>
      <Menu.Dropdown>
        {commands.map((command) => (
          <Menu.Item
            key={command.name}
            rightSection={command.keys?.[0] === undefined ? null : <Keycap keys={command.keys[0]} />}
            onClick={command.run}
          >
            {command.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
