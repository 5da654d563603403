import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { FeedbackKind, FeedbackSource } from "@kuultu/domain/feedback/triage-status";

import { untriaged } from "#feedback/receive-feedback";
import { applyFeedbackDeltas } from "#feedback/counts/roll-up";

/**
 * Takes out the items that nobody has begun to work on, so that a changed row may bring them anew under the same ids; returns
 * the ids of the others. Those keep what people decided about: a verbatim does not change under a triager's hands.
 * An item counts as begun when its version has risen, its status is not "new", a theme is coded to it, its history tells of
 * somebody (a note, a contact written down), or another item repeats it.
 */
export async function withdrawUntouched(
  tx: OrganisationTransaction,
  itemIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (itemIds.length === 0) return new Set();
  const removed = await tx.sql<{
    id: string;
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
    text: `DELETE FROM feedback_item i WHERE i.organisation_id = $1::uuid AND i.id = ANY($2::uuid[]) AND i.status = 'new' AND i.version = 1
        AND NOT EXISTS (SELECT FROM coding c WHERE c.organisation_id = $1::uuid AND c.item_id = i.id)
        AND NOT EXISTS (SELECT FROM history h WHERE h.organisation_id = $1::uuid AND h.subject_id = i.id)
        AND NOT EXISTS (SELECT FROM feedback_item d WHERE d.organisation_id = $1::uuid AND d.duplicate_of_id = i.id)
      RETURNING i.id, i.kind, i.source, i.language, i.channel_id, i.service_id, i.site_id, i.customer_group_id, i.round_id`,
    values: [tx.organisationId, itemIds],
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
  const gone = new Set(ids);
  return new Set(itemIds.filter((id) => !gone.has(id)));
}
