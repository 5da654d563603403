import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";

import { RuleViolation } from "@kuultu/domain/rule-violation";
import { mayAnywhere } from "@kuultu/domain/staff/permission";
import type { Permission } from "@kuultu/domain/staff/permission";

import type { CallContext } from "#trpc/context";
import { answerableError, errorDetails } from "#trpc/error";
import { scopeOf } from "#trpc/scope-loader";
import { storableSchema } from "#trpc/storable-input";

/** Every procedure states who may call it: anybody, whoever works in the organisation, or the holders of a permission. */
export interface ProcedureMeta {
  readonly permission: Permission | "public" | "member";
}

const t = initTRPC
  .context<CallContext>()
  .meta<ProcedureMeta>()
  .create({
    transformer: superjson,
    isDev: false,
    sse: {
      // Whoever has signed out elsewhere is asked again who they are.
      maxDurationMs: 5 * 60_000,
      ping: { enabled: true, intervalMs: 15_000 },
      client: { reconnectAfterInactivityMs: 40_000 },
    },
    errorFormatter: ({ shape, error }) => ({ ...shape, data: { ...shape.data, ...errorDetails(error) } }),
  });

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;

const answering = t.procedure.use(async ({ ctx, path, next, getRawInput }) => {
  refuseUnstorable(await getRawInput());
  const result = await next();
  if (result.ok) return result;
  throw answerableError(result.error, (cause, id) => ctx.parts.reportError(cause, id, path));
});

function refuseUnstorable(input: unknown): void {
  const { error: cause } = storableSchema.safeParse(input);
  if (cause !== undefined) {
    const message = cause.issues[0]?.message ?? "Input that cannot be stored";
    throw new TRPCError({ code: "BAD_REQUEST", message, cause });
  }
}

export const publicProcedure = answering.meta({ permission: "public" });

/** Whoever is signed in and works in the organisation of the call: `ctx.scope`. */
export const memberProcedure = answering.meta({ permission: "member" }).use(async ({ ctx, next }) => {
  if (ctx.account === null) throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in first" });
  if (ctx.organisationSlug === null) throw new RuleViolation("not-found");
  const { organisation, staff } = await ctx.findWorkplace(ctx.account.userId, ctx.organisationSlug);
  return next({ ctx: { ...ctx, account: ctx.account, scope: scopeOf(ctx.parts, organisation, staff) } });
});

/** Whoever holds the permission, or one of the others, somewhere in the organisation. How far it reaches, queries and commands ask themselves. */
export function permitted(permission: Permission, ...others: readonly Permission[]) {
  return memberProcedure.meta({ permission }).use(({ ctx, next }) => {
    if (![permission, ...others].some((each) => mayAnywhere(ctx.scope.staff, each))) {
      throw new RuleViolation("not-permitted", { permission });
    }
    return next();
  });
}
