import type { FastifyInstance, FastifyRequest } from "fastify";

import { isLoopbackHost } from "#http/loopback";
import { HttpRefusal } from "#http/problem";

const readingMethods: readonly string[] = ["GET", "HEAD", "OPTIONS"];

/**
 * Refuses requests that change something and come from a page of another origin (CSRF), and requests under a foreign
 * host name, which a page could have pointed at this machine (DNS rebinding). `origin` unset: loopback only.
 */
export function registerSameOrigin(app: FastifyInstance, origin: string | undefined): void {
  app.addHook("onRequest", async (request) => {
    if (!isOwnHost(request, origin))
      throw new HttpRefusal(421, "misdirected-request", "This server is not known by that name");
    if (readingMethods.includes(request.method)) return;
    if (!isSameOrigin(request, origin))
      throw new HttpRefusal(403, "cross-origin", "Requests that change something must come from the same origin");
  });
}

/** Health checks of an orchestrator come under any name; with a public address the proxy in front minds the host. */
function isOwnHost(request: FastifyRequest, origin: string | undefined): boolean {
  if (origin !== undefined || request.url.startsWith("/health/")) return true;
  return isLoopbackHost(request.hostname);
}

/** Browsers always name the origin of such a request; programs, which no foreign page can steer, need not. */
function isSameOrigin(request: FastifyRequest, origin: string | undefined): boolean {
  const from = request.headers.origin;
  if (from === undefined) return ["same-origin", "none", undefined].includes(header(request, "sec-fetch-site"));
  if (from === origin) return true;
  return URL.canParse(from) && isLoopbackHost(new URL(from).hostname) && new URL(from).host === request.headers.host;
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
