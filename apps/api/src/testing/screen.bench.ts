import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

import { z } from "zod";

import { repositoryFolder } from "#environment";
import { makeBenchItems, makeBenchOrganisation } from "#testing/bench-data";
import type { BenchWorld } from "#testing/bench-world";
import type { Comparison } from "#testing/comparison";
import { listen } from "#testing/http";
import { makeStaff } from "#testing/makers";
import { systemScope } from "#trpc/system-scope";

const password = "a long enough bench phrase";
const few = 1000;

const comparisonSchema: z.ZodType<Comparison> = z.object({
  name: z.string(),
  size: z.number(),
  ours: z.number(),
  plain: z.number(),
  unit: z.enum(["ms", "rows/s", "MB"]),
  ratio: z.number(),
  limit: z.number(),
  wanted: z.enum(["at most", "at least"]),
  runs: z.number(),
  min: z.number(),
  max: z.number(),
});

/** What a person feels in a browser, with few items and with the most: measured by a program beside the journeys, which prints a line each. */
export async function* benchScreen(world: BenchWorld, sizes: readonly number[]): AsyncGenerator<Comparison> {
  const many = Math.max(...sizes);
  const people = [];
  for (const size of [few, many]) {
    const slug = `screen-${size}`;
    const organisation = await makeBenchOrganisation(world.parts.database, slug);
    await makeBenchItems(world, organisation, size);
    const [themeId = ""] = organisation.themeIds;
    await world.parts.database.forOrganisation(organisation.id, (tx) =>
      tx.theme.update({
        where: { organisationId_id: { organisationId: organisation.id, id: themeId } },
        data: { pinnedDigit: 1 },
        select: { id: true },
      }),
    );
    const { email } = await makeStaff(world.parts, await systemScope(world.parts, slug), {
      roles: ["triager"],
      password,
    });
    people.push({ slug, size, email });
  }
  const listening = await listen(world);
  try {
    const program = join(repositoryFolder, "apps/web/e2e/triage.bench.ts");
    const measuring = spawn(process.execPath, ["--import", import.meta.resolve("tsx"), program], {
      env: { ...process.env, KUULTU_BENCH: JSON.stringify({ origin: listening.origin, password, people }) },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = once(measuring, "exit");
    for await (const line of createInterface({ input: measuring.stdout }))
      yield comparisonSchema.parse(JSON.parse(line));
    const [code] = await ended;
    if (code !== 0) throw new Error(`Measuring in the browser ended with ${code}.`);
  } finally {
    await listening.app.close();
  }
}
