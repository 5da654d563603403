import { randomUUID } from "node:crypto";

import { openSession } from "@kuultu/database/session";
import type { Session } from "@kuultu/database/session";

import { jobChannel } from "#jobs/database-queue";
import type { JobHandlers } from "#jobs/job-handlers";
import { lockJob, unlockJob, waitingJobs } from "#jobs/job-rows";
import type { JobRow } from "#jobs/job-rows";
import type { ServerParts } from "#trpc/server-parts";

/** Jobs of this process at once. */
const mostAtOnce = 4;
/** What a dead process held, or what falls due, is noticed this late at most. */
const lookEveryMs = 5000;
const reconnectAfterMs = 1000;
/** Errors of one job until it is given up; the wait between two tries grows fourfold from the first. */
const mostFailures = 6;
const firstRetryMs = 10_000;

/** Works jobs off until it is stopped. */
export interface JobRunner {
  /** Resolves when no job is due or running here. */
  idle(): Promise<void>;
  /** Lets running jobs leave at their next good moment; whatever is unfinished goes on after the next start. */
  stop(): Promise<void>;
}

/** Begins to work off the jobs of every organisation. Several processes may: a lock of the session keeps a job to one of them. */
export async function startJobs(parts: ServerParts, url: string, handlers: JobHandlers): Promise<JobRunner> {
  const stopping = new AbortController();
  const running = new Map<string, Promise<void>>();
  let looking: Promise<void> | undefined;
  let lookAgain = false;
  let session: Session | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    session = await openSession(url, {
      channel: jobChannel,
      onNotice: look,
      onLost: () => {
        session = undefined;
        reconnect();
      },
    });
    // The locks of what still runs here went with the connection before.
    for (const key of running.keys()) await lockJob(session, key);
  }

  function reconnect(): void {
    if (stopping.signal.aborted) return;
    timer = setTimeout(() => void connect().then(look, reconnect), reconnectAfterMs);
  }

  function look(): void {
    if (stopping.signal.aborted || session === undefined) return;
    lookAgain = true;
    looking ??= lookUntilSettled().finally(() => (looking = undefined));
  }

  async function lookUntilSettled(): Promise<void> {
    while (lookAgain && !stopping.signal.aborted) {
      lookAgain = false;
      clearTimeout(timer);
      await takeWaiting().catch(report);
      timer = setTimeout(look, lookEveryMs);
    }
  }

  async function takeWaiting(): Promise<void> {
    if (session === undefined) return;
    for (const job of await waitingJobs(session, Object.keys(handlers))) {
      if (running.size >= mostAtOnce || stopping.signal.aborted) return;
      if (running.has(job.lock) || !(await lockJob(session, job.lock))) continue;
      // Whoever held the lock a moment ago may have done it.
      const [taken] = await session.query<JobRow>(
        "UPDATE job SET started_at = now() WHERE id = $1::uuid AND due_at <= now() RETURNING id",
        [job.id],
      );
      if (taken === undefined) await unlockJob(session, job.lock);
      else running.set(job.lock, work(job));
    }
  }

  function underWay(): Promise<void>[] {
    return [...(looking === undefined ? [] : [looking]), ...running.values()];
  }

  async function work(job: JobRow): Promise<void> {
    const run = { signal: stopping.signal, last: job.failures + 1 >= mostFailures };
    try {
      const outcome = await call(handlers, parts, job, run);
      await end(job, outcome === "unfinished" ? "again" : "done");
    } catch (error) {
      report(error, job.kind);
      await end(job, run.last ? "done" : "failed").catch(report);
    } finally {
      if (session !== undefined) await unlockJob(session, job.lock).catch(report);
      running.delete(job.lock);
      look();
    }
  }

  async function end(job: JobRow, how: "done" | "again" | "failed"): Promise<void> {
    if (how === "done") await session?.query("DELETE FROM job WHERE id = $1::uuid", [job.id]);
    else if (how === "again") await session?.query("UPDATE job SET started_at = NULL WHERE id = $1::uuid", [job.id]);
    else
      await session?.query(
        `UPDATE job SET started_at = NULL, failures = failures + 1, due_at = now() + make_interval(secs => $2::float8)
          WHERE id = $1::uuid`,
        [job.id, (firstRetryMs / 1000) * 4 ** job.failures],
      );
  }

  function report(error: unknown, where = "jobs"): void {
    parts.reportError(error, randomUUID(), where);
  }

  await connect();
  look();
  return {
    async idle() {
      look();
      for (let under = underWay(); under.length > 0; under = underWay()) await Promise.all(under);
    },
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await looking;
      clearTimeout(timer);
      await Promise.all(running.values());
      await session?.close();
    },
  };
}

/** The row's kind and its payload were written together (database-queue.ts), so they fit. */
function call(handlers: JobHandlers, parts: ServerParts, job: JobRow, run: { signal: AbortSignal; last: boolean }) {
  const handler = handlers[job.kind] as
    | ((parts: ServerParts, job: object, run: object) => Promise<void | "unfinished">)
    | undefined;
  if (handler === undefined) throw new Error(`Nobody does ${job.kind}.`);
  return handler(parts, job.payload, run);
}
