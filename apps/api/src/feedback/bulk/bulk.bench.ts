import type pg from "pg";
import { v7 as uuidv7 } from "uuid";

import type { BulkChange } from "@kuultu/domain/feedback/bulk-step";

import { startBulkStep } from "#feedback/bulk/bulk-commands";
import { runBulkStep, type BulkRunSettings } from "#feedback/bulk/bulk-run";
import { undoStep } from "#feedback/feedback-undo-commands";
import type { BenchOrganisation } from "#testing/bench-data";
import { type Comparison, contend, type Contest, type Wanted } from "#testing/comparison";
import type { Scope } from "#trpc/scope";

/** As many as a person may name; each run changes every one of them. */
const items = 10_000;
const [runs, warm] = [9, 2];

/**
 * A bulk step with its history against the same change of the rows alone, bare: of a field an UPDATE, of themes an UPDATE of the items
 * and the INSERT or DELETE of their codings. Its undo against the step; with the roll-ups kept and without.
 */
export async function* benchBulk(
  bare: pg.Client,
  at: { readonly scope: Scope; readonly organisation: BenchOrganisation; readonly size: number },
  wanted: Wanted,
): AsyncGenerator<Comparison> {
  const { scope, organisation, size } = at;
  const itemIds = await closedItems(scope);
  const step = async (change: BulkChange, settings: BulkRunSettings = {}): Promise<string> => {
    const { id, stepId } = await startBulkStep(scope, {
      change,
      selection: { itemIds },
      reason: "reopened for the bench",
    });
    await runBulkStep(scope, id, settings);
    return stepId;
  };
  // Open ones can be coded and lose their themes again.
  await step({ step: "reopen" });
  const kinds = turns<BulkChange>({ step: "kind", kind: "idea" }, { step: "kind", kind: "praise" });
  const bareKinds = turns("question", "complaint");
  const [themeId = ""] = organisation.themeIds;
  const themes = turns<BulkChange>({ step: "code", themeIds: [themeId] }, { step: "uncode", themeId });
  const [bareThemeId = ""] = organisation.themeIds.slice(1);
  const bareThemes = turns(addThemes, removeThemes);
  const bareUpdate = () => updateKinds(bare, organisation.id, itemIds, bareKinds());
  const taken = { step: "kind", kind: "other" } as const;
  let stepId = "";
  const contests: readonly Pick<Contest, "name" | "limit" | "ours" | "plain">[] = [
    { name: "feedback.bulk.step", limit: 3, ours: () => step(kinds()), plain: bareUpdate },
    {
      name: "feedback.bulk.themes",
      limit: 3,
      ours: () => step(themes()),
      plain: () => bareThemes()(bare, organisation.id, itemIds, bareThemeId),
    },
    {
      name: "feedback.bulk.undo",
      limit: 1,
      ours: async () => {
        if (stepId === "") stepId = await step(taken);
        const { bulk } = await undoStep(scope, { stepId });
        if (bulk !== undefined) await runBulkStep(scope, bulk.id);
      },
      plain: async () => {
        stepId = await step(taken);
      },
    },
    {
      name: "feedback.bulk.roll-ups",
      limit: 1.15,
      ours: () => step(kinds()),
      plain: () => step(kinds(), { keepRollUps: async () => {} }),
    },
  ];
  for (const contest of contests) if (wanted(contest.name)) yield await contend({ size, runs, warm, ...contest });
}

/** One after the other, so that every run changes something. */
function turns<T>(one: T, other: T): () => T {
  let turn = 0;
  return () => ((turn += 1) % 2 === 1 ? one : other);
}

async function closedItems(scope: Scope): Promise<string[]> {
  const rows = await scope.transaction((tx) =>
    tx.sql<{ id: string }>({
      name: "bench.closed-items",
      text: `SELECT id FROM feedback_item WHERE organisation_id = $1::uuid AND status = 'closed' ORDER BY received_at DESC LIMIT $2::int`,
      values: [tx.organisationId, items],
    }),
  );
  return rows.map(({ id }) => id);
}

async function updateKinds(
  bare: pg.Client,
  organisationId: string,
  itemIds: readonly string[],
  kind: string,
): Promise<void> {
  await inTransaction(bare, organisationId, [
    "UPDATE feedback_item SET kind = $3, version = version + 1 WHERE organisation_id = $1::uuid AND id = ANY($2::uuid[])",
    [organisationId, itemIds, kind],
  ]);
}

const nextVersions =
  "UPDATE feedback_item SET version = version + 1 WHERE organisation_id = $1::uuid AND id = ANY($2::uuid[])";

/** The rows and codings that a step of themes writes, and nothing around them. */
async function addThemes(
  bare: pg.Client,
  organisationId: string,
  itemIds: readonly string[],
  themeId: string,
): Promise<void> {
  const codingIds = itemIds.map(() => uuidv7());
  await inTransaction(
    bare,
    organisationId,
    [nextVersions, [organisationId, itemIds]],
    [
      `INSERT INTO coding (organisation_id, id, item_id, theme_id, received_at, origin, made_at)
       SELECT $1::uuid, n.id, i.id, $4::uuid, i.received_at, 'staff', i.received_at
         FROM unnest($2::uuid[], $3::uuid[]) AS n (item_id, id)
         JOIN feedback_item i ON i.organisation_id = $1::uuid AND i.id = n.item_id`,
      [organisationId, itemIds, codingIds, themeId],
    ],
  );
}

async function removeThemes(
  bare: pg.Client,
  organisationId: string,
  itemIds: readonly string[],
  themeId: string,
): Promise<void> {
  await inTransaction(
    bare,
    organisationId,
    [nextVersions, [organisationId, itemIds]],
    [
      "DELETE FROM coding WHERE organisation_id = $1::uuid AND item_id = ANY($2::uuid[]) AND theme_id = $3::uuid",
      [organisationId, itemIds, themeId],
    ],
  );
}

async function inTransaction(
  bare: pg.Client,
  organisationId: string,
  ...statements: readonly (readonly [text: string, values: readonly unknown[]])[]
): Promise<void> {
  await bare.query(`BEGIN; SET LOCAL app.organisation = '${organisationId}'`);
  for (const [text, values] of statements) await bare.query(text, [...values]);
  await bare.query("COMMIT");
}
