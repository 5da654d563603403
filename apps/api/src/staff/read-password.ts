import { createInterface } from "node:readline";

import { UsageProblem } from "#trpc/command-line";
import type { CommandLineContext } from "#trpc/command-line";

/** The first line of standard input: never an argument, which other people on the machine could read. */
export async function readPassword(context: CommandLineContext): Promise<string> {
  if (process.stdin.isTTY) context.tell("Password (at least 12 characters, then Enter):");
  for await (const line of createInterface({ input: process.stdin, terminal: false })) return line;
  throw new UsageProblem("Give the password as a line on standard input.");
}
