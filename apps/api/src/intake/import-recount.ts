import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";

/** A kept figure of an import that is not what its rows say. */
interface ImportDifference {
  readonly what: string;
  readonly key: string;
  readonly kept: number;
  readonly counted: number;
}

/** Every import: its parts add up to its rows; what it says it added, rows, items and responses, is there. */
export async function recountImports(tx: OrganisationTransaction): Promise<ImportDifference[]> {
  const { rows } = await tx.run<{ key: string; kept: number; counted: number }>(
    `WITH brought AS (
       SELECT import_id, count(*) AS added, sum(cardinality(item_ids)) AS items, count(response_id) AS responses
         FROM import_row WHERE organisation_id = $1::uuid GROUP BY import_id),
     received AS (
       SELECT import_id, count(*) AS items FROM feedback_item WHERE organisation_id = $1::uuid AND import_id IS NOT NULL GROUP BY import_id)
     SELECT i.id || ' ' || f.figure AS key, f.kept::int AS kept, f.counted::int AS counted
       FROM import i
       LEFT JOIN brought b ON b.import_id = i.id
       LEFT JOIN received r ON r.import_id = i.id
      CROSS JOIN LATERAL (VALUES
        ('rows', i.rows, i.added + i.unchanged + i.updated + i.duplicate + i.rejected),
        ('added', i.added, coalesce(b.added, 0)),
        ('items', i.items, coalesce(b.items, 0)),
        ('items received', i.items, coalesce(r.items, 0)),
        ('responses', i.responses, coalesce(b.responses, 0))) AS f (figure, kept, counted)
      WHERE i.organisation_id = $1::uuid AND f.kept <> f.counted
      ORDER BY 1`,
    [tx.organisationId],
  );
  return rows.map((row) => ({ what: "import", ...row }));
}
