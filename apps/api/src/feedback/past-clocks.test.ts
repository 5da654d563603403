import { afterAll, beforeAll, expect, test } from "vitest";

import { codeItem, finishItem, rejectItem, routeItem } from "#feedback/feedback-commands";
import { countFeedback, summariseQueue } from "#feedback/counts/feedback-count-queries";
import { listFeedback } from "#feedback/feedback-list-queries";
import { settleRouted } from "#routed/routed-commands";
import { makeItem, makeOrganisation, makeTheme } from "#testing/makers";
import { openWorld, signedInCaller, type SignedIn, type World } from "#testing/world";
import type { Scope } from "#trpc/scope";
import { systemScope } from "#trpc/system-scope";

let world: World;
let home: Scope;
let registrar: SignedIn;

beforeAll(async () => {
  world = await openWorld(new Date("2026-03-04T10:00:00.000Z"));
  home = await makeOrganisation(world.parts);
  registrar = await signedInCaller(world, home, "registrar");
});
afterAll(() => world.dispose());

test("each clock is counted from the day after its last, as long as something is still to be done", async () => {
  const themeId = await makeTheme(home);
  const open = await makeItem(home, { replyExpected: true });
  const categorised = await makeItem(home, { replyExpected: true });
  await codeItem(home, { itemId: categorised, version: 1, themeId, words: null });
  await finishItem(home, { itemId: categorised, version: 2 });
  const rejected = await makeItem(home, { replyExpected: true });
  await rejectItem(home, { itemId: rejected, version: 1, reason: "abusive" });
  const [request, settled, report] = [await makeItem(home), await makeItem(home), await makeItem(home)];
  await routeItem(home, { itemId: request, version: 1, routingClass: "document_request" });
  await routeItem(home, { itemId: settled, version: 1, routingClass: "document_request" });
  await settleRouted(registrar.scope, { itemId: settled, version: 2 });
  await routeItem(home, { itemId: report, version: 1, routingClass: "whistleblowing" });

  const on = async (day: string) => {
    world.setClock(new Date(`${day}T10:00:00.000Z`));
    const scope = await systemScope(world.parts, home.organisation.slug);
    const { pastTarget, pastAnswer, pastRouting } = await summariseQueue(scope, null);
    const found = async (pastClock: "answer" | "routing") => {
      const { rows } = await listFeedback(scope, { filter: { pastClock }, order: "newest", limit: 50 });
      expect((await countFeedback(scope, { pastClock })).total).toBe(rows.length);
      return rows.map(({ id }) => id).toSorted();
    };
    return {
      past: [pastTarget, pastAnswer, pastRouting],
      answer: await found("answer"),
      routing: await found("routing"),
    };
  };
  const nothing = { answer: [], routing: [] };
  expect(await on("2026-03-11")).toEqual({ past: [0, 0, 0], ...nothing });
  expect(await on("2026-03-12")).toEqual({ past: [1, 0, 0], ...nothing });
  expect(await on("2026-03-18")).toEqual({ past: [1, 0, 0], ...nothing });
  expect(await on("2026-03-19")).toEqual({
    past: [1, 2, 1],
    answer: [open, categorised].toSorted(),
    routing: [request],
  });
});
