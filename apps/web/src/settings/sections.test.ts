import { permissionsOfRole, roleNames } from "@kuultu/domain/staff/permission";
import { expect, it } from "vitest";

import { opens, rooms } from "#app/rooms";

import { sections } from "./sections.ts";

const room = rooms.find(({ name }) => name === "settings");

it("whoever may see a section of the settings may open the room, and nobody finds it empty", () => {
  for (const role of roleNames) {
    const permissions = permissionsOfRole[role];
    const seen = sections.filter((section) => section.permissions.some((each) => permissions.includes(each)));
    expect([role, room !== undefined && opens(room, permissions)]).toEqual([role, seen.length > 0]);
  }
});

it("teams and routing are set by those who edit the settings, and by nobody else", () => {
  const own = sections.filter(({ name }) => name === "teams" || name === "routing");
  expect(own.map(({ permissions }) => permissions)).toEqual([["settings.edit"], ["settings.edit"]]);
});
