import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { FeedbackKind, FeedbackSource } from "@kuultu/domain/feedback/triage-status";

import { untriaged } from "#feedback/receive-feedback";
import { applyFeedbackDeltas } from "#feedback/counts/roll-up";

/** What became of the items of changed rows. */
interface Withdrawn {
  /** Of items that stay: somebody has begun to work on them, or on others of their row. */
  readonly stay: ReadonlySet<string>;
  /** The versions of those that are gone, by id: what comes anew under an id is the next one. */
  readonly versions: ReadonlyMap<string, number>;
}

/**
 * Takes out the items of rows that nobody has begun to work on, so that a changed row may bring them anew under the same ids. Where
 * somebody has, the whole row stays: a verbatim does not change under a triager's hands, and none of a row gets lost beside it.
 * An item counts as begun when its status is not "new", a theme is coded to it, its history tells of somebody (a step, a note, a
 * contact written down), or another item repeats it.
 */
export async function withdrawUntouched(
  tx: OrganisationTransaction,
  rows: readonly (readonly string[])[],
): Promise<Withdrawn> {
  const itemIds = rows.flat();
  if (itemIds.length === 0) return { stay: new Set(), versions: new Map() };
  // Whoever holds one of them may be about to begin: only once all are locked is it known who has.
  await tx.sql({
    name: "intake.lock-items",
    text: "SELECT FROM feedback_item WHERE organisation_id = $1::uuid AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE",
    values: [tx.organisationId, itemIds],
  });
  const begun = await tx.sql<{ id: string }>({
    name: "intake.begun-items",
    text: `SELECT i.id FROM feedback_item i WHERE i.organisation_id = $1::uuid AND i.id = ANY($2::uuid[]) AND (i.status <> 'new'
         OR EXISTS (SELECT FROM coding c WHERE c.organisation_id = $1::uuid AND c.item_id = i.id)
         OR EXISTS (SELECT FROM history h WHERE h.organisation_id = $1::uuid AND h.subject_id = i.id)
         OR EXISTS (SELECT FROM feedback_item d WHERE d.organisation_id = $1::uuid AND d.duplicate_of_id = i.id))`,
    values: [tx.organisationId, itemIds],
  });
  const begunIds = new Set(begun.map(({ id }) => id));
  const stay = new Set(rows.filter((row) => row.some((id) => begunIds.has(id))).flat());
  const removed = await tx.sql<{
    id: string;
    version: number;
    kind: FeedbackKind;
    source: FeedbackSource;
    language: string;
    channel_id: string | null;
    service_id: string | null;
    site_id: string | null;
    customer_group_id: string | null;
    round_id: string | null;
  }>({
    name: "intake.withdraw-untouched",
    text: `DELETE FROM feedback_item i WHERE i.organisation_id = $1::uuid AND i.id = ANY($2::uuid[])
      RETURNING i.id, i.version, i.kind, i.source, i.language, i.channel_id, i.service_id, i.site_id, i.customer_group_id, i.round_id`,
    values: [tx.organisationId, itemIds.filter((id) => !stay.has(id))],
  });
  const ids = removed.map(({ id }) => id);
  await tx.sql({
    name: "intake.withdraw-originals",
    text: "DELETE FROM feedback_original WHERE organisation_id = $1::uuid AND item_id = ANY($2::uuid[])",
    values: [tx.organisationId, ids],
  });
  await tx.sql({
    name: "intake.withdraw-contacts",
    text: "DELETE FROM feedback_contact WHERE organisation_id = $1::uuid AND item_id = ANY($2::uuid[])",
    values: [tx.organisationId, ids],
  });
  await applyFeedbackDeltas(
    tx,
    removed.map((item) => ({
      ...untriaged,
      roundId: item.round_id,
      kind: item.kind,
      source: item.source,
      channelId: item.channel_id,
      serviceId: item.service_id,
      siteId: item.site_id,
      customerGroupId: item.customer_group_id,
      language: item.language,
      count: -1,
    })),
  );
  return { stay, versions: new Map(removed.map(({ id, version }) => [id, version])) };
}
