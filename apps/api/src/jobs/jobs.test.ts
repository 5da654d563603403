import { afterAll, beforeAll, expect, test } from "vitest";

import type { JobHandlers } from "#jobs/job-handlers";
import type { JobKinds } from "#jobs/job-queue";
import { startJobs } from "#jobs/job-runner";
import { makeOrganisation } from "#testing/makers";
import { workOff } from "#testing/jobs";
import { openWorld } from "#testing/world";
import type { World } from "#testing/world";
import type { Scope } from "#trpc/scope";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());

type Reindex = JobKinds["search.reindex"];

function reindexing(work: (job: Reindex) => Promise<void | "unfinished">): JobHandlers {
  return { "search.reindex": (_parts, job) => work(job) };
}

const ask = (home: Scope, options?: { singleton: string }) =>
  home.transaction((tx) => home.jobs.enqueue(tx, "search.reindex", { organisationId: home.organisation.id }, options));

test("a job is done once, and one whose change was taken back never", async () => {
  const home = await makeOrganisation(world.parts);
  await ask(home);
  const refused = home.transaction(async (tx) => {
    await home.jobs.enqueue(tx, "search.reindex", { organisationId: home.organisation.id });
    throw new Error("refused");
  });
  await expect(refused).rejects.toThrow("refused");
  const done: string[] = [];
  const handlers = reindexing(async (job) => void done.push(job.organisationId));
  await workOff(world, handlers);
  await workOff(world, handlers);
  expect(done).toEqual([home.organisation.id]);
});

test("a singleton waits once, and may be asked for again while it runs", async () => {
  const home = await makeOrganisation(world.parts);
  await ask(home, { singleton: "all" });
  await ask(home, { singleton: "all" });
  let runs = 0;
  await workOff(
    world,
    reindexing(async () => {
      runs += 1;
      if (runs === 1) await ask(home, { singleton: "all" });
    }),
  );
  expect(runs).toBe(2);
});

test("a job of a commit is heard of at once, without anybody looking", async () => {
  const home = await makeOrganisation(world.parts);
  let hear: (organisationId: string) => void = () => {};
  const heard = new Promise<string>((resolve) => (hear = resolve));
  const handlers = reindexing(async (job) => hear(job.organisationId));
  const runner = await startJobs(world.parts, world.url, handlers);
  await runner.idle();
  await ask(home);
  expect(await heard).toBe(home.organisation.id);
  await runner.stop();
});

test("two processes never have the same kind of an organisation at the same time", async () => {
  const home = await makeOrganisation(world.parts);
  for (let count = 0; count < 6; count += 1) await ask(home);
  let [atOnce, most, runs] = [0, 0, 0];
  const handlers = reindexing(async () => {
    runs += 1;
    atOnce += 1;
    most = Math.max(most, atOnce);
    // Long enough for the other process to look for work meanwhile.
    for (let times = 0; times < 5; times += 1) await home.transaction((tx) => tx.run("SELECT 1", []));
    atOnce -= 1;
  });
  await Promise.all([workOff(world, handlers), workOff(world, handlers)]);
  await workOff(world, handlers);
  expect([runs, most]).toEqual([6, 1]);
});

test("an error is told and the job waits for its next try; an unfinished one goes on", async () => {
  const home = await makeOrganisation(world.parts);
  await ask(home);
  await workOff(
    world,
    reindexing(() => Promise.reject(new Error("the index is away"))),
  );
  expect(world.unexpected.map(String)).toEqual(["Error: the index is away"]);
  const [waiting] = await home.transaction(
    async (tx) =>
      (
        await tx.run<{ failures: number; later: boolean }>(
          "SELECT failures, due_at > now() AS later FROM job WHERE organisation_id = $1::uuid",
          [tx.organisationId],
        )
      ).rows,
  );
  expect(waiting).toEqual({ failures: 1, later: true });
  await home.transaction((tx) =>
    tx.run("UPDATE job SET due_at = now() WHERE organisation_id = $1::uuid", [tx.organisationId]),
  );
  let runs = 0;
  await workOff(
    world,
    reindexing(async () => {
      runs += 1;
      return runs < 3 ? "unfinished" : undefined;
    }),
  );
  expect(runs).toBe(3);
});
