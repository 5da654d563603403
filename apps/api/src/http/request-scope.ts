import type { FastifyRequest } from "fastify";

import { RuleViolation } from "@kuultu/domain/rule-violation";
import { reachFor } from "@kuultu/domain/staff/permission";
import type { Permission } from "@kuultu/domain/staff/permission";

import { HttpRefusal } from "#http/problem";
import { accountOfHeaders } from "#http/sign-in";
import type { SignIn } from "#http/sign-in";
import type { CallContext } from "#trpc/context";
import type { Scope } from "#trpc/scope";
import { loadScope } from "#trpc/scope-loader";
import type { ServerParts } from "#trpc/server-parts";

declare module "fastify" {
  interface FastifyInstance {
    readonly parts: ServerParts;
    readonly signIn: SignIn;
  }
}

/** Who calls and for which organisation, from the session cookie and the header `x-kuultu-organisation`. */
export async function callContext(request: FastifyRequest): Promise<CallContext> {
  const slug = request.headers["x-kuultu-organisation"];
  return {
    parts: request.server.parts,
    account: await accountOfHeaders(request.server.signIn, webHeaders(request)),
    organisationSlug: typeof slug === "string" ? slug : null,
  };
}

/** The scope of a request outside the procedures, refused in the same ways as theirs. */
export async function requestScope(request: FastifyRequest, permission: Permission): Promise<Scope> {
  const { parts, account, organisationSlug } = await callContext(request);
  if (account === null) throw new HttpRefusal(401, "signed-out", "Sign in first");
  if (organisationSlug === null) throw new RuleViolation("not-found");
  const scope = await loadScope(parts, account.userId, organisationSlug);
  if (reachFor(scope.staff, permission) === null) throw new RuleViolation("not-permitted", { permission });
  return scope;
}

/** The headers of a request as better-auth reads them. */
export function webHeaders(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined) headers.append(name, one);
  }
  return headers;
}
