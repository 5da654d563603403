import { randomUUID } from "node:crypto";
import { createInterface } from "node:readline";
import { openInstallation } from "../installation.ts";
import type { Installation } from "../installation.ts";
import { StartProblem } from "../start-problem.ts";

/**
 * A product in small for tests that kill: opens the installation named in its first argument (JSON), prints JSON lines,
 * obeys lines on standard input and, like the real one, Ctrl-C. It ends with the test that began it.
 */
const organisationId = "00000000-0000-4000-8000-000000000001";

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

async function write(installation: Installation, key: string): Promise<void> {
  await installation.database.forOrganisation(organisationId, (tx) =>
    tx.survey.create({ data: { organisationId, id: randomUUID(), key, names: {} } }),
  );
  print({ kept: key });
}

async function obey(installation: Installation, [command, key]: readonly string[]): Promise<void> {
  if (command === "write") await write(installation, key ?? "");
  if (command === "write-on") for (let n = 0; ; n++) await write(installation, `${key}-${n}`);
  if (command === "read") {
    const rows = await installation.database.forOrganisation(organisationId, (tx) => tx.survey.findMany());
    print({ rows: rows.map((row) => row.key) });
  }
}

async function main(): Promise<void> {
  const options = JSON.parse(process.argv[2] ?? "{}") as { dataFolder: string; serving: boolean };
  const installation = await openInstallation({ ...options, log: () => {} });
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= installation.stop().then(() => process.exit(0));
  };
  process.once("SIGINT", () => void write(installation, "after-ctrl-c").then(stop));
  print({ url: installation.url });
  for await (const line of createInterface({ input: process.stdin })) await obey(installation, line.split(":"));
  stop();
}

main().catch((error: unknown) => {
  process.stderr.write(
    error instanceof StartProblem ? `${error.message}\n` : String(error instanceof Error ? error.stack : error),
  );
  process.exit(error instanceof StartProblem ? 2 : 1);
});
