import type { FastifyRequest } from "fastify";

const loopbackNames: readonly string[] = ["localhost", "::1", "[::1]"];

/** Whether a host name or address is this machine's own. */
export function isLoopbackHost(host: string): boolean {
  return loopbackNames.includes(host) || /^(?:::ffff:)?127\.\d+\.\d+\.\d+$/u.test(host);
}

/** Whether the server is for this machine alone: without a public address, or with one that is its own. */
export function isForThisMachine(origin: string | undefined): boolean {
  return origin === undefined || isLoopbackHost(new URL(origin).hostname);
}

/** Whether a request comes from this machine itself; one that a proxy hands on comes from somewhere else. */
export function isFromLoopback(request: FastifyRequest): boolean {
  const handedOn = ["forwarded", "x-forwarded-for", "x-real-ip", "via"].some(
    (name) => request.headers[name] !== undefined,
  );
  return !handedOn && isLoopbackHost(request.socket.remoteAddress ?? "") && isLoopbackHost(request.hostname);
}
