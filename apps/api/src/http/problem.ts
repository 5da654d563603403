import { STATUS_CODES } from "node:http";

import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { v4 as uuidv4 } from "uuid";
import { ZodError } from "zod";

import { RuleViolation } from "@kuultu/domain/rule-violation";

import { statusOfViolation } from "#trpc/error";

/** An answer that refuses outside the procedures; `code` is for machines, `detail` for people who read logs. */
export class HttpRefusal extends Error {
  override readonly name = "HttpRefusal";

  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(detail);
  }
}

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly details?: RuleViolation["details"];
}

/** Answers every error as `application/problem+json` (RFC 9457), without a stack trace. */
export function registerProblems(
  app: FastifyInstance,
  reportError: (error: unknown, id: string, where: string) => void,
): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const problem = problemOf(error);
    if (problem !== null) return sendProblem(reply, problem);
    const id = uuidv4();
    if (!hasLeft(error, request)) reportError(error, id, `${request.method} ${request.routeOptions.url ?? "?"}`);
    return sendProblem(reply, { status: 500, code: "unexpected", detail: `Unexpected error ${id}` });
  });
}

/** A reader who closed the page while its answer was on the way: nothing went wrong, and nobody hears what is sent. */
function hasLeft({ code }: FastifyError, { raw }: FastifyRequest): boolean {
  return raw.socket.destroyed && (code === "ERR_STREAM_PREMATURE_CLOSE" || code === "ECONNRESET");
}

export function sendProblem(reply: FastifyReply, { status, code, detail, details }: Problem): FastifyReply {
  return reply
    .status(status)
    .type("application/problem+json")
    .send({
      type: `urn:kuultu:problem:${code}`,
      title: STATUS_CODES[status] ?? "Problem",
      status,
      detail,
      code,
      ...(details && { details }),
    });
}

function problemOf(error: FastifyError | RuleViolation | HttpRefusal | ZodError): Problem | null {
  if (error instanceof RuleViolation) {
    return { status: statusOfViolation(error.code), code: error.code, detail: error.code, details: error.details };
  }
  if (error instanceof HttpRefusal) return { status: error.status, code: error.code, detail: error.message };
  if (error instanceof ZodError)
    return {
      status: 400,
      code: "bad-request",
      detail: error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; "),
    };
  if ("statusCode" in error && error.statusCode !== undefined && error.statusCode < 500) {
    const status = error.statusCode;
    return {
      status,
      code: (STATUS_CODES[status] ?? "problem").toLowerCase().replaceAll(" ", "-"),
      detail: error.message,
    };
  }
  return null;
}
