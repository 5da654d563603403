import { fileURLToPath } from "node:url";
import { resolve } from "node:path";

import { z } from "zod";

import { isEmail } from "@kuultu/domain/feedback/contact";

import { keptSecret } from "#http/kept-secret";
import { isLoopbackHost } from "#http/loopback";

/** Both src/ and the bundle's dist/ lie two folders below apps/, so this holds in either. */
export const repositoryFolder = fileURLToPath(new URL("../../../", import.meta.url));

/** What was read from the variables, checked; nothing else reads `process.env`. */
export interface Environment {
  readonly port: number;
  readonly host: string;
  /** Unset: the embedded database. */
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  /** The address people use, without a trailing slash; unset: wherever the server listens on loopback. */
  readonly origin: string | undefined;
  readonly demonstration: boolean;
  readonly secret: string;
  /** Keys of 32 bytes, oldest first; the newest encrypts. */
  readonly keys: readonly Uint8Array[];
  /** Requests of one account, or from one address where nobody is signed in. */
  readonly callsPerMinute: number;
  /** Where answers are handed over, and who they come from; unset: none are sent. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | undefined;
}

/** The variables do not add up. One line per problem, each saying what to do. */
export class EnvironmentProblem extends Error {
  override readonly name = "EnvironmentProblem";

  constructor(readonly problems: readonly string[]) {
    super(problems.join("\n"));
  }
}

const url = (protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol));

const variables = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/u)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(4310),
  HOST: z.string().default("127.0.0.1"),
  DATABASE_URL: url(["postgres:", "postgresql:"]).optional(),
  KUULTU_DATA: z.string().default(resolve(repositoryFolder, ".kuultu")),
  KUULTU_ORIGIN: url(["http:", "https:"]).optional(),
  KUULTU_SECRET: z.string().min(32).optional(),
  KUULTU_DEMO: z.enum(["auto", "off", "on"]).default("auto"),
  KUULTU_KEY: z
    .string()
    .transform((text) => text.split(",").map((key) => Uint8Array.from(Buffer.from(key.trim(), "base64"))))
    .refine((keys) => keys.every((key) => key.length === 32))
    .optional(),
  KUULTU_CALLS_PER_MINUTE: z
    .string()
    .regex(/^[1-9]\d{1,6}$/u)
    .transform(Number)
    .default(3000),
  SMTP_URL: url(["smtp:", "smtps:"]).optional(),
  MAIL_FROM: z.string().refine(isEmail).optional(),
});

const wanted: Readonly<Record<string, string>> = {
  PORT: "a port number from 0 to 65535",
  DATABASE_URL: "an address such as postgresql://name:password@host:5432/kuultu",
  KUULTU_ORIGIN: "the public address, such as https://kuultu.example.fi",
  KUULTU_SECRET: "at least 32 characters, for example from: openssl rand -base64 32",
  KUULTU_DEMO: "auto, on or off",
  KUULTU_KEY: "32 bytes in base64, for example from: openssl rand -base64 32 (several: oldest first, with commas)",
  KUULTU_CALLS_PER_MINUTE: "a whole number from 10 up",
  SMTP_URL: "an address such as smtps://name:password@host:465",
  MAIL_FROM: "one e-mail address, such as palaute@virasto.example",
};

/** Reads and checks the variables; throws an EnvironmentProblem that names everything that is wrong at once. */
export function readEnvironment(source: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const names = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
    throw new EnvironmentProblem([...names].map((name) => `${name} must be ${wanted[name] ?? "set"}.`));
  }
  const values = parsed.data;
  const demonstration =
    values.KUULTU_DEMO === "on" || (values.KUULTU_DEMO === "auto" && values.DATABASE_URL === undefined);
  const problems = [...addressProblems(values.HOST, values.KUULTU_ORIGIN)];
  if (!demonstration) {
    for (const name of ["KUULTU_SECRET", "KUULTU_KEY"] as const) {
      if (values[name] === undefined) problems.push(`${name} must be set outside the demonstration: ${wanted[name]}.`);
    }
  }
  if (problems.length > 0) throw new EnvironmentProblem(problems);
  const dataFolder = resolve(values.KUULTU_DATA);
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL,
    dataFolder,
    origin: values.KUULTU_ORIGIN === undefined ? undefined : new URL(values.KUULTU_ORIGIN).origin,
    demonstration,
    secret: values.KUULTU_SECRET ?? keptSecret(dataFolder, "secret"),
    keys: values.KUULTU_KEY ?? [Uint8Array.from(Buffer.from(keptSecret(dataFolder, "key"), "base64"))],
    callsPerMinute: values.KUULTU_CALLS_PER_MINUTE,
    mail:
      values.SMTP_URL === undefined
        ? undefined
        : { smtpUrl: values.SMTP_URL, from: values.MAIL_FROM ?? senderOf(values.SMTP_URL, values.KUULTU_ORIGIN) },
  };
}

/** Without MAIL_FROM: the name under which we sign in to the mail server where that is an address, else kuultu@ our own host. */
function senderOf(smtpUrl: string, origin: string | undefined): string {
  const user = new URL(smtpUrl).username.replaceAll("%40", "@");
  return isEmail(user) ? user : `kuultu@${origin === undefined ? "localhost" : new URL(origin).hostname}`;
}

/** Away from loopback the session travels over a network: then the address must be known, and safe. */
function* addressProblems(host: string, origin: string | undefined): Generator<string> {
  if (origin === undefined) {
    if (!isLoopbackHost(host))
      yield `KUULTU_ORIGIN must be set where HOST (${host}) is not a loopback address: ${wanted["KUULTU_ORIGIN"]}.`;
    return;
  }
  const { protocol, hostname } = new URL(origin);
  if (protocol === "http:" && !isLoopbackHost(hostname))
    yield "KUULTU_ORIGIN must begin with https:// unless it is a loopback address.";
}
