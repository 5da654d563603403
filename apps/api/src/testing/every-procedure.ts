import { TRPCError } from "@trpc/server";

import { z } from "zod";

import { RuleViolation } from "@kuultu/domain/rule-violation";

import { appRouter } from "#app-router";
import type { Caller } from "#testing/world";

const { procedures } = appRouter["_def"];
const statedSchema = z.object({ meta: z.object({ permission: z.string() }) });

/** The paths of all procedures there are, such as `feedback.code`. */
export const procedurePaths: readonly string[] = Object.keys(procedures).toSorted();

/** Who may call a procedure, as it says of itself. */
export function statedPermission(path: string): string | undefined {
  const procedure: unknown = Reflect.get(procedures, path);
  if (typeof procedure !== "function") return undefined;
  return statedSchema.safeParse(Reflect.get(procedure, "_def")).data?.meta.permission;
}

/** The paths of those that only answer. */
export const queryPaths: readonly string[] = procedurePaths.filter((path) => {
  const procedure: unknown = Reflect.get(procedures, path);
  return (
    typeof procedure === "function" &&
    z.object({ type: z.literal("query") }).safeParse(Reflect.get(procedure, "_def")).success
  );
});

/** How a call ended: `ok` with its result, or the code of the refusal (a violation's own, where there is one) without one. */
export interface Outcome {
  readonly code: string;
  readonly result: unknown;
}

/** Calls a procedure by its path, with whatever input. Unforeseen errors are thrown on. */
export async function attempt(call: Caller, path: string, input: unknown): Promise<Outcome> {
  const [room = "", name = ""] = path.split(".");
  const caller: unknown = Reflect.get(call, room);
  const procedure: unknown = typeof caller === "function" ? Reflect.get(caller, name) : undefined;
  if (typeof procedure !== "function") throw new Error(`There is no procedure ${path}`);
  try {
    const result: unknown = await Reflect.apply(procedure, undefined, [input]);
    return { code: "ok", result };
  } catch (error) {
    if (!(error instanceof TRPCError) || error.code === "INTERNAL_SERVER_ERROR") throw error;
    return { code: error.cause instanceof RuleViolation ? error.cause.code : error.code, result: null };
  }
}
