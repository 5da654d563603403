import { TRPCError } from "@trpc/server";

import { RuleViolation } from "@kuultu/domain/rule-violation";

import { appRouter } from "#app-router";
import type { Caller } from "#testing/world";

/** The paths of all procedures there are, such as `feedback.code`. */
export const procedurePaths: readonly string[] = Object.keys(appRouter._def.procedures).toSorted();

/** Who may call a procedure, as it says of itself. */
export function statedPermission(path: string): string | undefined {
  const procedure: unknown = Reflect.get(appRouter._def.procedures, path);
  if (typeof procedure !== "function" || !("_def" in procedure)) return undefined;
  return (procedure._def as { meta?: { permission?: string } }).meta?.permission;
}

/** How a call ended: `ok` with its result, or the code of the refusal (a violation's own, where there is one). */
export type Outcome = { readonly code: "ok"; readonly result: unknown } | { readonly code: string; readonly error: unknown };

/** Calls a procedure by its path, with whatever input. Unforeseen errors are thrown on. */
export async function attempt(call: Caller, path: string, input: unknown): Promise<Outcome> {
  const [room = "", name = ""] = path.split(".");
  const procedure: unknown = Reflect.get(Reflect.get(call, room) as object, name);
  if (typeof procedure !== "function") throw new Error(`There is no procedure ${path}`);
  try {
    return { code: "ok", result: await (procedure as (input: unknown) => Promise<unknown>)(input) };
  } catch (error) {
    if (!(error instanceof TRPCError) || error.code === "INTERNAL_SERVER_ERROR") throw error;
    return { code: error.cause instanceof RuleViolation ? error.cause.code : error.code, error };
  }
}
