import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import pg from "pg";

import { openInstallation } from "@kuultu/database/installation";

import { databaseQueue } from "#jobs/database-queue";
import { LiveFeed } from "#live/live-feed";
import { WordAnalyser } from "#search/word-analyser";
import { originalCipher } from "#trpc/original-cipher";
import type { ServerParts } from "#trpc/server-parts";

/** A database of its own on a server as people have it (durable), and what the server's process holds. */
export interface BenchWorld {
  readonly parts: ServerParts;
  /** A bare connection of the database's owner: the plain alternative's. */
  readonly bare: pg.Client;
  /** A folder that the database's own user may read too. */
  readonly folder: string;
  dispose(): Promise<void>;
}

export async function openBenchWorld(): Promise<BenchWorld> {
  const folder = await mkdtemp(join(tmpdir(), "kuultu-bench-"));
  await chmod(folder, 0o755);
  const installation = await openInstallation({ dataFolder: folder, log: () => {} });
  const bare = new pg.Client({ connectionString: installation.url });
  await bare.connect();
  const clock = () => new Date("2021-12-01T10:00:00.000Z");
  const reportError = (error: unknown): never => {
    throw error;
  };
  const live = new LiveFeed({ url: installation.url, database: installation.database, clock, reportError });
  return {
    bare,
    parts: {
      live,
      database: installation.database,
      cipher: originalCipher([randomBytes(32)]),
      uploadFolder: join(folder, "uploads"),
      analyser: WordAnalyser.withoutVoikko(),
      jobs: databaseQueue,
      mailer: null,
      clock,
      reportError,
    },
    folder,
    async dispose() {
      await bare.end();
      await live.close();
      await installation.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
