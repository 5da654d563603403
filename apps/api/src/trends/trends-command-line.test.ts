import { Command } from "commander";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";

import { createDemonstration } from "#demo/create-demonstration";
import { openWorld } from "#testing/world";
import type { World } from "#testing/world";
import { registerTrends } from "#trends/trends-command-line";
import { UsageProblem } from "#trpc/command-line";
import { systemScope } from "#trpc/system-scope";

let world: World;

beforeAll(async () => {
  world = await openWorld();
  await createDemonstration(world.parts);
});
afterAll(() => world.dispose());

/** What `kuultu trends` prints with these arguments. */
async function printed(...args: string[]): Promise<string[]> {
  const lines: string[] = [];
  const program = new Command().exitOverride();
  registerTrends(program, {
    withParts: async (work) => void (await work(world.parts)),
    inOrganisation: async (slug, work) => void (await work(await systemScope(world.parts, slug), world.parts)),
    print: (text) => lines.push(text),
    tell: () => {},
  });
  await program.parseAsync(["trends", "--organisation", "lupavirasto", ...args], { from: "user" });
  return lines;
}

const outputSchema = z.object({
  series: z.string(),
  points: z.array(
    z.object({
      round: z.string(),
      state: z.string(),
      n: z.int().nullable(),
      mean: z.string().nullable(),
      by: z.string().nullable(),
      counts: z.array(z.int()).nullable(),
    }),
  ),
  pools: z.array(z.object({ label: z.string(), mean: z.string().nullable() })),
  edges: z.array(z.object({ from: z.string(), to: z.string(), kind: z.string(), note: z.string() })),
  comparison: z.object({ a: z.string(), b: z.string(), p: z.number() }).nullable(),
  sentence: z.record(z.enum(["fi", "sv", "en", "ru"]), z.string()),
});

async function output(...args: string[]) {
  return outputSchema.parse(JSON.parse((await printed(...args, "--json")).join("\n")));
}

test("prints the figures in the shape that programs read", async () => {
  const told = await output("--series", "satisfaction-overall", "--compare", "2021-2,2020");
  expect(told.series).toBe("satisfaction-overall");
  expect(told.points.find(({ round }) => round === "2021-2")).toEqual({
    round: "2021-2",
    state: "shown",
    n: 620,
    mean: "3.55",
    by: null,
    counts: [23, 85, 179, 194, 139],
  });
  expect(told.pools.find(({ label }) => label === "2020")?.mean).toBe("3.46");
  expect(told.edges).toEqual([
    { from: "2019-3", to: "2020-1", kind: "break", note: "The wording of the question changed (invented example)" },
  ]);
  expect(told.comparison).toMatchObject({ a: "2021-2", b: "2020" });
  expect(told.sentence.fi).toContain("3,55");
});

test("one round, split by customer group under its own names", async () => {
  const { points } = await output("--series", "satisfaction-overall", "--by", "customer_group", "--round", "2021-2");
  const states = Object.fromEntries(points.map(({ by, state, n }) => [by ?? "all", n ?? state]));
  expect(states).toEqual({
    all: 620,
    työnteko: 214,
    opiskelu: 127,
    perheside: 143,
    kansalaisuus: 71,
    "kansainvälinen suojelu": 34,
    "eu-rekisteröinti": "suppressed",
    muu: "suppressed",
  });
});

test("a published figure stands in its place, by name", async () => {
  expect((await output("--series", "reputation-efficiency")).points).toMatchObject([
    { round: "2019", state: "published-figure", n: null, mean: "3.52" },
  ]);
});

test("lines for a person begin with the sentence", async () => {
  const lines = await printed("--series", "satisfaction-overall");
  expect(lines[0]).toContain("3.55");
  expect(lines).toContain("2021-2  n 620  3.55  3.464–3.636");
  expect(lines).toContain("2021-3  n 147  collecting");
});

test.for([
  ["--by", "colour"],
  ["--compare", "2021-2"],
])("a mistake gets one line: %s %s", async (args) => {
  await expect(printed("--series", "satisfaction-overall", ...args)).rejects.toThrow(UsageProblem);
});
