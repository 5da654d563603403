import type { FastifyInstance } from "fastify";

/** `live`: the process answers. `ready`: it also reaches its database. */
export function registerHealthRoutes(app: FastifyInstance): void {
  app.get("/health/live", () => ({ status: "live" }));
  app.get("/health/ready", async (_request, reply) => {
    try {
      await app.parts.database.accounts.organisation.count();
      return { status: "ready" };
    } catch {
      return reply.status(503).send({ status: "not-ready" });
    }
  });
}
