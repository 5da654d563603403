import type { LocalisedText } from "#language";
import type { Permission, RoleName } from "#staff/permission";
import type { Preferences } from "#staff/preferences";

/** One organisation in which the signed-in person works. */
export interface OrganisationView {
  readonly id: string;
  readonly slug: string;
  readonly names: LocalisedText;
  readonly demonstration: boolean;
  /** The organisation's own today (the demonstration has its own), YYYY-MM-DD. */
  readonly today: string;
  /** Weekdays from a year before today to a year after on which offices are closed, for counting working days. */
  readonly closedDays: readonly string[];
  readonly staffId: string;
  readonly roles: readonly RoleName[];
  readonly permissions: readonly Permission[];
  readonly preferences: Preferences;
}

/** `staff.me`: null where nobody is signed in. */
export interface MeView {
  readonly name: string;
  readonly email: string;
  readonly organisations: readonly OrganisationView[];
}

/** A person who can be named as owner. */
export interface StaffRow {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly RoleName[];
}

/** One-click sign-ins of the demonstration; empty elsewhere. `key` is a role, or "everything". */
export interface DemonstrationSignIn {
  readonly key: string;
  readonly name: string;
  readonly organisation: LocalisedText;
  /** The slug of that organisation: where the sign-in leads. */
  readonly slug: string;
  readonly roles: readonly RoleName[];
}
