import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { ColumnMapping } from "@kuultu/domain/intake/column-mapping";

import type { PreparedRow } from "#intake/prepared-row";

export interface KnownRounds {
  /** The import's own round. */
  readonly roundId: string | null;
  /** Ids by name; null where several surveys have a round of that name. */
  readonly byName: ReadonlyMap<string, string | null>;
}

/** The rounds that rows may name; where the import has a round of its own, those of the same survey. */
export async function loadRounds(tx: OrganisationTransaction, roundId: string | null): Promise<KnownRounds> {
  const rounds = await tx.round.findMany({
    where: { organisationId: tx.organisationId },
    select: { id: true, name: true, surveyId: true },
  });
  const survey = rounds.find(({ id }) => id === roundId)?.surveyId;
  const byName = new Map<string, string | null>();
  for (const { id, name, surveyId } of rounds) {
    if (survey !== undefined && surveyId !== survey) continue;
    byName.set(name, byName.has(name) ? null : id);
  }
  return { roundId, byName };
}

/** The round of a row; null where it has none. */
export function roundOf({ reading }: PreparedRow, rounds: KnownRounds): string | null {
  return reading.round === null ? rounds.roundId : (rounds.byName.get(reading.round) ?? null);
}

/** A row whose round is not known: an item comes in without it, a response stays out. Both are told. */
export function withRoundProblem(prepared: PreparedRow, mapping: ColumnMapping, rounds: KnownRounds): PreparedRow {
  const { reading } = prepared;
  const needed = mapping.rowsAre === "responses";
  if (reading.rejected || roundOf(prepared, rounds) !== null || (reading.round === null && !needed)) return prepared;
  const column = mapping.columns.find(({ target }) => target === "round")?.column ?? "";
  const problem = { column, code: "round.unknown" as const, value: reading.round ?? "", rejects: needed };
  return { ...prepared, reading: { ...reading, problems: [...reading.problems, problem], rejected: needed } };
}
