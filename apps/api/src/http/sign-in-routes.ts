import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { sessionToken, webHeaders } from "#http/request-scope";

/** Attempts to sign in, a minute, from one address. */
const attemptsPerMinute = 10;

/** Of better-auth's paths only these are open: there is no signing up and nothing else to reach. */
export function registerSignInRoutes(app: FastifyInstance): void {
  app.post(
    "/api/auth/sign-in/email",
    { config: { rateLimit: { max: attemptsPerMinute, timeWindow: "1 minute" } } },
    passOn,
  );
  app.post("/api/auth/sign-out", async (request, reply) => {
    const answer = await passOn(request, reply);
    // Only now: a call beside this one could have asked for the session until it was gone.
    request.server.accounts.forget(sessionToken(request) ?? "");
    return answer;
  });
  app.get("/api/auth/get-session", passOn);
}

async function passOn(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { signIn } = request.server;
  const url = new URL(request.url, signIn.options.baseURL);
  const body = request.method === "POST" ? JSON.stringify(request.body ?? {}) : null;
  const headers = webHeaders(request);
  if (body !== null) headers.set("content-type", "application/json");
  headers.delete("content-length");
  const answer = await signIn.handler(new Request(url, { method: request.method, headers, body }));
  copyCookies(answer.headers, reply);
  return reply
    .status(answer.status)
    .type("application/json")
    .send(await answer.text());
}

export function copyCookies(headers: Headers, reply: FastifyReply): void {
  for (const cookie of headers.getSetCookie()) void reply.header("set-cookie", cookie);
}
