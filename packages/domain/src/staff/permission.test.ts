import { describe, expect, test } from "vitest";

import {
  type HeldRole,
  type Permission,
  type RoleName,
  type StaffMember,
  may,
  mayAnywhere,
  permissionsOf,
  permissionsOfRole,
  reachFor,
  roleNames,
  rolesThatOpen,
} from "./permission.ts";

const everywhere = { wholeOrganisation: true } as const;
const within = (serviceIds: string[], siteIds: string[] = []) =>
  ({ wholeOrganisation: false, serviceIds, siteIds }) as const;
const staff = (...roles: HeldRole[]): StaffMember => ({ id: "s1", name: "Demo Triager", roles });

describe("what a role may do", () => {
  test.each<[RoleName, Permission, boolean]>([
    ["viewer", "figures.read", true],
    ["viewer", "feedback.read", false],
    ["triager", "feedback.triage", true],
    ["triager", "themes.run", false],
    ["registrar", "routed.handle", true],
    ["registrar", "feedback.read", false],
    ["theme_member", "actions.work", true],
    ["theme_member", "feedback.triage", false],
    ["theme_owner", "feedback.triage", true],
    ["theme_owner", "actions.work", true],
    ["theme_owner", "themes.run", true],
    ["theme_owner", "themes.approve", false],
    ["analyst", "intake.run", true],
    ["analyst", "feedback.read", false],
    ["approver", "themes.approve", true],
    ["approver", "themes.run", false],
    ["admin", "staff.manage", true],
    ["admin", "feedback.read", false],
    ["admin", "figures.read", false],
    ["privacy_officer", "feedback.reveal", true],
    ["privacy_officer", "feedback.triage", false],
  ])("%s, %s: %s", (role, permission, allowed) => {
    expect(may(staff({ role, reach: everywhere }), permission)).toBe(allowed);
  });

  test("no role names a permission twice", () => {
    for (const role of roleNames) expect(permissionsOfRole[role]).toEqual([...new Set(permissionsOfRole[role])]);
  });

  test("nobody may do anything without a role", () => {
    expect(permissionsOf(staff())).toEqual([]);
    expect(may(staff(), "themes.read")).toBe(false);
  });
});

test.each<[Permission[], RoleName[]]>([
  [["figures.read"], ["viewer"]],
  [["feedback.read"], ["triager", "theme_member", "privacy_officer"]],
  [["intake.run"], ["analyst"]],
  [["routed.handle"], ["registrar"]],
  [["settings.edit", "staff.manage"], ["admin"]],
])("%j is opened by the least roles that have it: %j", (opening, roles) => {
  expect(rolesThatOpen(opening)).toEqual(roles);
});

describe("reach", () => {
  const local = staff({ role: "triager", reach: within(["permits"], ["north"]) });

  test.each([
    ["its service", { serviceId: "permits" }, true],
    ["its site", { serviceId: "names", siteId: "north" }, true],
    ["another service and site", { serviceId: "names", siteId: "south" }, false],
    ["neither", { serviceId: null, siteId: null }, false],
    ["the organisation as a whole", undefined, false],
  ])("limited to a service and a site: %s", (_, whereabouts, allowed) => {
    expect(may(local, "feedback.triage", whereabouts)).toBe(allowed);
  });

  test("a limited role still shows among the permissions held", () => {
    expect(permissionsOf(local)).toContain("feedback.triage");
  });

  test("several roles join their reaches, for the permissions that each grants", () => {
    const both = staff(
      { role: "triager", reach: within(["permits"]) },
      { role: "theme_member", reach: within(["names"], ["north"]) },
    );
    expect(reachFor(both, "feedback.read")).toEqual(within(["permits", "names"], ["north"]));
    expect(reachFor(both, "feedback.triage")).toEqual(within(["permits"]));
    expect(reachFor(both, "staff.manage")).toBeNull();
  });

  test("the whole organisation takes in every part", () => {
    const both = staff({ role: "triager", reach: within(["permits"]) }, { role: "privacy_officer", reach: everywhere });
    expect(reachFor(both, "feedback.read")).toEqual(everywhere);
    expect(may(both, "feedback.read")).toBe(true);
    expect(may(both, "feedback.triage", { serviceId: "names" })).toBe(false);
  });
});

describe("what is done to the organisation as a whole", () => {
  test.each<[Permission, boolean]>([
    ["intake.run", false],
    ["rounds.edit", false],
    ["themes.propose", true],
  ])("an analyst of one service, %s: %s", (permission, allowed) => {
    const analyst = staff({ role: "analyst", reach: within(["permits"]) });
    expect(mayAnywhere(analyst, permission)).toBe(allowed);
    expect(permissionsOf(analyst).includes(permission)).toBe(allowed);
  });
});
