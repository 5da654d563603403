import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";

import { itemFields } from "#feedback/step-values";
import type { Difference } from "#history/verify";

/** What a row of `feedback_item i` holds, under the names and in the form in which the history keeps it. */
const fieldsOfRow = `jsonb_build_object(${itemFields.map((field) => `'${field}', ${columnOf(field)}`).join(", ")}, 'version', i.version)`;

function columnOf(field: (typeof itemFields)[number]): string {
  const column = `i.${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
  if (field === "replyExpected") return `${column}::int`;
  return field === "processedAt" ? `round(extract(epoch FROM ${column}) * 1000)` : column;
}

/** One change of one field, in the order of the item's versions, with what the entry before it says it became. */
const changesOfFields = `
  SELECT h.subject_id AS item_id, f.key AS field, f.value -> 0 AS was, f.value -> 1 AS became,
         lag(f.value -> 1) OVER in_order AS became_before, lead(true) OVER in_order IS NULL AS newest
    FROM history h CROSS JOIN LATERAL jsonb_each(h.values) f
   WHERE h.organisation_id = $1::uuid AND h.subject = 'feedback' AND h.values ? 'version' AND f.key !~ '^(coding|answer)\\.'
  WINDOW in_order AS (PARTITION BY h.subject_id, f.key ORDER BY (h.values #>> '{version,1}')::int)`;

/** Codings by the entries that make and remove them: one more made than removed is there, as many of both is not. */
const balanceOfCodings = `
  SELECT h.subject_id AS item_id, coalesce(f.value ->> 1, f.value ->> 0)::uuid AS id,
         sum(CASE WHEN f.value -> 0 = 'null' THEN 1 ELSE -1 END) AS balance
    FROM history h CROSS JOIN LATERAL jsonb_each(h.values) f
   WHERE h.organisation_id = $1::uuid AND h.subject = 'feedback' AND f.key ~ '^coding\\.[0-9]+\\.id$' GROUP BY 1, 2`;

interface ReplayRow {
  readonly key: string;
  readonly kept: string | null;
  readonly counted: string | null;
}

/**
 * Plays the history of every item from its first step to its last: each change must begin where the one before it ended, and the
 * last must be what the row says; the same for codings made by hand. What an import brought and nobody touched has no history.
 */
export async function replayFeedback(tx: OrganisationTransaction): Promise<Difference[]> {
  const fields = await tx.run<ReplayRow>(
    `WITH change AS (${changesOfFields}),
     kept AS (SELECT i.id, ${fieldsOfRow} AS fields FROM feedback_item i
               WHERE i.organisation_id = $1::uuid AND i.id IN (SELECT item_id FROM change))
     SELECT concat(change.item_id, ' ', field) AS key, kept.fields ->> field AS kept, change.became #>> '{}' AS counted
       FROM change LEFT JOIN kept ON kept.id = change.item_id
      WHERE newest AND (kept.id IS NULL OR kept.fields ? field) AND (kept.fields -> field) IS DISTINCT FROM change.became
     UNION ALL
     SELECT concat(item_id, ' ', field, ' on the way'), became_before #>> '{}', was #>> '{}'
       FROM change WHERE became_before IS DISTINCT FROM was AND became_before IS NOT NULL ORDER BY 1`,
    [tx.organisationId],
  );
  const codings = await tx.run<ReplayRow>(
    `WITH played AS (${balanceOfCodings}),
     kept AS (SELECT item_id, id, origin FROM coding WHERE organisation_id = $1::uuid)
     SELECT concat(coalesce(played.item_id, kept.item_id), ' coding ', coalesce(played.id, kept.id)) AS key,
            (kept.id IS NOT NULL)::int::text AS kept, coalesce(played.balance, 0)::text AS counted
       FROM played FULL JOIN kept USING (id)
      WHERE coalesce(played.balance, 0) <> (kept.id IS NOT NULL)::int AND NOT (kept.id IS NOT NULL AND kept.origin <> 'staff') ORDER BY 1`,
    [tx.organisationId],
  );
  return [...fields.rows, ...codings.rows].map(({ key, kept, counted }) => ({ what: "history", key, kept, counted }));
}
