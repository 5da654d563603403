import { randomBytes } from "node:crypto";

import helmet from "@fastify/helmet";
import type { FastifyInstance, FastifyReply } from "fastify";

/** A policy that lets a page load only what this server serves, and nothing inline. */
export async function registerSecurityHeaders(app: FastifyInstance, secure: boolean): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "data:", "blob:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(secure && { upgradeInsecureRequests: [] }),
      },
    },
    hsts: secure ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: "same-origin" },
    crossOriginEmbedderPolicy: false,
  });
  // Nearly all answers hold what somebody said; the few that may be kept say so themselves.
  app.addHook("onSend", async (_request, reply) => {
    const says = reply.hasHeader("cache-control") || reply.raw.hasHeader("cache-control");
    if (!says) void reply.header("cache-control", "no-store");
  });
}

/** A nonce for this one answer, added to its policy: inline scripts and styles of the page that carry it may run. */
export function allowNonce(reply: FastifyReply): string {
  const nonce = randomBytes(16).toString("base64");
  const policy = String(reply.getHeader("content-security-policy"));
  void reply.header(
    "content-security-policy",
    policy.replaceAll(/(?:script|style)-src 'self'/gu, `$& 'nonce-${nonce}'`),
  );
  return nonce;
}
