import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { FeedbackStatus } from "@kuultu/domain/feedback/triage-status";
import type { LocalisedText } from "@kuultu/domain/language";
import { responseRate } from "@kuultu/domain/rounds/response-rate";
import { roundLedger } from "@kuultu/domain/rounds/round-ledger";
import type { RoundRow, RoundState, RoundView, SurveyRow } from "@kuultu/domain/rounds/round-view";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { byRoundSql } from "#feedback/counts/pair-roll-up";
import { changesOfRound } from "#rounds/round-changes";
import { roundQuestions, roundThemes } from "#rounds/round-figures";
import type { Scope } from "#trpc/scope";

interface StoredRound {
  readonly id: string;
  readonly survey_id: string;
  readonly survey_names: LocalisedText;
  readonly provider: string | null;
  readonly name: string;
  readonly state: RoundState;
  readonly opens_on: string | null;
  readonly closes_on: string | null;
  readonly published_on: string | null;
  readonly invited: number | null;
  readonly answered_invited: number | null;
  readonly answered_open: number | null;
  readonly notes: LocalisedText;
  readonly version: number;
}

/** Every round with its bases and ledger, the newest first. */
export async function listRounds(scope: Scope): Promise<RoundRow[]> {
  return scope.transaction(async (tx) => {
    const rounds = await storedRounds(tx, null);
    const responses = await responseCounts(tx);
    const statuses = await statusCounts(tx);
    return rounds.map((round) => roundRow(round, responses.get(round.id) ?? 0, statuses.get(round.id) ?? {}));
  });
}

/** One round: how it was collected, what was asked, what was said. Violation: `not-found`. */
export async function roundView(scope: Scope, roundId: string): Promise<RoundView> {
  return scope.transaction((tx) => loadRoundView(tx, scope, roundId));
}

/** As `roundView`, in the transaction of a command that has changed the round. */
export async function loadRoundView(tx: OrganisationTransaction, scope: Scope, roundId: string): Promise<RoundView> {
  const [round] = await storedRounds(tx, roundId);
  if (round === undefined) throw new RuleViolation("not-found");
  const responses = await responseCounts(tx, roundId);
  const statuses = await statusCounts(tx, roundId);
  const row = roundRow(round, responses.get(roundId) ?? 0, statuses.get(roundId) ?? {});
  return {
    ...row,
    provider: round.provider,
    invited: round.invited,
    answeredInvited: round.answered_invited,
    answeredOpen: round.answered_open,
    responseRate: responseRate({
      invited: round.invited,
      answeredInvited: round.answered_invited,
      answeredOpen: round.answered_open,
    }),
    notes: round.notes,
    version: round.version,
    questions: await roundQuestions(tx, scope.organisation, {
      id: roundId,
      surveyId: round.survey_id,
      state: round.state,
    }),
    changes: await changesOfRound(tx, { id: roundId, surveyId: round.survey_id }),
    classifiable: row.ledger.categorised,
    themes: await roundThemes(tx, scope.organisation, roundId, row.ledger.categorised),
    imports: await roundImports(tx, roundId),
  };
}

/** The surveys of the organisation by key. */
export async function listSurveys(scope: Scope): Promise<SurveyRow[]> {
  return scope.transaction((tx) =>
    tx.sql<{ id: string; key: string; names: LocalisedText }>({
      name: "rounds.surveys",
      text: "select id, key, names from survey where organisation_id = $1::uuid order by key",
      values: [tx.organisationId],
    }),
  );
}

function storedRounds(tx: OrganisationTransaction, roundId: string | null): Promise<StoredRound[]> {
  return tx.sql<StoredRound>({
    name: "rounds.stored",
    text: `select r.id, r.survey_id, s.names as survey_names, s.provider, r.name, r.state::text as state, r.opens_on, r.closes_on,
        r.published_on, r.invited, r.answered_invited, r.answered_open, r.notes, r.version
      from round r join survey s on s.organisation_id = r.organisation_id and s.id = r.survey_id
      where r.organisation_id = $1::uuid and s.organisation_id = $1::uuid and ($2::uuid is null or r.id = $2::uuid)
      order by coalesce(r.opens_on, r.closes_on) desc nulls first, r.name desc`,
    values: [tx.organisationId, roundId],
  });
}

async function responseCounts(
  tx: OrganisationTransaction,
  roundId: string | null = null,
): Promise<Map<string, number>> {
  const rows = await tx.sql<{ round_id: string; count: number }>({
    name: "rounds.responses",
    text: `select round_id, count(*)::int as count from response
      where organisation_id = $1::uuid and ($2::uuid is null or round_id = $2::uuid) group by round_id`,
    values: [tx.organisationId, roundId],
  });
  return new Map(rows.map((row) => [row.round_id, row.count]));
}

type StatusCounts = Partial<Record<FeedbackStatus, number>>;

async function statusCounts(
  tx: OrganisationTransaction,
  roundId: string | null = null,
): Promise<Map<string, StatusCounts>> {
  const rows = await tx.sql<{ round_id: string; status: FeedbackStatus; count: number }>({
    name: "rounds.statuses",
    text: `select round_id, status, sum(count)::int as count from ${byRoundSql("$1")} as item
      where $2::uuid is null or round_id = $2::uuid group by round_id, status`,
    values: [tx.organisationId, roundId],
  });
  const byRound = new Map<string, StatusCounts>();
  for (const row of rows) byRound.set(row.round_id, { ...byRound.get(row.round_id), [row.status]: row.count });
  return byRound;
}

function roundRow(round: StoredRound, responses: number, statuses: StatusCounts): RoundRow {
  return {
    id: round.id,
    surveyId: round.survey_id,
    surveyNames: round.survey_names,
    name: round.name,
    state: round.state,
    opensOn: round.opens_on,
    closesOn: round.closes_on,
    publishedOn: round.published_on,
    responses,
    ledger: roundLedger(statuses),
  };
}

async function roundImports(tx: OrganisationTransaction, roundId: string): Promise<RoundView["imports"]> {
  const rows = await tx.sql<{ id: string; file_name: string; items: number }>({
    name: "rounds.imports",
    text: `select id, file_name, items from import
      where organisation_id = $1::uuid and round_id = $2::uuid and state = 'finished' order by started_at`,
    values: [tx.organisationId, roundId],
  });
  return rows.map((row) => ({ id: row.id, fileName: row.file_name, items: row.items }));
}
