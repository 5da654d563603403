import { TRPCError } from "@trpc/server";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { accountOf } from "#http/request-scope";

/**
 * Refuses a request for procedures, with when to come again, once its account has sent as many within a minute; where nobody is
 * signed in, its address. Far above what a person's screen asks for: it keeps one program that runs wild from the others.
 */
export function callLimit(
  app: FastifyInstance,
  callsPerMinute: number,
): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  const count = app.createRateLimit({
    max: callsPerMinute,
    timeWindow: 60_000,
    async keyGenerator(request) {
      const account = await accountOf(request);
      return account === null ? `address ${request.ip}` : `account ${account.userId}`;
    },
  });
  return async (request, reply) => {
    const counted = await count(request);
    if (counted.isAllowed || !counted.isExceeded) return;
    void reply.header("retry-after", counted.ttlInSeconds);
    const message = `Too many requests: try again in ${counted.ttlInSeconds} s`;
    throw new TRPCError({ code: "TOO_MANY_REQUESTS", message });
  };
}
