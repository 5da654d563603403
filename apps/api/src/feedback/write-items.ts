import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";

import type { ItemDelta } from "#feedback/counts/item-facets";
import { namedStatement, Parameters } from "#feedback/named-statement";
import type { ItemChange, ItemFields, TriagedItem } from "#feedback/triaged-item";

/** A change of a locked item. */
export interface WrittenItem {
  readonly before: TriagedItem;
  readonly change: ItemChange;
}

/** Where each field of an item stands, and of which type. */
const columns: { readonly [Field in keyof ItemFields]: readonly [column: string, type: string] } = {
  status: ["status", "text"],
  statusReason: ["status_reason", "text"],
  kind: ["kind", "text"],
  duplicateOfId: ["duplicate_of_id", "uuid"],
  assigneeId: ["assignee_id", "uuid"],
  teamId: ["team_id", "uuid"],
  waitingUntil: ["waiting_until", "date"],
  replyExpected: ["reply_expected", "bool"],
  answerDueOn: ["answer_due_on", "date"],
  routedOn: ["routed_on", "date"],
  routingDueOn: ["routing_due_on", "date"],
  routingAcknowledgedOn: ["routing_acknowledged_on", "date"],
  routingSettledOn: ["routing_settled_on", "date"],
  processedAt: ["processed_at", "timestamptz"],
};
const fields = Object.keys(columns) as readonly (keyof ItemFields)[];

/** Writes changes of locked items, one statement for all of a kind, each item with its next version; tells what that does to the roll-ups. */
export async function writeItems(tx: OrganisationTransaction, written: readonly WrittenItem[]): Promise<ItemDelta[]> {
  if (written.length === 0) return [];
  await updateItems(tx, written);
  await removeCodings(tx, written);
  await addCodings(tx, written);
  return written.flatMap(({ before, change }) => [
    counted(before, before, before.themeIds, -1),
    counted(before, change, themesAfter(before, change), 1),
  ]);
}

/** A changed item in the roll-ups. Field by field: copies of whole items took half the time of a bulk step. */
function counted(before: TriagedItem, change: ItemChange, themeIds: readonly string[], count: number): ItemDelta {
  return {
    roundId: before.roundId,
    status: after(before, change, "status"),
    statusReason: after(before, change, "statusReason"),
    kind: after(before, change, "kind"),
    source: before.source,
    channelId: before.channelId,
    serviceId: before.serviceId,
    siteId: before.siteId,
    customerGroupId: before.customerGroupId,
    language: before.language,
    assigneeId: after(before, change, "assigneeId"),
    teamId: after(before, change, "teamId"),
    themeIds,
    count,
  };
}

function after<Field extends keyof ItemFields>(
  before: TriagedItem,
  change: Partial<ItemFields>,
  field: Field,
): ItemFields[Field] {
  const becomes: ItemFields[Field] | undefined = change[field];
  return becomes === undefined ? before[field] : becomes;
}

async function updateItems(tx: OrganisationTransaction, written: readonly WrittenItem[]): Promise<void> {
  const touched = fields.filter((field) => written.some(({ change }) => change[field] !== undefined));
  const p = new Parameters();
  const organisationId = p.add(tx.organisationId);
  const ids = `${p.add(written.map(({ before }) => before.id))}::uuid[]`;
  const arrays: string[] = [];
  const names: string[] = ["id"];
  const sets: string[] = ["version = i.version + 1"];
  for (const field of touched) {
    const [column, type] = columns[field];
    const values = written.map(({ before, change }) => storedValue(after(before, change, field)));
    const [first] = values;
    // What all are to have is sent once.
    if (values.every((value) => value === first)) sets.push(`${column} = ${p.add(first)}::${type}`);
    else {
      arrays.push(`${p.add(values)}::${type}[]`);
      names.push(column);
      sets.push(`${column} = n.${column}`);
    }
  }
  const text = `
    UPDATE feedback_item i SET ${sets.join(", ")}
      FROM unnest(${[ids, ...arrays].join(", ")}) AS n (${names.join(", ")})
     WHERE i.organisation_id = ${organisationId}::uuid AND i.id = n.id`;
  await tx.sql(namedStatement("feedback.write-many", text, p));
}

function storedValue(value: ItemFields[keyof ItemFields]): string | null {
  if (typeof value === "boolean") return String(value);
  return typeof value === "number" ? new Date(value).toISOString() : value;
}

async function removeCodings(tx: OrganisationTransaction, written: readonly WrittenItem[]): Promise<void> {
  const ids = written.flatMap(({ change }) => (change.removeCodings ?? []).map(({ id }) => id));
  if (ids.length === 0) return;
  await tx.sql({
    name: "feedback.remove-many-codings",
    text: "DELETE FROM coding WHERE organisation_id = $1::uuid AND id = ANY($2::uuid[])",
    values: [tx.organisationId, ids],
  });
}

async function addCodings(tx: OrganisationTransaction, written: readonly WrittenItem[]): Promise<void> {
  const added = written.flatMap(({ before, change }) =>
    (change.addCodings ?? []).map((coding) => ({ before, coding })),
  );
  if (added.length === 0) return;
  await tx.sql({
    name: "feedback.add-many-codings",
    text: `INSERT INTO coding (organisation_id, id, item_id, theme_id, received_at, words_start, words_end, origin, staff_id, made_at)
      SELECT $1::uuid, n.id, n.item_id, n.theme_id, n.received_at, n.words_start, n.words_end, n.origin::coding_origin, n.staff_id, n.made_at
        FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::int[], $7::int[], $8::text[], $9::uuid[], $10::timestamptz[])
             AS n (id, item_id, theme_id, received_at, words_start, words_end, origin, staff_id, made_at)`,
    values: [
      tx.organisationId,
      added.map(({ coding }) => coding.id),
      added.map(({ before }) => before.id),
      added.map(({ coding }) => coding.themeId),
      added.map(({ before }) => before.receivedAt.toISOString()),
      added.map(({ coding }) => coding.wordsStart),
      added.map(({ coding }) => coding.wordsEnd),
      added.map(({ coding }) => coding.origin),
      added.map(({ coding }) => coding.staffId),
      added.map(({ coding }) => new Date(coding.madeAt).toISOString()),
    ],
  });
}

function themesAfter(before: TriagedItem, change: ItemChange): readonly string[] {
  const { addCodings: added = [], removeCodings: removed = [] } = change;
  if (added.length === 0 && removed.length === 0) return before.themeIds;
  const gone = new Set(removed.map(({ id }) => id));
  // Where nothing is removed the codings may not have been looked at: only the themes are sure to be known.
  const kept =
    removed.length === 0
      ? before.themeIds
      : before.codings.filter(({ id }) => !gone.has(id)).map(({ themeId }) => themeId);
  return [...new Set([...kept, ...added.map(({ themeId }) => themeId)])];
}
