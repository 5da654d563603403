import { Command } from "commander";
import { afterAll, beforeAll, expect, it } from "vitest";

import { registerFeedback } from "#feedback/feedback-command-line";
import { makeItems, makeOrganisation } from "#testing/makers";
import { openWorld, type World } from "#testing/world";
import { type CommandLineContext, UsageProblem } from "#trpc/command-line";
import { systemScope } from "#trpc/system-scope";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());

/** What a command line prints, line by line. */
async function printed(words: readonly string[]): Promise<string[]> {
  const lines: string[] = [];
  const context: CommandLineContext = {
    withParts: async (work) => void (await work(world.parts)),
    inOrganisation: async (slug, work) => void (await work(await systemScope(world.parts, slug), world.parts)),
    print: (text) => lines.push(text),
    tell: () => {},
  };
  const program = new Command().exitOverride();
  registerFeedback(program, context);
  await program.parseAsync(words, { from: "user" });
  return lines;
}

it("lists all that match as JSON lines, over as many pages as there are", async () => {
  const home = await makeOrganisation(world.parts);
  await makeItems(
    home,
    Array.from({ length: 450 }, (_, n) => ({ kind: n % 3 === 0 ? ("idea" as const) : ("praise" as const) })),
  );
  const list = ["feedback", "list", "--organisation", home.organisation.slug];
  expect(new Set(await printed(list)).size).toBe(450);
  expect(await printed([...list, "--kind", "idea", "--search", "jonotin"])).toHaveLength(150);
  expect(await printed([...list, "--limit", "7", "--past-target"])).toHaveLength(0);
  expect(await printed([...list, "--limit", "207"])).toHaveLength(207);
});

it.each([
  ["--kind", "valitus"],
  ["--received-from", "1.3.2026"],
  ["--limit", "0"],
  ["--order", "best"],
])("refuses %s %s with one line", async (flag, value) => {
  const home = await makeOrganisation(world.parts);
  const listing = printed(["feedback", "list", "--organisation", home.organisation.slug, flag, value]);
  await expect(listing).rejects.toThrow(UsageProblem);
  await expect(listing).rejects.toThrow(value);
});
