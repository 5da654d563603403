import { prismaAdapter } from "better-auth/adapters/prisma";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { betterAuth } from "better-auth";
import { z } from "zod";

import type { Database } from "@kuultu/database/organisation-transaction";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { minimumPasswordLength } from "#staff/password";
import type { SignedInAccount } from "#trpc/context";

const cookiePrefix = "kuultu";
/** Behind https its name begins with `__Secure-`. */
export const sessionCookie = `${cookiePrefix}.session_token`;

const day = 24 * 60 * 60;

export interface SignInSettings {
  readonly secret: string;
  /** Where people reach the server, such as https://kuultu.example.fi. */
  readonly origin: string;
  /** Whether the session cookie is for https only: everywhere but on loopback. */
  readonly secureCookie: boolean;
}

/** Local accounts with a session cookie. There is no signing up: accounts are made by `staff add`. */
export function createSignIn(database: Database, settings: SignInSettings) {
  return betterAuth({
    appName: "Kuultu",
    baseURL: settings.origin,
    basePath: "/api/auth",
    secret: settings.secret,
    database: prismaAdapter(database.accounts, { provider: "postgresql", transaction: true }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: minimumPasswordLength },
    session: { expiresIn: 7 * day, updateAge: day },
    // The whole server checks where a request comes from and how often: http/same-origin.ts, http/sign-in-routes.ts.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix,
      useSecureCookies: settings.secureCookie,
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
      disableCSRFCheck: true,
      ipAddress: { disableIpTracking: true },
    },
    plugins: [withoutPassword],
  });
}

export type SignIn = ReturnType<typeof createSignIn>;

/** Who the session cookie of a request belongs to; null where there is none that holds. */
export async function accountOfHeaders(signIn: SignIn, headers: Headers): Promise<SignedInAccount | null> {
  const session = await signIn.api.getSession({ headers });
  return session === null ? null : { userId: session.user.id, name: session.user.name, email: session.user.email };
}

/** Begins a session without a password. It has no path, so that nothing outside the process can call it. */
const withoutPassword = {
  id: "without-password",
  endpoints: {
    beginSession: createAuthEndpoint({ method: "POST", body: z.object({ email: z.email() }) }, async (ctx) => {
      const found = await ctx.context.internalAdapter.findUserByEmail(ctx.body.email);
      if (found === null) throw new RuleViolation("not-found");
      const session = await ctx.context.internalAdapter.createSession(found.user.id);
      await setSessionCookie(ctx, { session, user: found.user });
      return ctx.json({ ok: true });
    }),
  },
};
