import { v7 as uuidv7 } from "uuid";

import type { TextLanguage } from "@kuultu/domain/language";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import type { ItemHits, ItemHitsInput } from "@kuultu/domain/search/search-status";
import { may } from "@kuultu/domain/staff/permission";

import { textDigest } from "#history/text-digest";
import { searchQuery } from "#search/search-query";
import { readIndexedTexts } from "#search/search-vector";
import { textHits } from "#search/text-hits";
import type { Scope } from "#trpc/scope";

interface HitsRow {
  readonly language: TextLanguage;
  readonly status_reason: string | null;
  readonly service_id: string | null;
  readonly site_id: string | null;
  readonly title: string;
  readonly body: string;
  readonly vector_version: number;
}

/**
 * Where an item's masked texts hold what was searched for: nowhere, where the search would not find it. `not-found` beyond the
 * reader's reach and for whistleblowing reports. It tells of a text, so it is logged as a search.
 */
export function itemHits(scope: Scope, { itemId, search }: ItemHitsInput): Promise<ItemHits> {
  return scope.transaction(async (tx) => {
    const [row] = await tx.sql<HitsRow>({
      name: "search.item-texts",
      text: `SELECT i.language, i.status_reason, i.service_id, i.site_id, t.title, t.body, t.vector_version
        FROM feedback_item i JOIN feedback_text t ON t.organisation_id = $1::uuid AND t.item_id = i.id
       WHERE i.organisation_id = $1::uuid AND i.id = $2::uuid`,
      values: [tx.organisationId, itemId],
    });
    const hidden = row === undefined || row.status_reason === "whistleblowing";
    if (hidden || !may(scope.staff, "feedback.read", { serviceId: row.service_id, siteId: row.site_id }))
      throw new RuleViolation("not-found");
    const query = await searchQuery(tx, scope.analyser, search);
    const [read] = await readIndexedTexts(tx, scope.analyser, [{ ...row, vectorVersion: row.vector_version }]);
    await tx.sql({
      name: "search.log-hits",
      text: `INSERT INTO access_log (organisation_id, id, at, staff_id, purpose, item_ids, details)
        VALUES ($1::uuid, $2::uuid, $3::timestamptz, $4::uuid, 'search', $5::uuid[], $6::jsonb)`,
      values: [
        tx.organisationId,
        uuidv7(),
        scope.now,
        scope.staff.id,
        [itemId],
        { search: textDigest(scope.organisation, search) },
      ],
    });
    return read === undefined ? { title: [], body: [] } : textHits(read, query);
  });
}
