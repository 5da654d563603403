import type { HeldRole, RoleName } from "@kuultu/domain/staff/permission";

/** A stored role with its reach, as the rules know it. */
export function heldRole(stored: {
  readonly role: RoleName;
  readonly wholeOrganisation: boolean;
  readonly serviceIds: readonly string[];
  readonly siteIds: readonly string[];
}): HeldRole {
  return {
    role: stored.role,
    reach: stored.wholeOrganisation
      ? { wholeOrganisation: true }
      : { wholeOrganisation: false, serviceIds: stored.serviceIds, siteIds: stored.siteIds },
  };
}
