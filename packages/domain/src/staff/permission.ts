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
  "feedback.reveal",
  "routed.handle",
  "rounds.edit",
  "intake.run",
  "staff.manage",
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
