import { join } from "node:path";

import { openInstallation } from "@kuultu/database/installation";

import type { Environment } from "#environment";
import { databaseQueue } from "#jobs/database-queue";
import { smtpMailer } from "#feedback/answers/smtp-mailer";
import { LiveFeed } from "#live/live-feed";
import { WordAnalyser } from "#search/word-analyser";
import { originalCipher } from "#trpc/original-cipher";
import type { ServerParts } from "#trpc/server-parts";

export interface OpenParts {
  readonly parts: ServerParts;
  /** The database's address, for sessions of one's own. */
  readonly url: string;
  /** Closes the database; the embedded one stops with the last process that uses it. */
  readonly stop: () => Promise<void>;
}

/** Opens the database, starting or adopting the embedded one, and holds what every call draws on. */
export async function openParts(
  environment: Environment,
  options: { readonly serving: boolean; readonly tell: (line: string) => void },
): Promise<OpenParts> {
  const { databaseUrl, dataFolder } = environment;
  const opening = WordAnalyser.open();
  const asked = { databaseUrl, dataFolder, log: options.tell, serving: options.serving };
  const installation = await openInstallation(asked).catch(async (error: unknown) => {
    // Else its thread would keep a process alive that has nothing left to do.
    await (await opening).stop();
    throw error;
  });
  const own = {
    clock: () => new Date(),
    reportError(error: unknown, id: string, where: string) {
      options.tell(
        `${new Date().toISOString()} unexpected error ${id} in ${where}: ${error instanceof Error ? error.stack : String(error)}`,
      );
    },
  };
  const live = new LiveFeed({ url: installation.url, database: installation.database, ...own });
  const parts: ServerParts = {
    ...own,
    live,
    database: installation.database,
    cipher: originalCipher(environment.keys),
    uploadFolder: join(dataFolder, "uploads"),
    analyser: await opening,
    jobs: databaseQueue,
    mailer: environment.mail === undefined ? null : smtpMailer(environment.mail),
  };
  return {
    parts,
    url: installation.url,
    async stop() {
      await live.close();
      await parts.analyser.stop();
      await installation.stop();
    },
  };
}
