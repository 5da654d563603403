import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import rateLimit from "@fastify/rate-limit";
import { fastifyTRPCPlugin } from "@trpc/server/adapters/fastify";
import type { FastifyTRPCPluginOptions } from "@trpc/server/adapters/fastify";
import fastify from "fastify";
import type { FastifyInstance } from "fastify";

import { appRouter } from "#app-router";
import type { AppRouter } from "#app-router";
import { refuseDeepBodies } from "#http/body-depth";
import { callLimit } from "#http/call-limit";
import { registerHealthRoutes } from "#http/health-routes";
import { isForThisMachine } from "#http/loopback";
import { HttpRefusal, registerProblems } from "#http/problem";
import { callContext } from "#http/request-scope";
import { registerSameOrigin } from "#http/same-origin";
import { registerScreenFiles } from "#http/screen-files";
import { registerSecurityHeaders } from "#http/security-headers";
import { ShortMemory } from "#http/short-memory";
import { createSignIn } from "#http/sign-in";
import { registerSignInRoutes } from "#http/sign-in-routes";
import { registerExportRoute } from "#feedback/export/export-route";
import { registerUploadRoute } from "#intake/upload-route";
import { registerDemonstrationSignIn } from "#staff/demonstration-sign-in";
import type { SignedInAccount } from "#trpc/context";
import type { Workplace } from "#trpc/scope-loader";
import type { ServerParts } from "#trpc/server-parts";

/** More calls than this in one request are refused: a page of the screen asks for about ten. */
const callsPerBatch = 25;
/** How long a session or a role that another process took away may still hold. */
const memoryMs = 5000;
const patienceAtTheEndMs = 1000;
const bodyLimitBytes = 1024 * 1024;

export interface HttpSettings {
  /** The public address; undefined: this machine only, on whatever port it listens. */
  readonly origin: string | undefined;
  readonly secret: string;
  readonly demonstration: boolean;
  /** Requests for procedures of one account, or from one address where nobody is signed in. */
  readonly callsPerMinute: number;
  /** Folder of the built screen. */
  readonly screenFolder: string;
}

/** The server, not yet listening. */
export async function createHttpServer(parts: ServerParts, settings: HttpSettings): Promise<FastifyInstance> {
  const secure = settings.origin?.startsWith("https:") ?? false;
  const app = fastify({
    logger: false,
    bodyLimit: bodyLimitBytes,
    // With a public address a proxy on this machine may stand in front and names the caller.
    trustProxy: settings.origin === undefined ? false : "loopback",
    routerOptions: { maxParamLength: 2000 },
    forceCloseConnections: "idle",
  });
  // Answers under way may finish; a caller who never ends a request must not hold up the end of the process.
  app.addHook("preClose", async () => {
    parts.live.endStreams();
    setTimeout(() => app.server.closeAllConnections(), patienceAtTheEndMs).unref();
  });
  const signIn = createSignIn(parts.database, {
    secret: settings.secret,
    origin: settings.origin ?? "http://localhost",
    secureCookie: secure,
  });
  app.decorate("parts", parts);
  app.decorate("signIn", signIn);
  app.decorate("accounts", new ShortMemory<SignedInAccount | null>(memoryMs));
  app.decorate("workplaces", new ShortMemory<Workplace>(memoryMs));
  registerProblems(app, parts.reportError);
  await registerSecurityHeaders(app, secure);
  registerSameOrigin(app, settings.origin);
  await app.register(cookie);
  await app.register(compress, { threshold: 1024 });
  await app.register(rateLimit, { global: false, errorResponseBuilder: tooMany });
  refuseDeepBodies(app);
  registerHealthRoutes(app);
  registerSignInRoutes(app);
  // A proxy need not tell that it hands a request on: behind a public address nobody is taken for somebody on this machine.
  if (settings.demonstration && isForThisMachine(settings.origin)) registerDemonstrationSignIn(app);
  registerUploadRoute(app);
  registerExportRoute(app);
  const requireCallsLeft = callLimit(app, settings.callsPerMinute);
  await app.register(fastifyTRPCPlugin<AppRouter>, {
    prefix: "/trpc",
    trpcOptions: {
      router: appRouter,
      async createContext({ req, res, info }) {
        // A stream is asked for once, and asks for nothing itself.
        if (info.type !== "subscription") await requireCallsLeft(req, res);
        // A stream of events cannot send headers: its organisation stands in the address.
        return callContext(req, info.connectionParams?.["organisation"]);
      },
      maxBatchSize: callsPerBatch,
    },
  } satisfies FastifyTRPCPluginOptions<AppRouter>);
  await registerScreenFiles(app, settings.screenFolder);
  return app;
}

function tooMany(_request: unknown, { after }: { after: string }): HttpRefusal {
  return new HttpRefusal(429, "too-many-attempts", `Too many attempts: try again in ${after}`);
}
