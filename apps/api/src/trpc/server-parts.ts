import type { Database } from "@kuultu/database/organisation-transaction";

import type { JobQueue } from "#jobs/job-queue";
import type { Mailer } from "#feedback/answers/smtp-mailer";
import type { LiveFeed } from "#live/live-feed";
import type { WordAnalyser } from "#search/word-analyser";
import type { OriginalCipher } from "#trpc/scope";

/** What the process holds for as long as it runs, and every call draws on. */
export interface ServerParts {
  readonly database: Database;
  readonly cipher: OriginalCipher;
  /** Folder for uploads; its files are encrypted. */
  readonly uploadFolder: string;
  /** What words are found by: with Voikko where it is installed. */
  readonly analyser: WordAnalyser;
  /** Takes jobs in; the serving process works them off. */
  readonly jobs: JobQueue;
  /** Sends answers; null where no mail server is set up. */
  readonly mailer: Mailer | null;
  /** What others change, as it happens. */
  readonly live: LiveFeed;
  /** The time of the machine. Organisations have their own: `organisationNow`. */
  readonly clock: () => Date;
  /** Tells of an unexpected error in the log; the answer carries only `id`. */
  readonly reportError: (error: unknown, id: string, where: string) => void;
}
