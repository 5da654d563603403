import { z } from "zod";

export const roleNames = [
  "viewer",
  "triager",
  "registrar",
  "theme_member",
  "theme_owner",
  "analyst",
  "approver",
  "admin",
  "privacy_officer",
] as const;
export type RoleName = (typeof roleNames)[number];
export const roleNameSchema = z.enum(roleNames);

export const permissions = [
  "figures.read",
  "themes.read",
  "themes.propose",
  "themes.run",
  "themes.approve",
  "actions.work",
  "codebook.edit",
  "feedback.read",
  "feedback.triage",
  "feedback.answer",
  "feedback.export",
  "feedback.reveal",
  "routed.handle",
  "rounds.edit",
  "intake.run",
  "staff.manage",
  "settings.edit",
  "history.read",
] as const;
export type Permission = (typeof permissions)[number];

/** Where a role holds: everywhere, or at the given services and sites (ids of facet values). */
export type Reach =
  | { readonly wholeOrganisation: true }
  | { readonly wholeOrganisation: false; readonly serviceIds: readonly string[]; readonly siteIds: readonly string[] };

export interface HeldRole {
  readonly role: RoleName;
  readonly reach: Reach;
}

/** A staff member of one organisation with the roles held there. */
export interface StaffMember {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly HeldRole[];
}

/** What is acted upon, as far as reach goes. Absent: the organisation as a whole, without regard to service or site. */
export interface Whereabouts {
  readonly serviceId?: string | null;
  readonly siteId?: string | null;
}

const viewer = ["figures.read", "themes.read"] as const;
const triager = [
  ...viewer,
  "feedback.read",
  "feedback.triage",
  "feedback.answer",
  "feedback.export",
  "themes.propose",
] as const;
const themeMember = [...viewer, "feedback.read", "actions.work"] as const;

/** What each role may do; the only place where a role's name means anything. */
export const permissionsOfRole: Readonly<Record<RoleName, readonly Permission[]>> = {
  viewer,
  triager,
  registrar: [...viewer, "routed.handle"],
  theme_member: themeMember,
  theme_owner: [...new Set<Permission>([...triager, ...themeMember, "themes.run"])],
  analyst: [...viewer, "rounds.edit", "intake.run", "codebook.edit", "themes.propose"],
  approver: [...viewer, "themes.approve"],
  admin: ["staff.manage", "settings.edit", "themes.read"],
  privacy_officer: ["feedback.read", "feedback.export", "feedback.reveal", "history.read", "themes.read"],
};

/** The roles that grant any of the permissions, without those that grant all that a smaller one of them does and more. */
export function rolesThatOpen(opening: readonly Permission[]): RoleName[] {
  const granting = roleNames.filter((role) => permissionsOfRole[role].some((each) => opening.includes(each)));
  const exceeds = (one: RoleName, other: RoleName): boolean =>
    permissionsOfRole[one].length > permissionsOfRole[other].length &&
    permissionsOfRole[other].every((each) => permissionsOfRole[one].includes(each));
  return granting.filter((role) => !granting.some((other) => exceeds(role, other)));
}

/** What is always done to the organisation as a whole: a reach of some services or sites does not open it. */
const organisationWide: readonly Permission[] = [
  "rounds.edit",
  "intake.run",
  "staff.manage",
  "settings.edit",
  "history.read",
];

/** Whether a staff member may do this anywhere at all. */
export function mayAnywhere(staff: StaffMember, permission: Permission): boolean {
  return organisationWide.includes(permission) ? may(staff, permission) : reachFor(staff, permission) !== null;
}

/** What a staff member may do somewhere at least, in the order of `permissions`. */
export function permissionsOf(staff: StaffMember): Permission[] {
  return permissions.filter((permission) => mayAnywhere(staff, permission));
}

/** Where a permission holds, over all roles held that grant it; null: nowhere. Queries are narrowed to it. */
export function reachFor(staff: StaffMember, permission: Permission): Reach | null {
  const granted = staff.roles
    .filter((held) => permissionsOfRole[held.role].includes(permission))
    .map((held) => held.reach);
  if (granted.length === 0) return null;
  const serviceIds = new Set<string>();
  const siteIds = new Set<string>();
  for (const reach of granted) {
    if (reach.wholeOrganisation) return { wholeOrganisation: true };
    for (const id of reach.serviceIds) serviceIds.add(id);
    for (const id of reach.siteIds) siteIds.add(id);
  }
  return { wholeOrganisation: false, serviceIds: [...serviceIds], siteIds: [...siteIds] };
}

/** Whether a reach covers a thing: its service or its site is among those named. A thing without either needs the whole organisation. */
export function reaches(reach: Reach, whereabouts: Whereabouts): boolean {
  if (reach.wholeOrganisation) return true;
  const { serviceId, siteId } = whereabouts;
  return (
    (serviceId != null && reach.serviceIds.includes(serviceId)) || (siteId != null && reach.siteIds.includes(siteId))
  );
}

/** Whether a staff member may do this to a thing; without whereabouts: to the organisation as a whole. */
export function may(staff: StaffMember, permission: Permission, whereabouts?: Whereabouts): boolean {
  const reach = reachFor(staff, permission);
  if (reach === null) return false;
  return reach.wholeOrganisation || (whereabouts !== undefined && reaches(reach, whereabouts));
}
