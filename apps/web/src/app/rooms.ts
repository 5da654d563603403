import type { Permission } from "@kuultu/domain/staff/permission";
import IconCalendarEvent from "@tabler/icons-react/dist/esm/icons/IconCalendarEvent.mjs";
import IconChartLine from "@tabler/icons-react/dist/esm/icons/IconChartLine.mjs";
import IconFileImport from "@tabler/icons-react/dist/esm/icons/IconFileImport.mjs";
import IconInbox from "@tabler/icons-react/dist/esm/icons/IconInbox.mjs";
import IconTargetArrow from "@tabler/icons-react/dist/esm/icons/IconTargetArrow.mjs";

/** The rooms in the order of the rail; `key` comes after g. */
export const rooms = [
  { name: "feedback", to: "/$organisation/feedback", permission: "feedback.read", key: "f", icon: IconInbox },
  { name: "themes", to: "/$organisation/themes", permission: "themes.read", key: "t", icon: IconTargetArrow },
  { name: "trends", to: "/$organisation/trends", permission: "figures.read", key: "s", icon: IconChartLine },
  { name: "rounds", to: "/$organisation/rounds", permission: "figures.read", key: "r", icon: IconCalendarEvent },
  { name: "intake", to: "/$organisation/intake", permission: "intake.run", key: "i", icon: IconFileImport },
] as const satisfies readonly { name: string; to: string; permission: Permission; key: string; icon: unknown }[];

export type Room = (typeof rooms)[number];

/** The first room that these permissions open. */
export function firstRoom(permissions: readonly Permission[]): Room | undefined {
  return rooms.find((room) => permissions.includes(room.permission));
}
