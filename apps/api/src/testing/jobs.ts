import { jobHandlers } from "#jobs/job-handlers";
import type { JobHandlers } from "#jobs/job-handlers";
import { startJobs } from "#jobs/job-runner";
import type { World } from "#testing/world";

/** Does every job that is due, as the serving process would, until none is left. */
export async function workOff(world: World, handlers: JobHandlers = jobHandlers): Promise<void> {
  const runner = await startJobs(world.parts, world.url, handlers);
  await runner.idle();
  await runner.stop();
}
