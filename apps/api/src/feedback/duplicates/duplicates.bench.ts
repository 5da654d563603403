import type pg from "pg";

import { nearTextAt } from "@kuultu/domain/feedback/duplicate-candidate";

import { duplicateCandidates } from "#feedback/duplicates/duplicate-queries";
import type { BenchOrganisation } from "#testing/bench-data";
import { type Comparison, contend } from "#testing/comparison";
import type { Scope } from "#trpc/scope";

const runs = 40;
/** At most 1000 texts are compared, a fifth of a round at 100 000 items: half of that says that as a rule words lead to far fewer. */
const limit = 0.1;

/** Candidates for items whose texts are made of very common words alone, against comparing each with all texts of its round. */
export async function* benchDuplicates(
  bare: pg.Client,
  { scope, organisation, size }: { scope: Scope; organisation: BenchOrganisation; size: number },
): AsyncGenerator<Comparison> {
  const [roundId] = organisation.roundIds;
  const items = await scope.transaction((tx) =>
    tx.run<{ id: string }>(
      `SELECT id FROM feedback_item WHERE organisation_id = $1::uuid AND round_id = $2::uuid AND language = 'fi'
        AND status_reason IS DISTINCT FROM 'whistleblowing' ORDER BY md5(id::text) LIMIT ${runs}`,
      [tx.organisationId, roundId],
    ),
  );
  const ids = items.rows.map(({ id }) => id);
  const turns = { ours: 0, plain: 0 };
  const next = (side: keyof typeof turns) => ids[turns[side]++ % ids.length] ?? "";
  yield await contend({
    name: "feedback.duplicates.common-words",
    size,
    limit,
    runs,
    warm: 1,
    ours: () => duplicateCandidates(scope, next("ours")),
    plain: () => plainCandidates(bare, organisation.id, { itemId: next("plain"), roundId: roundId ?? "" }),
  });
}

async function plainCandidates(
  client: pg.Client,
  organisationId: string,
  { itemId, roundId }: { readonly itemId: string; readonly roundId: string },
): Promise<void> {
  await client.query(`BEGIN; SET LOCAL app.organisation = '${organisationId}'`);
  await client.query({
    name: "plain-duplicates",
    text: `SELECT t.item_id, similarity(left(t.body, 2000), mine.body) AS likeness
        FROM (SELECT left(body, 2000) AS body FROM feedback_text WHERE organisation_id = $1::uuid AND item_id = $2::uuid) AS mine,
             feedback_item i JOIN feedback_text t ON t.organisation_id = $1::uuid AND t.item_id = i.id
       WHERE i.organisation_id = $1::uuid AND i.round_id = $3::uuid AND i.id <> $2::uuid
         AND similarity(left(t.body, 2000), mine.body) >= $4::real
       ORDER BY likeness DESC LIMIT 60`,
    values: [organisationId, itemId, roundId, nearTextAt],
  });
  await client.query("COMMIT");
}
