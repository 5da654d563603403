import type { Permission } from "@kuultu/domain/staff/permission";
import { type ComponentType, lazy } from "react";

import type { settings } from "#locales/fi/settings";

/** A section of the settings: named in locales settings.section, seen by holders of any of its permissions, fetched when it is opened. */
export interface SettingsSection {
  readonly name: keyof (typeof settings)["section"];
  readonly permissions: readonly Permission[];
  readonly Content: ComponentType;
}

/** The sections in the order of their list, each with `Content: lazy(…)`. What opens one must also open the room (app/rooms.ts). */
export const sections: readonly SettingsSection[] = [
  {
    name: "teams",
    permissions: ["settings.edit"],
    Content: lazy(async () => ({ default: (await import("./parts/TeamsSection.tsx")).TeamsSection })),
  },
  {
    name: "routing",
    permissions: ["settings.edit"],
    Content: lazy(async () => ({ default: (await import("./parts/RoutingSection.tsx")).RoutingSection })),
  },
  {
    name: "search",
    permissions: ["settings.edit"],
    Content: lazy(async () => ({ default: (await import("./parts/SearchSection.tsx")).SearchSection })),
  },
  {
    name: "keys",
    permissions: ["themes.read"],
    Content: lazy(async () => ({ default: (await import("./parts/KeysSection.tsx")).KeysSection })),
  },
  {
    name: "templates",
    permissions: ["feedback.answer", "settings.edit"],
    Content: lazy(async () => ({ default: (await import("./parts/TemplatesSection.tsx")).TemplatesSection })),
  },
];
