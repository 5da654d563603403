import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { expect, test } from "vitest";
import { z } from "zod";

import { RuleViolation } from "@kuultu/domain/rule-violation";

import type { CallContext } from "#trpc/context";
import { publicProcedure, router } from "#trpc/procedure";

const failing = router({
  violation: publicProcedure.query(() => {
    throw new RuleViolation("changed-meanwhile", { version: 3 });
  }),
  fault: publicProcedure.query(() => {
    throw new Error("password=hunter2");
  }),
  free: publicProcedure.input(z.object({ words: z.array(z.string()) })).query(({ input }) => input.words.length),
  strict: publicProcedure.input(z.object({ limit: z.number().max(200) })).query(({ input }) => input.limit),
});

const reported: { message: string; id: string; where: string }[] = [];

/** Only what these procedures use of a context. */
const context = {
  account: null,
  organisationSlug: null,
  parts: {
    reportError: (error: unknown, id: string, where: string) => reported.push({ message: String(error), id, where }),
  },
} satisfies { [Key in keyof CallContext]?: unknown };

async function ask(path: string): Promise<{ status: number; text: string; error: unknown }> {
  const answer = await fetchRequestHandler({
    endpoint: "/trpc",
    req: new Request(`http://localhost/trpc/${path}`),
    router: failing,
    createContext: () => Object.create(context),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    text,
    error: z.object({ error: z.object({ json: z.unknown() }) }).parse(JSON.parse(text)).error.json,
  };
}

test("a violation answers with its code and details, for the screen to word", async () => {
  const { status, error } = await ask("violation");
  expect(status).toBe(409);
  expect(error).toMatchObject({
    message: "changed-meanwhile",
    data: { violation: { code: "changed-meanwhile", details: { version: 3 } } },
  });
});

test("an unforeseen error is told to the log, and answered with nothing but its id", async () => {
  const { status, text, error } = await ask("fault");
  expect(status).toBe(500);
  expect(text).not.toMatch(/hunter2|stack|\.ts/u);
  expect(reported).toMatchObject([{ message: "Error: password=hunter2", where: "fault" }]);
  expect(error).toMatchObject({ data: { errorId: reported[0]?.id, violation: null } });
});

test("characters that cannot be stored are refused like any wrong input, before a query sees them", async () => {
  for (const word of ["a\0b", "\uD800", "x\uDC00y"]) {
    const { status, error } = await ask(
      `free?input=${encodeURIComponent(JSON.stringify({ json: { words: [word] } }))}`,
    );
    expect(status).toBe(400);
    expect(error).toMatchObject({ data: { issues: [{ path: ["words", "0"] }] } });
  }
  expect(reported).toHaveLength(1);
});

test("input nested without end is refused in words, and what contains itself is looked through once", async () => {
  const deep = `{"json":{"words":${"[".repeat(3000)}${"]".repeat(3000)}}}`;
  const { status, error } = await ask(`free?input=${encodeURIComponent(deep)}`);
  expect(status).toBe(400);
  expect(error).toMatchObject({ message: "Nested too deeply", data: { code: "BAD_REQUEST" } });
  const circle = { json: { self: { of: 1 } }, meta: { referentialEqualities: { self: ["self.of"] } } };
  const circled = await ask(`free?input=${encodeURIComponent(JSON.stringify(circle))}`);
  expect(circled.error).toMatchObject({ data: { code: "BAD_REQUEST", issues: [{ path: ["words"] }] } });
  expect(reported).toHaveLength(1);
});

test("wrong input is answered with where it is wrong", async () => {
  const { status, error } = await ask(`strict?input=${encodeURIComponent(JSON.stringify({ json: { limit: 900 } }))}`);
  expect(status).toBe(400);
  expect(error).toMatchObject({ data: { issues: [{ path: ["limit"] }] } });
});
