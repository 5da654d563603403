import { join } from "node:path";

import type { FastifyInstance } from "fastify";

import { createDemonstration } from "#demo/create-demonstration";
import { readEnvironment, repositoryFolder } from "#environment";
import type { Environment } from "#environment";
import { requireFreePort } from "#http/free-port";
import { createHttpServer } from "#http/http-server";
import { isForThisMachine } from "#http/loopback";
import { resumeImports } from "#intake/import-jobs";
import { startDailyJobs } from "#jobs/daily-jobs";
import { jobHandlers } from "#jobs/job-handlers";
import { startJobs } from "#jobs/job-runner";
import { reindexWhereNeeded } from "#search/search-index-commands";
import { hasNoOrganisation, wantsDemonstration } from "#staff/organisation-commands";
import { linesForPerson } from "#trpc/human-problem";
import { openParts } from "#trpc/open-parts";
import type { ServerParts } from "#trpc/server-parts";
import { systemScopes } from "#trpc/system-scope";

const say = (line: string) => process.stdout.write(`${line}\n`);
const tell = (line: string) => process.stderr.write(`${line}\n`);

/** Serves until asked to stop, and stops everything it started. */
async function serve(stopAsked: Promise<void>): Promise<void> {
  const environment = readEnvironment();
  await requireFreePort(environment.port, environment.host);
  const { parts, url, stop } = await openParts(environment, { serving: true, tell });
  try {
    if (environment.demonstration && (await wantsDemonstration(parts))) await makeDemonstration(parts);
    const app = await createHttpServer(parts, {
      origin: environment.origin,
      secret: environment.secret,
      demonstration: environment.demonstration,
      callsPerMinute: environment.callsPerMinute,
      screenFolder: join(repositoryFolder, "apps/web/dist"),
    });
    try {
      await resumeEveryImport(parts);
      await parts.live.start();
      await app.listen({ port: environment.port, host: environment.host });
      await reindexWhereNeeded(parts);
      const stopJobs = await beginJobs(parts, url);
      await announce(parts, environment, app);
      await stopAsked;
      tell("Stopping …");
      await stopJobs();
    } finally {
      await app.close();
    }
  } finally {
    await stop();
  }
}

async function makeDemonstration(parts: ServerParts): Promise<void> {
  if (await hasNoOrganisation(parts)) tell("Making the demonstration, the first time only …");
  await createDemonstration(parts);
}

/** Imports that the end of the process before interrupted go on; whoever looks at them sees how far they are. */
async function resumeEveryImport(parts: ServerParts): Promise<void> {
  for (const scope of await systemScopes(parts)) void (await resumeImports(scope));
}

/** What was asked for and not done goes on; resolves with how to stop that. */
async function beginJobs(parts: ServerParts, url: string): Promise<() => Promise<void>> {
  const jobs = await startJobs(parts, url, jobHandlers);
  const stopDailyJobs = await startDailyJobs(parts);
  return async () => {
    await stopDailyJobs();
    await jobs.stop();
  };
}

/** Prints the address, and how to sign in. */
async function announce(parts: ServerParts, environment: Environment, app: FastifyInstance): Promise<void> {
  const address = app.server.address();
  const port = typeof address === "object" && address !== null ? address.port : environment.port;
  const host = environment.host.includes(":") ? `[${environment.host}]` : environment.host;
  say(`Kuultu: ${environment.origin ?? `http://${host}:${port}`}`);
  if (environment.demonstration && isForThisMachine(environment.origin))
    say("Sign in by choosing a person of the demonstration. Ctrl-C stops everything.");
  else if (await hasNoOrganisation(parts))
    say("There is no organisation yet: npm run kuultu -- organisation add <slug> --name <name>, then staff add.");
  else
    say(
      "Sign in with an account made by: npm run kuultu -- staff add --organisation <slug> --email <address> --name <name>",
    );
}

/** Heard from the very start on, and heard again without harm: npm and the terminal may both pass on one Ctrl-C. */
const stopAsked = new Promise<void>((resolve) => {
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => resolve());
});
try {
  await serve(stopAsked);
  process.exitCode = 0;
} catch (error) {
  const lines = linesForPerson(error);
  for (const line of lines ?? [error instanceof Error ? String(error.stack) : String(error)]) tell(line);
  process.exitCode = 2;
}
