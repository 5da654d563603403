import type { FastifyInstance } from "fastify";

import { HttpRefusal } from "#http/problem";
import { inputFlaw } from "#trpc/storable-input";

/** A body nested so deep that whoever walks it runs out of stack is refused; those of the procedures are looked at there. */
export function refuseDeepBodies(app: FastifyInstance): void {
  app.addHook("preValidation", async ({ body }) => {
    if (typeof body !== "object" || body === null || Buffer.isBuffer(body)) return;
    if (inputFlaw(body)?.what === "too-deep") throw new HttpRefusal(400, "too-deep", "The body is nested too deeply");
  });
}
