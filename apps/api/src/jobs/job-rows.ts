import type { Session } from "@kuultu/database/session";

import type { JobKind } from "#jobs/job-queue";

export interface JobRow {
  readonly id: string;
  readonly kind: JobKind;
  readonly payload: object;
  readonly failures: number;
  /** What one of them at a time may hold: the kind in its organisation. */
  readonly lock: string;
}

/** The oldest due job of each kind and organisation, oldest first; those that another process works on are among them. */
export function waitingJobs(session: Session, kinds: readonly string[]): Promise<JobRow[]> {
  return session.query<JobRow>(
    `SELECT id, kind, payload, failures, lock FROM (
       SELECT DISTINCT ON (organisation_id, kind) id, kind, payload, failures, due_at, kind || ' ' || organisation_id AS lock
         FROM job WHERE due_at <= now() AND kind = ANY($1::text[]) ORDER BY organisation_id, kind, id) AS first
      ORDER BY due_at, id`,
    [kinds],
  );
}

/** Whether this session now holds the lock; PostgreSQL lets go of it when the process dies. */
export async function lockJob(session: Session, lock: string): Promise<boolean> {
  const [row] = await session.query<{ held: boolean }>(
    "SELECT pg_try_advisory_lock(hashtextextended('kuultu job ' || $1::text, 0)) AS held",
    [lock],
  );
  return row?.held === true;
}

export async function unlockJob(session: Session, lock: string): Promise<void> {
  await session.query("SELECT pg_advisory_unlock(hashtextextended('kuultu job ' || $1::text, 0))", [lock]);
}
