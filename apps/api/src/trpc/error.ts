import { TRPCError } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { v4 as uuidv4 } from "uuid";
import { ZodError } from "zod";

import { RuleViolation } from "@kuultu/domain/rule-violation";
import type { ViolationCode } from "@kuultu/domain/rule-violation";

type TrpcCode = TRPCError["code"];

const codesOfViolations: Partial<Record<ViolationCode, TrpcCode>> = {
  "not-found": "NOT_FOUND",
  "not-permitted": "FORBIDDEN",
  "changed-meanwhile": "CONFLICT",
  "feedback.already-coded": "CONFLICT",
  "feedback.view-name-taken": "CONFLICT",
  "themes.name-taken": "CONFLICT",
  "themes.digit-taken": "CONFLICT",
  "rounds.name-taken": "CONFLICT",
  "intake.name-taken": "CONFLICT",
  "staff.email-taken": "CONFLICT",
  "intake.too-large": "PAYLOAD_TOO_LARGE",
};

/** Stands for an error that nobody foresaw: its story is in the log under `id`. */
export class UnexpectedError extends Error {
  override readonly name = "UnexpectedError";

  constructor(readonly id: string) {
    super(`Unexpected error ${id}`);
  }
}

/** What the person who called may know of an error; anything unforeseen goes to `report` and leaves only its id. */
export function answerableError(error: TRPCError, report: (cause: unknown, id: string) => void): TRPCError {
  const cause = error.cause;
  if (cause instanceof UnexpectedError) return error;
  if (cause instanceof RuleViolation) {
    return new TRPCError({ code: trpcCode(cause.code), message: cause.code, cause });
  }
  if (error.code !== "INTERNAL_SERVER_ERROR") return error;
  const unexpected = new UnexpectedError(uuidv4());
  report(cause ?? error, unexpected.id);
  return new TRPCError({ code: "INTERNAL_SERVER_ERROR", message: unexpected.message, cause: unexpected });
}

/** The violation, the issues of the input or the id of the log entry, as far as the error has one. */
export function errorDetails(error: TRPCError) {
  const cause = error.cause;
  return {
    violation: cause instanceof RuleViolation ? { code: cause.code, details: cause.details } : null,
    issues:
      cause instanceof ZodError ? cause.issues.map(({ path, message }) => ({ path: path.map(String), message })) : null,
    errorId: cause instanceof UnexpectedError ? cause.id : null,
  };
}

export function trpcCode(violation: ViolationCode): TrpcCode {
  return codesOfViolations[violation] ?? "UNPROCESSABLE_CONTENT";
}

/** The same, as a status of HTTP. */
export function statusOfViolation(violation: ViolationCode): number {
  return getHTTPStatusCodeFromError(new TRPCError({ code: trpcCode(violation) }));
}
