import { v7 as uuidv7 } from "uuid";

import type { JobQueue } from "#jobs/job-queue";

/** Where the runner hears that there is work. */
export const jobChannel = "kuultu_job";

/** Jobs are rows: they become visible, and their runner is woken, with the commit of the change that asks for them. */
export const databaseQueue: JobQueue = {
  async enqueue(tx, kind, job, { singleton = null, afterSeconds = 0 } = {}) {
    if (singleton !== null) {
      await tx.sql({
        name: "job.singleton",
        text: "SELECT pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'kuultu singleton', $1::text, $2::text, $3::text), 0))",
        values: [tx.organisationId, kind, singleton],
      });
    }
    await tx.sql({
      name: "job.enqueue",
      text: `WITH asked AS (
          INSERT INTO job (id, organisation_id, kind, payload, singleton, due_at)
          SELECT $1::uuid, $2::uuid, $3::text, $4::jsonb, $5::text, now() + make_interval(secs => $6::float8)
           WHERE $5::text IS NULL OR NOT EXISTS (
                 SELECT FROM job WHERE organisation_id = $2::uuid AND kind = $3 AND singleton = $5 AND started_at IS NULL)
          RETURNING id)
        SELECT pg_notify('${jobChannel}', '') FROM asked`,
      values: [uuidv7(), tx.organisationId, kind, JSON.stringify(job), singleton, afterSeconds],
    });
  },
};
