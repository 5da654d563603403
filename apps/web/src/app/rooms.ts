import type { Permission } from "@kuultu/domain/staff/permission";
import IconArrowForwardUp from "@tabler/icons-react/dist/esm/icons/IconArrowForwardUp.mjs";
import IconCalendarEvent from "@tabler/icons-react/dist/esm/icons/IconCalendarEvent.mjs";
import IconChartLine from "@tabler/icons-react/dist/esm/icons/IconChartLine.mjs";
import IconFileImport from "@tabler/icons-react/dist/esm/icons/IconFileImport.mjs";
import IconInbox from "@tabler/icons-react/dist/esm/icons/IconInbox.mjs";
import IconSettings from "@tabler/icons-react/dist/esm/icons/IconSettings.mjs";
import IconTargetArrow from "@tabler/icons-react/dist/esm/icons/IconTargetArrow.mjs";

/** The rooms in the order of the rail; any of the permissions opens one, `key` comes after g. */
export const rooms = [
  { name: "feedback", to: "/$organisation/feedback", permissions: ["feedback.read"], key: "f", icon: IconInbox },
  { name: "themes", to: "/$organisation/themes", permissions: ["themes.read"], key: "t", icon: IconTargetArrow },
  { name: "trends", to: "/$organisation/trends", permissions: ["figures.read"], key: "s", icon: IconChartLine },
  { name: "rounds", to: "/$organisation/rounds", permissions: ["figures.read"], key: "r", icon: IconCalendarEvent },
  { name: "intake", to: "/$organisation/intake", permissions: ["intake.run"], key: "i", icon: IconFileImport },
  {
    name: "routed",
    to: "/$organisation/routed",
    permissions: ["routed.handle"],
    key: "o",
    icon: IconArrowForwardUp,
  },
  {
    name: "settings",
    to: "/$organisation/settings",
    permissions: ["settings.edit", "feedback.read", "themes.read"],
    key: "a",
    icon: IconSettings,
  },
] as const satisfies readonly {
  name: string;
  to: string;
  permissions: readonly Permission[];
  key: string;
  icon: unknown;
}[];

export type Room = (typeof rooms)[number];

export function opens(room: Room, permissions: readonly Permission[]): boolean {
  return room.permissions.some((permission) => permissions.includes(permission));
}

/** The first room that these permissions open. */
export function firstRoom(permissions: readonly Permission[]): Room | undefined {
  return rooms.find((room) => opens(room, permissions));
}
