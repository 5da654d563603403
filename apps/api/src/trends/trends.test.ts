import { Command } from "commander";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";

import { createDemonstration } from "#demo/create-demonstration";
import { openWorld } from "#testing/world";
import type { World } from "#testing/world";
import { registerTrends } from "#trends/trends-command-line";
import { trendView, listSeries } from "#trends/trends-queries";
import { UsageProblem } from "#trpc/command-line";
import type { Scope } from "#trpc/scope";
import { systemScope } from "#trpc/system-scope";

let world: World;
let agency: Scope;

beforeAll(async () => {
  world = await openWorld();
  await createDemonstration(world.parts);
  agency = await systemScope(world.parts, "lupavirasto");
});
afterAll(() => world.dispose());

test("satisfaction is 3.55 of 620, the year 2020 3.46 of 1 300, both as published", async () => {
  const view = await trendView(agency, { series: "satisfaction-overall" });
  const point = view.points.find(({ round }) => round === "2021-2");
  expect(point).toMatchObject({
    state: "shown",
    n: 620,
    mean: "3.55",
    sd: 1.093,
    low: 3.464,
    high: 3.636,
    counts: [23, 85, 179, 194, 139],
    by: null,
  });
  expect(point?.published).toMatchObject({ figure: "mean", value: "3.55", qualifier: "exact" });
  const year = view.pools.find(({ label }) => label === "2020");
  expect(year).toMatchObject({ state: "shown", n: 1300, mean: "3.46", rounds: ["2020-1", "2020-2", "2020-3"] });
  expect(year?.published).toMatchObject({ value: "3.46" });
});

test("the newest round against the year before could be chance", async () => {
  const { comparison, sentence } = await trendView(agency, { series: "satisfaction-overall" });
  expect(comparison).toMatchObject({
    a: "2021-2",
    b: "2020",
    difference: "0.09",
    t: 1.679,
    df: 1234.1,
    low: -0.015,
    high: 0.195,
    significant: false,
  });
  expect(comparison?.p).toBeCloseTo(0.093, 3);
  expect(sentence.fi.fact).toContain("3,55");
  const asked = await trendView(agency, { series: "satisfaction-overall", compare: { a: "2021-2", b: "2020" } });
  expect(asked.comparison).toEqual(comparison);
});

test("a break is an edge with its note, and nothing is compared across it", async () => {
  const view = await trendView(agency, { series: "satisfaction-overall", compare: { a: "2021-2", b: "2019-3" } });
  expect(view.edges).toMatchObject([{ from: "2019-3", to: "2020-1", kind: "break" }]);
  expect(Object.keys(view.edges[0]?.notes ?? {})).toEqual(["en", "fi", "ru", "sv"]);
  expect(view.comparison).toBeNull();
  expect(view.points.find(({ round }) => round === "2020-1")?.change).toBeNull();
});

test("the round still collecting tells only how many have answered", async () => {
  const view = await trendView(agency, { series: "satisfaction-overall" });
  expect(view.points.find(({ round }) => round === "2021-3")).toMatchObject({
    state: "collecting",
    n: 147,
    mean: null,
    low: null,
    counts: null,
    cannotSay: null,
  });
  expect(view.pools.find(({ label }) => label === "2021")?.rounds).toEqual(["2021-1", "2021-2"]);
});

test("a question first asked in 2021-2 was not asked before: never 0", async () => {
  const { points } = await trendView(agency, { series: "equal-treatment" });
  expect(points.filter(({ state }) => state === "not-asked").map(({ round, n, mean }) => ({ round, n, mean }))).toEqual(
    ["2019-1", "2019-2", "2019-3", "2020-1", "2020-2", "2020-3", "2021-1", "2021-3"].map((round) => ({
      round,
      n: null,
      mean: null,
    })),
  );
  expect(points.find(({ round }) => round === "2021-2")).toMatchObject({ n: 604, cannotSay: 11 });
});

test("the reputation study stands on its own, as published figures without interval", async () => {
  const view = await trendView(agency, { series: "reputation-overall" });
  expect(view.points).toHaveLength(1);
  expect(view.points[0]).toMatchObject({
    state: "published-figure",
    n: null,
    mean: null,
    low: null,
    high: null,
    counts: null,
    published: { value: "3.84" },
  });
  expect(view.comparison).toBeNull();
  const values = await Promise.all(
    ["reputation-friendliness", "reputation-efficiency"].map((series) => trendView(agency, { series })),
  );
  expect(values.map(({ points }) => points[0]?.published?.value)).toEqual(["3.85", "3.52"]);
});

test("split by customer group, the eight others and the next smallest are hidden, and nothing of them leaves", async () => {
  const view = await trendView(agency, { series: "satisfaction-overall", by: "customer_group" });
  const groups = await agency.transaction((tx) =>
    tx.facetValue.findMany({ where: { organisationId: tx.organisationId, facet: "customer_group" } }),
  );
  const idOf = (key: string) => groups.find((group) => group.key === key)?.id;
  const split = view.points.filter(({ round, by }) => round === "2021-2" && by !== null);
  const hidden = split.filter(({ state }) => state === "suppressed");
  expect(new Set(hidden.map(({ by }) => by))).toEqual(new Set([idOf("muu"), idOf("eu-rekisteröinti")]));
  for (const point of hidden) {
    expect(point).toMatchObject({
      n: null,
      mean: null,
      sd: null,
      low: null,
      high: null,
      counts: null,
      cannotSay: null,
      change: null,
      published: null,
    });
  }
  expect(split.find(({ by }) => by === idOf("työnteko"))).toMatchObject({
    state: "shown",
    n: 214,
    counts: [4, 22, 57, 71, 60],
  });
  expect(view.points.find(({ round, by }) => round === "2021-2" && by === null)?.n).toBe(620);
});

test("split by language adds up to the round", async () => {
  const view = await trendView(agency, { series: "satisfaction-overall", by: "language" });
  const split = view.points.filter(({ round, by }) => round === "2021-2" && by !== null);
  expect(Object.fromEntries(split.map(({ by, counts }) => [by, counts]))).toEqual({
    fi: [8, 29, 60, 62, 44],
    en: [10, 39, 84, 97, 71],
    ru: [3, 11, 22, 23, 15],
    sv: [2, 6, 13, 12, 9],
  });
});

test("the battery: nine answers are suppressed, 24 indicative, 40 shown", async () => {
  const { points } = await trendView(agency, { series: "channel-social-media" });
  const asked = points.filter(({ state }) => state !== "not-asked");
  expect(asked.map(({ round, state, n }) => ({ round, state, n }))).toEqual([
    { round: "2019-1", state: "suppressed", n: null },
    { round: "2020-3", state: "indicative", n: 24 },
    { round: "2021-2", state: "shown", n: 40 },
  ]);
});

test("delivered actions fly as flags on the day of their delivery", async () => {
  const { flags } = await trendView(agency, { series: "satisfaction-overall" });
  expect(flags.map(({ on, name }) => [on, name])).toEqual([
    ["2021-03-01", "Työnantajalinja"],
    ["2021-05-24", "Jonopaikka chatbotissa"],
    ["2021-09-14", "Työlupien käsittelyn nopeuttaminen"],
  ]);
});

test("the list of series gives the newest figure that may be shown", async () => {
  const rows = await listSeries(agency);
  expect(rows.map(({ key }) => key)).toEqual([
    "satisfaction-overall",
    "equal-treatment",
    ...["service-points", "email", "social-media", "e-service", "website", "chatbot", "phone"].map(
      (channel) => `channel-${channel}`,
    ),
    "reputation-overall",
    "reputation-friendliness",
    "reputation-efficiency",
  ]);
  expect(rows[0]?.latest).toEqual({ round: "2021-2", mean: "3.55", n: 620 });
  expect(rows.find(({ key }) => key === "channel-phone")?.latest?.mean).toBe("3.12");
  expect(rows.find(({ key }) => key === "reputation-overall")?.latest).toEqual({
    round: "2019",
    mean: "3.84",
    n: null,
  });
});

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
    { from: "2019-3", to: "2020-1", kind: "break", note: "the wording of the question changed (invented example)" },
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
  ["--compare", "1900,1901"],
  ["--round", "1900-1"],
  ["--series", "nothing"],
])("a mistake gets one line: %s %s", async (args) => {
  await expect(printed("--series", "satisfaction-overall", ...args)).rejects.toThrow(UsageProblem);
});
