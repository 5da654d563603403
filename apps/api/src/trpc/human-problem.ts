import { CommanderError } from "commander";
import { ZodError } from "zod";

import { StartProblem } from "@kuultu/database/start-problem";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { EnvironmentProblem } from "#environment";
import { UsageProblem } from "#trpc/command-line";
import { violationLine } from "#trpc/violation-line";

/** The lines that tell a person what to do; null where the error is a fault of ours and its stack trace is needed. */
export function linesForPerson(error: unknown): readonly string[] | null {
  if (error instanceof EnvironmentProblem) return error.problems;
  if (error instanceof StartProblem || error instanceof UsageProblem) return [error.message];
  if (error instanceof CommanderError) return [];
  if (error instanceof RuleViolation) return [violationLine(error)];
  if (error instanceof ZodError) return error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  if (isSystemError(error)) return [systemLine(error)];
  return null;
}

interface SystemError extends Error {
  readonly code: string;
  readonly syscall: string;
  readonly path?: string;
  readonly port?: number;
}

function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && "code" in error && "syscall" in error && typeof error.code === "string";
}

function systemLine(error: SystemError): string {
  if (error.code === "EADDRINUSE")
    return `Port ${error.port} is taken: stop what listens there, or set PORT to another.`;
  if (error.code === "EACCES" && error.syscall === "listen")
    return `Port ${error.port} may not be listened on: set PORT to one above 1023.`;
  if (error.code === "ENOENT") return `There is no ${error.path}.`;
  return error.message;
}
