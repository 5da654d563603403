import type { FastifyRequest } from "fastify";

import { RuleViolation } from "@kuultu/domain/rule-violation";
import { mayAnywhere } from "@kuultu/domain/staff/permission";
import type { Permission } from "@kuultu/domain/staff/permission";

import { HttpRefusal } from "#http/problem";
import type { ShortMemory } from "#http/short-memory";
import { accountOfHeaders, sessionCookie } from "#http/sign-in";
import type { SignIn } from "#http/sign-in";
import type { CallContext, SignedInAccount } from "#trpc/context";
import type { Scope } from "#trpc/scope";
import { loadWorkplace, scopeOf } from "#trpc/scope-loader";
import type { Workplace } from "#trpc/scope-loader";
import type { ServerParts } from "#trpc/server-parts";

declare module "fastify" {
  interface FastifyInstance {
    readonly parts: ServerParts;
    readonly signIn: SignIn;
    /** By session token. */
    readonly accounts: ShortMemory<SignedInAccount | null>;
    /** By account and slug. */
    readonly workplaces: ShortMemory<Workplace>;
  }
}

/**
 * Who calls and for which organisation, from the session cookie and the header `x-kuultu-organisation`; `named`: the organisation
 * where a browser sends no headers of ours.
 */
export async function callContext(request: FastifyRequest, named?: string): Promise<CallContext> {
  const { parts, workplaces } = request.server;
  const slug = request.headers["x-kuultu-organisation"] ?? named;
  return {
    parts,
    account: await accountOf(request),
    // No name holds a NUL, and no database can be asked for one.
    organisationSlug: typeof slug === "string" && !slug.includes("\0") ? slug : null,
    findWorkplace: (userId, where) => workplaces.get(`${userId} ${where}`, () => loadWorkplace(parts, userId, where)),
  };
}

/** The scope of a request outside the procedures, refused in the same ways as theirs. */
export async function requestScope(request: FastifyRequest, permission: Permission, named?: string): Promise<Scope> {
  const { parts, account, organisationSlug, findWorkplace } = await callContext(request, named);
  if (account === null) throw new HttpRefusal(401, "signed-out", "Sign in first");
  if (organisationSlug === null) throw new RuleViolation("not-found");
  const { organisation, staff } = await findWorkplace(account.userId, organisationSlug);
  if (!mayAnywhere(staff, permission)) throw new RuleViolation("not-permitted", { permission });
  return scopeOf(parts, organisation, staff);
}

/** Who is signed in; null: nobody. */
export async function accountOf(request: FastifyRequest): Promise<SignedInAccount | null> {
  const { signIn, accounts } = request.server;
  const token = sessionToken(request);
  return token === null ? null : accounts.get(token, () => accountOfHeaders(signIn, webHeaders(request)));
}

/** The signed token in the session cookie, as sent; null where there is none. */
export function sessionToken(request: FastifyRequest): string | null {
  const name = request.server.signIn.options.advanced.useSecureCookies ? `__Secure-${sessionCookie}` : sessionCookie;
  return request.cookies[name] ?? null;
}

/** The headers of a request as better-auth reads them. */
export function webHeaders(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one);
  }
  return headers;
}
