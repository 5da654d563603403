import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, sep } from "node:path";

import staticFiles from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

import { HttpRefusal, sendProblem } from "#http/problem";
import { allowNonce } from "#http/security-headers";

const yearInSeconds = 365 * 24 * 60 * 60;
const noncePlaceholder = "__CSP_NONCE__";
/** Paths of programs: what is missing there is missing, and never the screen. */
const machinePaths = ["/api", "/trpc", "/health", "/assets"];

/** Serves the built screen: files as they are, and its one page for every other address that a person may open. */
export async function registerScreenFiles(app: FastifyInstance, folder: string): Promise<void> {
  const page = join(folder, "index.html");
  for (const path of ["/", "/index.html"]) app.get(path, (_request, reply) => sendPage(reply, page));
  if (existsSync(folder)) {
    await app.register(staticFiles, {
      root: folder,
      index: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders: (response, path) => {
        // Files under assets/ carry a digest of their content in their name.
        const hashed = path.startsWith(join(folder, "assets") + sep);
        response.setHeader("cache-control", hashed ? `public, max-age=${yearInSeconds}, immutable` : "no-cache");
      },
    });
  }
  app.setNotFoundHandler((request, reply) =>
    isForScreen(request)
      ? sendPage(reply, page)
      : sendProblem(reply, { status: 404, code: "not-found", detail: "There is nothing at this address" }),
  );
}

function isForScreen(request: FastifyRequest): boolean {
  const path = request.url.split("?", 1)[0] ?? "";
  const isMachines = machinePaths.some((start) => path === start || path.startsWith(`${start}/`));
  return (
    request.method === "GET" && !isMachines && (request.headers.accept ?? "*/*").match(/text\/html|\*\/\*/u) !== null
  );
}

async function sendPage(reply: FastifyReply, path: string): Promise<FastifyReply> {
  const html = await readFile(path, "utf8").catch(() => {
    throw new HttpRefusal(503, "not-built", "The screen has not been built: run npm start");
  });
  return reply
    .type("text/html; charset=utf-8")
    .header("cache-control", "no-store")
    .send(html.replaceAll(noncePlaceholder, allowNonce(reply)));
}
