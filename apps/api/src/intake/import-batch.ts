import { v7 as uuidv7 } from "uuid";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { ColumnMapping } from "@kuultu/domain/intake/column-mapping";
import { emptyLedger, withRow } from "@kuultu/domain/intake/import-ledger";
import type { ImportLedger } from "@kuultu/domain/intake/import-ledger";

import { receiveFeedback } from "#feedback/receive-feedback";
import type { NewFeedback } from "#feedback/receive-feedback";
import { facetId, facetValues } from "#intake/facet-values";
import type { FacetIds } from "#intake/facet-values";
import { shownCell } from "#intake/file-proposal";
import type { PreparedRow } from "#intake/prepared-row";
import { withdrawUntouched } from "#intake/received-items";
import { roundOf, withRoundProblem } from "#intake/round-names";
import type { KnownRounds } from "#intake/round-names";
import { addCounts, itemsOf } from "#intake/row-items";
import type { MaskCounts, RowWhereabouts } from "#intake/row-items";
import { knownRows, outcomeOf } from "#intake/row-outcome";
import type { KnownRow } from "#intake/row-outcome";
import { questionsFor } from "#intake/survey-answers";
import type { QuestionIds } from "#intake/survey-answers";
import { receiveResponses, removeResponses } from "#rounds/receive-responses";
import type { NewResponse } from "#rounds/receive-responses";
import type { RecogniseLanguage } from "#intake/text-language";
import type { Scope } from "#trpc/scope";

/** What stays the same over the batches of an import. */
export interface BatchContext {
  readonly scope: Scope;
  readonly importId: string;
  readonly mapping: ColumnMapping;
  /** Where a row says no date. */
  readonly startedAt: Date;
  readonly rounds: KnownRounds;
  readonly recognise: RecogniseLanguage;
  readonly facets: FacetIds;
  readonly questions: ReadonlyMap<string, QuestionIds>;
}

export interface BatchResult {
  readonly ledger: ImportLedger;
  readonly responses: number;
  readonly masked: MaskCounts;
  /** What was looked up or made on the way, to be known in the next batch. */
  readonly facets: FacetIds;
  readonly questions: ReadonlyMap<string, QuestionIds>;
}

/** One row that comes in, new or changed. */
interface Arrival {
  readonly prepared: PreparedRow;
  readonly known: KnownRow | undefined;
  readonly responseId: string | null;
  readonly items: readonly NewFeedback[];
  readonly response: NewResponse | null;
  /** Of a changed row whose items people have worked on already: they stay as they are. */
  readonly keptItemIds: readonly string[];
}

async function questionsOfRounds(tx: OrganisationTransaction, context: BatchContext, rows: readonly PreparedRow[]) {
  const questions = new Map(context.questions);
  if (context.mapping.rowsAre === "items") return questions;
  for (const roundId of new Set(rows.map((row) => roundOf(row, context.rounds)))) {
    if (roundId !== null && !questions.has(roundId))
      questions.set(roundId, await questionsFor(tx, roundId, context.mapping));
  }
  return questions;
}

async function writeRows(tx: OrganisationTransaction, importId: string, arrivals: readonly Arrival[]): Promise<void> {
  const columns = arrivals.map(({ prepared, known, responseId, items, keptItemIds }) => ({
    identity: prepared.identity,
    content: prepared.content,
    importId: known?.importId ?? importId,
    row: prepared.row,
    responseId,
    itemIds: `{${[...keptItemIds, ...items.map(({ id }) => id)].join(",")}}`,
  }));
  await tx.sql({
    name: "intake.write-rows",
    text: `INSERT INTO import_row (organisation_id, identity, content, import_id, row, response_id, item_ids)
      SELECT $1::uuid, n.identity, n.content, n.import_id, n.row, n.response_id, n.item_ids::uuid[]
        FROM unnest($2::bytea[], $3::bytea[], $4::uuid[], $5::int[], $6::uuid[], $7::text[]) AS n (identity, content, import_id, row, response_id, item_ids)
      ON CONFLICT (organisation_id, identity) DO UPDATE SET content = excluded.content, response_id = excluded.response_id, item_ids = excluded.item_ids`,
    values: [
      tx.organisationId,
      columns.map(({ identity }) => identity),
      columns.map(({ content }) => content),
      columns.map((column) => column.importId),
      columns.map(({ row }) => row),
      columns.map(({ responseId }) => responseId),
      columns.map(({ itemIds }) => itemIds),
    ],
  });
}

async function writeProblems(
  tx: OrganisationTransaction,
  importId: string,
  rows: readonly PreparedRow[],
): Promise<void> {
  const problems = rows.flatMap(({ row, reading }) => reading.problems.map((problem) => ({ row, ...problem })));
  if (problems.length === 0) return;
  await tx.sql({
    name: "intake.write-problems",
    text: `INSERT INTO import_problem (organisation_id, import_id, position, row, "column", code, value)
      SELECT $1::uuid, $2::uuid, n.position + (SELECT coalesce(max(position), 0) FROM import_problem WHERE organisation_id = $1::uuid AND import_id = $2::uuid),
             n.row, n."column", n.code, n.value
        FROM unnest($3::int[], $4::text[], $5::text[], $6::text[]) WITH ORDINALITY AS n (row, "column", code, value, position)`,
    values: [
      tx.organisationId,
      importId,
      problems.map(({ row }) => row),
      problems.map(({ column }) => column.replaceAll("\0", "\uFFFD")),
      problems.map(({ code }) => code),
      problems.map(({ value }) => shownCell(value)),
    ],
  });
}

/** A changed row may bring more or fewer items than before: the ledger of the import that brought them says how many there are. */
async function correctItemCounts(tx: OrganisationTransaction, arrivals: readonly Arrival[]): Promise<void> {
  for (const { known, items, keptItemIds } of arrivals) {
    const more = known === undefined ? 0 : items.length + keptItemIds.length - known.itemIds.length;
    if (known === undefined || more === 0) continue;
    await tx.import.updateMany({
      where: { organisationId: tx.organisationId, id: known.importId },
      data: { items: { increment: more } },
    });
  }
}

/** Takes a batch of rows in: one transaction's work, set-based. The rows are those after what the import counts already. */
export async function takeBatchIn(
  tx: OrganisationTransaction,
  context: BatchContext,
  prepared: readonly PreparedRow[],
): Promise<BatchResult> {
  const { scope, importId, mapping } = context;
  const rows = prepared.map((row) => withRoundProblem(row, mapping, context.rounds));
  const known = await knownRows(tx, rows);
  const judged = rows.map((row) => ({
    row,
    known: known.get(row.identity.toString("hex")),
    outcome: outcomeOf(row, known.get(row.identity.toString("hex"))),
  }));
  const coming = judged.filter(({ outcome }) => outcome === "added" || outcome === "updated");
  const facets = new Map([
    ...context.facets,
    ...(await facetValues(
      tx,
      coming.map(({ row }) => row.reading.facets),
      context.facets,
    )),
  ]);
  const questions = await questionsOfRounds(
    tx,
    context,
    coming.map(({ row }) => row),
  );

  const changed = coming.flatMap((row) => (row.known === undefined ? [] : [row.known]));
  const { stay, versions } = await withdrawUntouched(
    tx,
    changed.map(({ itemIds }) => itemIds),
  );
  await removeResponses(
    tx,
    changed.flatMap(({ responseId }) => responseId ?? []),
  );

  let masked: MaskCounts = {};
  const arrivals = coming.map(({ row, known: before }): Arrival => {
    const { reading } = row;
    const roundId = roundOf(row, context.rounds);
    const responseId = mapping.rowsAre === "responses" ? (before?.responseId ?? uuidv7()) : null;
    const owner = before?.importId ?? importId;
    const whereabouts: RowWhereabouts = {
      serviceId: facetId(facets, "service", reading.facets.service),
      siteId: facetId(facets, "site", reading.facets.site),
      channelId: facetId(facets, "channel", reading.facets.channel),
      customerGroupId: facetId(facets, "customer_group", reading.facets.customer_group),
      roundId,
      responseId,
      importId: owner,
      receivedAt: reading.receivedAt ?? context.startedAt,
    };
    const kept = before?.itemIds.filter((id) => stay.has(id)) ?? [];
    const made =
      kept.length > 0
        ? { items: [], masked: {} }
        : itemsOf(scope, mapping, context.recognise, reading, whereabouts, before?.itemIds);
    masked = addCounts(masked, made.masked);
    const ids = questions.get(roundId ?? "");
    const ratings = reading.answers.flatMap(({ column, value }) => {
      const questionId = ids?.get(column);
      return questionId === undefined ? [] : [{ questionId, value }];
    });
    const language =
      reading.language ??
      mapping.defaults.language ??
      made.items.find((item) => item.language !== "und")?.language ??
      "und";
    const response =
      responseId === null || roundId === null
        ? null
        : {
            ...whereabouts,
            id: responseId,
            roundId,
            respondedAt: reading.receivedAt,
            language,
            collectionMode: null,
            ratings,
          };
    return { prepared: row, known: before, responseId, items: made.items, response, keptItemIds: kept };
  });
  await receiveResponses(
    tx,
    arrivals.flatMap(({ response }) => response ?? []),
  );
  await writeRows(tx, importId, arrivals);
  await writeProblems(tx, importId, rows);
  await correctItemCounts(tx, arrivals);
  await receiveFeedback(
    tx,
    scope,
    arrivals.flatMap(({ items }) => items.map((item) => ({ ...item, version: (versions.get(item.id) ?? 0) + 1 }))),
  );

  const itemsOfRow = new Map(
    arrivals.map(({ prepared: { row }, known: before, items }) => [row, before === undefined ? items.length : 0]),
  );
  const ledger = judged.reduce(
    (sum, { row, outcome }) => withRow(sum, outcome, itemsOfRow.get(row.row) ?? 0),
    emptyLedger,
  );
  return {
    ledger,
    responses: arrivals.filter(({ known: before, response }) => before === undefined && response !== null).length,
    masked,
    facets,
    questions,
  };
}
