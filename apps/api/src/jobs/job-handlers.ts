import { sendAnswer } from "#feedback/answers/answer-jobs";
import { runBulkJob } from "#feedback/bulk/bulk-jobs";
import { catchUpItems } from "#feedback/catch-up-jobs";
import { wakeWaiting } from "#feedback/waiting-commands";
import type { JobKind, JobKinds } from "#jobs/job-queue";
import { runReindexing } from "#search/search-index-commands";
import type { ServerParts } from "#trpc/server-parts";

/** The circumstances of one run of a job. */
export interface JobRun {
  /** The process is about to stop: leave at the next good moment with "unfinished". */
  readonly signal: AbortSignal;
  /** After an error of this run there will be no other. */
  readonly last: boolean;
}

/** Does a job to its end. "unfinished": it goes on later, here or elsewhere; an error: it is tried again after a while. */
export type JobHandler<Kind extends JobKind> = (
  parts: ServerParts,
  job: JobKinds[Kind],
  run: JobRun,
) => Promise<void | "unfinished">;

/** Who does what, one line each. Of one kind one job of an organisation runs at a time, in the order asked for. */
export type JobHandlers = { readonly [Kind in JobKind]?: JobHandler<Kind> };

export const jobHandlers: JobHandlers = {
  "answer.send": sendAnswer,
  "bulk.run": runBulkJob,
  "feedback.catch-up": catchUpItems,
  "feedback.wake": wakeWaiting,
  "search.reindex": runReindexing,
};
