import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { edgeBetween } from "@kuultu/domain/rounds/question-version";

import { questionVersions } from "#rounds/question-record";

/**
 * Says in the series of a question what stands between the rounds that asked two of its versions one after the other, as it was said
 * when those were made. What stands before a round that has opened stays; before a planned one it is said anew.
 */
export async function setQuestionEdges(tx: OrganisationTransaction, questionId: string): Promise<void> {
  const { organisationId } = tx;
  const series = await tx.series.findMany({ where: { organisationId, questionId }, select: { id: true } });
  if (series.length === 0) return;
  const versions = await questionVersions(tx, { questionId });
  const edges = new Map(versions.flatMap(({ version, edge }) => (edge === null ? [] : [[version, edge] as const])));
  const asked = await askedInTime(tx, questionId);
  const wanted = asked.flatMap((round, index) => {
    const before = asked[index - 1];
    const edge = before === undefined ? null : edgeBetween(edges, before.version, round.version);
    // A break without a note needs no row: the series tells every new version as one, in words of its own.
    const silent = edge?.kind === "break" && Object.keys(edge.notes).length === 0;
    return before === undefined || edge === null || silent
      ? []
      : [{ fromRoundId: before.round_id, toRoundId: round.round_id, kind: edge.kind, notes: edge.notes }];
  });
  const planned = asked.filter(({ state }) => state === "planned").map(({ round_id }) => round_id);
  await tx.seriesEdge.deleteMany({
    where: { organisationId, seriesId: { in: series.map(({ id }) => id) }, toRoundId: { in: planned } },
  });
  await tx.seriesEdge.createMany({
    data: series.flatMap(({ id }) => wanted.map((edge) => ({ organisationId, seriesId: id, ...edge }))),
    skipDuplicates: true,
  });
}

function askedInTime(tx: OrganisationTransaction, questionId: string) {
  return tx.sql<{ round_id: string; version: number; state: string }>({
    name: "rounds.asked-in-time",
    text: `select r.id as round_id, v.version, r.state::text as state from round_question rq
      join round r on r.organisation_id = $1::uuid and r.id = rq.round_id
      join question_version v on v.organisation_id = $1::uuid and v.id = rq.question_version_id
      where rq.organisation_id = $1::uuid and rq.question_id = $2::uuid
      order by coalesce(r.opens_on, r.closes_on) asc nulls last, r.name`,
    values: [tx.organisationId, questionId],
  });
}
