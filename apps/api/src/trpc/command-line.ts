import type { Scope } from "#trpc/scope";
import type { ServerParts } from "#trpc/server-parts";

/** 0: done. 1: done, but something differs or was rejected. What could not be done throws and ends with 2. */
export type ExitCode = 0 | 1;

/** What a verb of the command line works with. */
export interface CommandLineContext {
  /** Opens the database (attaching to a running one), does the work and closes it again. */
  withParts(work: (parts: ServerParts) => Promise<ExitCode>): Promise<void>;
  /** As `withParts`, in the organisation of that slug; one line where there is none. */
  inOrganisation(slug: string, work: (scope: Scope, parts: ServerParts) => Promise<ExitCode>): Promise<void>;
  /** What was asked for, to standard output, with a line break. */
  print(text: string): void;
  /** What a person may want to know, to standard error, with a line break. */
  tell(text: string): void;
}

/** A mistake of the person who typed the command: one line that says what to do, exit code 2. */
export class UsageProblem extends Error {
  override readonly name = "UsageProblem";
}
