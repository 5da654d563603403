import { join } from "node:path";

import type { FastifyInstance } from "fastify";

import { repositoryFolder } from "#environment";
import { createHttpServer } from "#http/http-server";
import type { HttpSettings } from "#http/http-server";
import type { World } from "#testing/world";

/** A server that listens on a free port of this machine. */
export interface Listening {
  readonly app: FastifyInstance;
  readonly origin: string;
  /** POST of JSON, as a page of this server would send it. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
}

export async function listen(world: Pick<World, "parts">, settings: Partial<HttpSettings> = {}): Promise<Listening> {
  const app = await createHttpServer(world.parts, {
    origin: undefined,
    secret: "a secret that only the tests know, and long enough",
    demonstration: false,
    callsPerMinute: 1_000_000,
    screenFolder: join(repositoryFolder, "apps/web/dist"),
    ...settings,
  });
  const origin = await app.listen({ port: 0, host: "127.0.0.1" });
  return {
    app,
    origin,
    post: (path, body, headers = {}) =>
      fetch(origin + path, {
        method: "POST",
        body: JSON.stringify(body),
        headers: { "content-type": "application/json", origin: settings.origin ?? origin, ...headers },
      }),
    get: (path, headers = {}) => fetch(origin + path, { headers }),
  };
}

/** The cookies that an answer sets, as a browser would send them back. */
export function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");
}
