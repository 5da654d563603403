import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";

/** Work that goes on after its request has been answered, and after a restart. What it needs is named by id; the rest is in its tables. */
export interface JobKinds {
  "bulk.run": { readonly organisationId: string; readonly bulkStepId: string };
  "answer.send": { readonly organisationId: string; readonly answerId: string };
  "search.reindex": { readonly organisationId: string };
  /** Every morning: what waited until today comes back. */
  "feedback.wake": { readonly organisationId: string };
  /** What an older program left out of items: it is looked for whenever the others are, and not there as a rule. */
  "feedback.catch-up": { readonly organisationId: string };
}
export type JobKind = keyof JobKinds;

/** Hands jobs over. A handler may be called twice for one job: it must be able to tell what is done already. */
export interface JobQueue {
  /**
   * In the transaction of the change that asks for it: without the change there is no job. `singleton`: not while one like it waits.
   * `afterSeconds`: not sooner than that.
   */
  enqueue<Kind extends JobKind>(
    tx: OrganisationTransaction,
    kind: Kind,
    job: JobKinds[Kind],
    options?: { readonly singleton?: string; readonly afterSeconds?: number },
  ): Promise<void>;
}
