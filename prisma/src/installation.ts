import { openDatabase } from "./database.ts";
import { startEmbeddedServer } from "./embedded-server.ts";
import { migrate } from "./migrate.ts";
import type { Database } from "./organisation-transaction.ts";

export interface InstallationOptions {
  /** A PostgreSQL that is already there; without it the embedded one in the data folder. */
  readonly databaseUrl?: string | undefined;
  readonly dataFolder: string;
  readonly log: (line: string) => void;
  /** This process serves the product: one at a time on an embedded server. Default false, as for a command. */
  readonly serving?: boolean;
  readonly maxConnections?: number;
}

export interface Installation {
  readonly database: Database;
  readonly url: string;
  /** Closes the connections, then lets go of the embedded server. */
  stop(): Promise<void>;
}

/** The whole way to a working database: start or attach, migrate, open. Throws a StartProblem for a person to solve. */
export async function openInstallation(options: InstallationOptions): Promise<Installation> {
  const server = options.databaseUrl ? undefined : await startEmbeddedServer(options);
  const url = options.databaseUrl ?? server?.url ?? "";
  try {
    for (const name of await migrate(url)) options.log(`Migrated the database: ${name}`);
    const database = await openDatabase({
      url,
      ...(options.maxConnections ? { maxConnections: options.maxConnections } : {}),
    });
    return {
      database,
      url,
      async stop() {
        await database.close();
        await server?.stop();
      },
    };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}
