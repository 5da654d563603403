import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { HistoryView } from "@kuultu/domain/feedback/feedback-view";

interface HistoryColumns {
  readonly id: string;
  readonly at: Date;
  readonly change: string;
  readonly values: HistoryView["values"];
  readonly undoes: boolean;
  readonly undone: string | null;
  readonly staff_name: string | null;
  readonly texts: Record<string, string>;
}

/** Longer stories are read apart, by `wholeHistoryOf`. */
const newest = 50;
/** Nothing has as many entries; should it, its newest are read. */
const most = 5000;

/**
 * The newest entries of a thing's history, newest first, with the names of those who acted. Why a bulk step was taken stands with it,
 * once for all. What an item repeated is left out: it may have been hidden since.
 */
export function historyOf(tx: OrganisationTransaction, ...subjectIds: readonly string[]): Promise<HistoryView[]> {
  return entriesOf(tx, subjectIds, newest);
}

/** As `historyOf`, from the first entry on. */
export function wholeHistoryOf(tx: OrganisationTransaction, subjectId: string): Promise<HistoryView[]> {
  return entriesOf(tx, [subjectId], most);
}

async function entriesOf(
  tx: OrganisationTransaction,
  subjectIds: readonly string[],
  limit: number,
): Promise<HistoryView[]> {
  const rows = await tx.sql<HistoryColumns>({
    name: "history.of-subjects",
    text: `SELECT h.id, h.at, h.change, h.values - 'duplicateOfId' AS values, h.undoes_step_id IS NOT NULL AS undoes, s.name AS staff_name,
        (SELECT u.change FROM history u WHERE u.organisation_id = $1::uuid AND u.step_id = h.undoes_step_id
            AND u.subject_id = h.subject_id ORDER BY u.id LIMIT 1) AS undone,
        (SELECT coalesce(jsonb_object_agg(x.field, x.text), '{}') FROM history_text x WHERE x.organisation_id = $1::uuid
            AND (x.history_id = h.id OR x.history_id = ANY(array(
              SELECT b.id FROM history b WHERE b.organisation_id = $1::uuid AND b.step_id = h.step_id AND b.subject = 'bulk')))) AS texts
      FROM history h LEFT JOIN staff s ON s.organisation_id = $1::uuid AND s.id = h.staff_id
     WHERE h.organisation_id = $1::uuid AND h.subject_id = ANY($2::uuid[])
     ORDER BY h.at DESC, h.id DESC LIMIT $3::int`,
    values: [tx.organisationId, subjectIds, limit],
  });
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    staffName: row.staff_name,
    change: row.change,
    values: row.values,
    texts: row.texts,
    undoes: row.undoes,
    undone: row.undone,
  }));
}
