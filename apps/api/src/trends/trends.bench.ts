import { v7 as uuidv7 } from "uuid";

import { makeBenchOrganisation } from "#testing/bench-data";
import type { BenchWorld } from "#testing/bench-world";
import { contend } from "#testing/comparison";
import type { Comparison } from "#testing/comparison";
import { trendView } from "#trends/trends-queries";
import { systemScope } from "#trpc/system-scope";

const questions = 5;

/**
 * The unsplit trend from the roll-up against the best single SQL over one row per response: its figures alone,
 * and the whole view with means, intervals, comparison and sentence.
 */
export async function* benchTrends(world: BenchWorld, sizes: readonly number[]): AsyncGenerator<Comparison> {
  for (const size of sizes) {
    const slug = `bench-trends-${size}`;
    const { id, roundIds } = await makeBenchOrganisation(world.parts.database, slug);
    const scope = await systemScope(world.parts, slug);
    const { bare } = world;
    await bare.query(
      `CREATE TABLE bench_response_${size} AS
      SELECT n, ($1::uuid[])[1 + n % ${roundIds.length}] AS round_id,
        ${Array.from({ length: questions }, (_, q) => `(1 + abs(hashint4(n * ${q + 7})) % 5)::smallint AS q${q}`).join(", ")}
      FROM generate_series(1, ${size}) AS n`.replace("$1", `'{${roundIds.join(",")}}'`),
    );
    await bare.query(`VACUUM ANALYZE bench_response_${size}`);
    await scope.transaction(async (tx) => {
      const { surveyId } = await tx.round.findFirstOrThrow({
        where: { organisationId: id },
        select: { surveyId: true },
      });
      const questionId = uuidv7();
      const questionVersionId = uuidv7();
      await tx.question.create({
        data: { organisationId: id, id: questionId, surveyId, key: "overall", kind: "rating" },
      });
      await tx.questionVersion.create({
        data: {
          organisationId: id,
          id: questionVersionId,
          questionId,
          version: 1,
          wordings: { fi: "Overall" },
          scaleMin: 1,
          scaleMax: 5,
        },
      });
      await tx.roundQuestion.createMany({
        data: roundIds.map((roundId) => ({ organisationId: id, roundId, questionId, questionVersionId })),
      });
      await tx.series.create({
        data: { organisationId: id, id: uuidv7(), key: "overall", names: { fi: "Overall" }, surveyId, questionId },
      });
      const { rows } = await bare.query<{ round_id: string; rating: number; count: string }>(
        `SELECT round_id, q0 AS rating, count(*) FROM bench_response_${size} GROUP BY 1, 2`,
      );
      await tx.ratingMargin.createMany({
        data: rows.map((row) => ({
          organisationId: id,
          roundId: row.round_id,
          questionId,
          facet: "none",
          facetKey: "",
          rating: row.rating,
          count: Number(row.count),
        })),
      });
    });
    const plain = () =>
      bare.query({
        name: `plain-${size}`,
        text: `SELECT round_id, q0, count(*) FROM bench_response_${size} GROUP BY 1, 2`,
      });
    const rollUp = `SELECT round_id, rating, count FROM rating_margin WHERE organisation_id = $1::uuid AND facet = 'none' AND facet_key = ''`;
    const figures = () => bare.query({ name: "figures", text: rollUp, values: [id] });
    yield await contend({ name: "trends.unsplit.figures", size, limit: 0.05, runs: 40, ours: figures, plain });
    const view = () => trendView(scope, { series: "overall" });
    yield await contend({ name: "trends.unsplit.view", size, limit: 0.05, runs: 40, ours: view, plain });
  }
}
