import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { EnvironmentProblem, readEnvironment } from "#environment";

const key = Buffer.alloc(32, 7).toString("base64");
const secret = "a secret of more than thirty-two characters";
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "kuultu-environment-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function problemsOf(variables: Record<string, string>): readonly string[] {
  try {
    readEnvironment({ KUULTU_DATA: folder, ...variables });
  } catch (error) {
    if (error instanceof EnvironmentProblem) return error.problems;
    throw error;
  }
  return [];
}

describe("the demonstration", () => {
  test("is on with the embedded database, off with another, unless asked for", () => {
    const elsewhere = {
      KUULTU_DATA: folder,
      DATABASE_URL: "postgresql://localhost/x",
      KUULTU_SECRET: secret,
      KUULTU_KEY: key,
    };
    expect(readEnvironment({ KUULTU_DATA: folder }).demonstration).toBe(true);
    expect(readEnvironment(elsewhere).demonstration).toBe(false);
    expect(readEnvironment({ ...elsewhere, KUULTU_DEMO: "on" }).demonstration).toBe(true);
    expect(
      readEnvironment({ KUULTU_DATA: folder, KUULTU_DEMO: "off", KUULTU_SECRET: secret, KUULTU_KEY: key })
        .demonstration,
    ).toBe(false);
  });

  test("makes its secret and key once and keeps them for its owner alone", () => {
    const first = readEnvironment({ KUULTU_DATA: folder });
    const again = readEnvironment({ KUULTU_DATA: folder });
    expect(again.secret).toBe(first.secret);
    expect(again.keys).toEqual(first.keys);
    expect(first.keys[0]).toHaveLength(32);
    for (const name of ["secret", "key"]) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, "secret"), "utf8")).not.toBe(readFileSync(join(folder, "key"), "utf8"));
  });

  test("says in one line that a kept key is damaged", () => {
    const damaged = mkdtempSync(join(tmpdir(), "kuultu-environment-"));
    writeFileSync(join(damaged, "secret"), "short");
    expect(() => readEnvironment({ KUULTU_DATA: damaged })).toThrow(/secret is damaged/u);
    rmSync(damaged, { recursive: true });
  });
});

test("an empty variable counts as unset", () => {
  expect(readEnvironment({ KUULTU_DATA: folder, PORT: "", DATABASE_URL: "" })).toMatchObject({
    port: 4310,
    host: "127.0.0.1",
    databaseUrl: undefined,
  });
});

test("several keys: oldest first", () => {
  const newest = Buffer.alloc(32, 9).toString("base64");
  expect(
    readEnvironment({ KUULTU_DATA: folder, KUULTU_KEY: `${key}, ${newest}` }).keys.map((bytes) => bytes[0]),
  ).toEqual([7, 9]);
});

test.each<[Record<string, string>, RegExp[]]>([
  [{ PORT: "many" }, [/^PORT must be a port number/u]],
  [{ PORT: "65536" }, [/^PORT must be/u]],
  [
    { DATABASE_URL: "mysql://x/y", KUULTU_DEMO: "perhaps" },
    [/^DATABASE_URL must be/u, /^KUULTU_DEMO must be auto, on or off/u],
  ],
  [{ KUULTU_KEY: "short" }, [/^KUULTU_KEY must be 32 bytes/u]],
  [
    { KUULTU_DEMO: "off" },
    [/^KUULTU_SECRET must be set outside the demonstration/u, /^KUULTU_KEY must be set outside/u],
  ],
  [{ HOST: "0.0.0.0" }, [/^KUULTU_ORIGIN must be set where HOST \(0\.0\.0\.0\)/u]],
  [{ KUULTU_ORIGIN: "http://kuultu.example.fi" }, [/^KUULTU_ORIGIN must begin with https/u]],
])("%j: one line for each problem", (variables, lines) => {
  const problems = problemsOf(variables);
  expect(problems).toHaveLength(lines.length);
  for (const [index, line] of lines.entries()) expect(problems[index]).toMatch(line);
  for (const problem of problems) expect(problem).not.toContain("\n");
});
