import type { Database, OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { ChangeEntry } from "@kuultu/domain/history/change";
import type { LiveRoom } from "@kuultu/domain/live/live-view";
import { may, mayAnywhere, reaches, reachFor } from "@kuultu/domain/staff/permission";
import type { Permission, StaffMember } from "@kuultu/domain/staff/permission";

/** A changed item as it is now, with what decides who may hear of it. */
interface ChangedItem {
  readonly id: string;
  readonly version: number;
  readonly serviceId: string | null;
  readonly siteId: string | null;
  /** A whistleblowing report: whoever could see it before sees it go, and learns nothing else. */
  readonly hidden: boolean;
}

/** Changes of one organisation that are told together. */
export interface Changes {
  readonly items: readonly ChangedItem[];
  /** Items that have just been hidden. What their registrar does with hidden ones afterwards is for nobody else to hear. */
  readonly hidden: ReadonlySet<string>;
  /** More items than are named. */
  readonly many: boolean;
  readonly subjects: ReadonlySet<string>;
}

/** What one person may hear of changes; `hidden`: items that have just gone from their sight. */
export interface Audible {
  readonly items: readonly { readonly id: string; readonly version: number }[];
  readonly others: boolean;
  readonly hidden: readonly string[];
  readonly rooms: readonly LiveRoom[];
}

const roomOf: Readonly<Partial<Record<ChangeEntry["subject"], readonly [LiveRoom, Permission | null]>>> = {
  theme: ["themes", "themes.read"],
  action: ["themes", "themes.read"],
  measure: ["themes", "themes.read"],
  survey: ["rounds", "figures.read"],
  round: ["rounds", "figures.read"],
  import: ["intake", "intake.run"],
  mapping: ["intake", "intake.run"],
  staff: ["staff", null],
  organisation: ["staff", null],
};

/** Reads what decides who may hear of a change: once for each change, however many listen. */
export function lookUpItems(
  database: Database,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly ChangedItem[]> {
  return database.forOrganisation(organisationId, (tx) =>
    tx.sql<ChangedItem>({
      name: "live.items",
      text: `SELECT id, version, service_id AS "serviceId", site_id AS "siteId", status_reason IS NOT DISTINCT FROM 'whistleblowing' AS hidden
        FROM feedback_item WHERE organisation_id = $1::uuid AND id = ANY($2::uuid[])`,
      values: [organisationId, ids],
    }),
  );
}

/** Whether somebody may read an item as it is now. */
export async function isReadable(tx: OrganisationTransaction, staff: StaffMember, itemId: string): Promise<boolean> {
  const item = await tx.feedbackItem.findUnique({
    where: { organisationId_id: { organisationId: tx.organisationId, id: itemId } },
    select: { serviceId: true, siteId: true, statusReason: true },
  });
  return item !== null && item.statusReason !== "whistleblowing" && may(staff, "feedback.read", item);
}

/** What of the changes a person may hear: nothing of items beyond their reach, and of those just hidden only that something changed. */
export function audibleTo(staff: StaffMember, { items, many, subjects, ...changes }: Changes): Audible {
  const reach = reachFor(staff, "feedback.read");
  const reached = reach === null ? [] : items.filter((item) => reaches(reach, item));
  const hidden = reached.filter((item) => item.hidden && changes.hidden.has(item.id)).map(({ id }) => id);
  const routed = reachFor(staff, "routed.handle");
  const hearsRouted = routed !== null && (many || items.some((item) => !item.hidden && reaches(routed, item)));
  const rooms = Object.entries(roomOf)
    .filter(
      ([subject, [, permission]]) => subjects.has(subject) && (permission === null || mayAnywhere(staff, permission)),
    )
    .map(([, [room]]) => room);
  return {
    items: reached.filter((item) => !item.hidden).map(({ id, version }) => ({ id, version })),
    others: reach !== null && (many || hidden.length > 0),
    hidden,
    rooms: [...new Set(hearsRouted ? [...rooms, "routed" as const] : rooms)],
  };
}
