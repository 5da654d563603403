import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { FeedbackDetail, StepResult } from "@kuultu/domain/feedback/feedback-view";

import { markDuplicate } from "#feedback/duplicates/duplicate-commands";
import {
  codeItem,
  finishItem,
  rejectItem,
  reopenItem,
  routeItem,
  setKind,
  setNoTheme,
  uncodeItem,
} from "#feedback/feedback-commands";
import { itemHistory, readFeedback } from "#feedback/feedback-item-queries";
import { revealOriginal } from "#feedback/feedback-reveal-commands";
import { undoStep } from "#feedback/feedback-undo-commands";
import { originalText } from "#feedback/receive-feedback";
import { recountFeedback } from "#feedback/counts/roll-up";
import { assignItem } from "#feedback/assigning-commands";
import { waitItem } from "#feedback/waiting-commands";
import { makeItem, makeItems, makeOrganisation, makeStaff } from "#testing/makers";
import { openWorld, signedInCaller, type World } from "#testing/world";
import { createTheme } from "#themes/themes-commands";
import type { Scope } from "#trpc/scope";

let world: World;
let home: Scope;
let queueing: string;
let forms: string;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());
beforeEach(async () => {
  home = await makeOrganisation(world.parts);
  queueing = (await createTheme(home, { names: { fi: "Jonotus" }, descriptions: {} })).id;
  forms = (await createTheme(home, { names: { fi: "Lomakkeet" }, descriptions: {} })).id;
});

/** What may differ after a step has been taken back: its story and the count of its versions. */
const state = ({ version: _version, history: _history, ...rest }: FeedbackDetail) => rest;
const differences = () => home.transaction((tx) => recountFeedback(tx));

const steps: Readonly<Record<string, (item: FeedbackDetail) => Promise<StepResult>>> = {
  setKind: ({ id, version }) => setKind(home, { itemId: id, version, kind: "praise" }),
  code: ({ id, version }) => codeItem(home, { itemId: id, version, themeId: forms, words: { start: 0, end: 8 } }),
  uncode: ({ id, version }) => uncodeItem(home, { itemId: id, version, themeId: queueing }),
  done: ({ id, version }) => finishItem(home, { itemId: id, version }),
  route: ({ id, version }) => routeItem(home, { itemId: id, version, routingClass: "appeal" }),
  markDuplicate: async ({ id, version }) =>
    markDuplicate(home, { itemId: id, version, duplicateOfId: await makeItem(home) }),
  reject: ({ id, version }) => rejectItem(home, { itemId: id, version, reason: "abusive" }),
  wait: ({ id, version }) => waitItem(home, { itemId: id, version, until: "2026-04-30" }),
  assign: async ({ id, version }) =>
    assignItem(home, {
      itemId: id,
      version,
      assigneeId: (await makeStaff(world.parts, home, { roles: ["triager"] })).id,
      teamId: null,
    }),
};

describe("every step", () => {
  it.each(Object.keys(steps))("%s changes the item, is told in the history and can be taken back", async (name) => {
    const itemId = await makeItem(home);
    const coded = await codeItem(home, { itemId, version: 1, themeId: queueing, words: null });
    const twice = await codeItem(home, { itemId, version: 2, themeId: queueing, words: { start: 0, end: 3 } });
    expect(coded.item.themeIds).toEqual([queueing]);
    const result = await steps[name]?.(twice.item);
    expect(result?.item.version).toBe(4);
    expect(state(result?.item ?? twice.item)).not.toEqual(state(twice.item));
    expect(result?.item.history).toHaveLength(3);
    expect(await differences()).toEqual([]);

    const undone = await undoStep(home, {});
    expect(undone.items.map(state)).toEqual([state(twice.item)]);
    expect(undone.items[0]?.history[0]).toMatchObject({
      change: "feedback.undone",
      undoes: true,
      undone: result?.item.history[0]?.change,
    });
    expect(undone.items[0]?.history).toHaveLength(4);
    expect(await differences()).toEqual([]);
  });

  it.each(Object.keys(steps))("%s is refused to whoever saw an older version", async (name) => {
    const itemId = await makeItem(home);
    const { item } = await codeItem(home, { itemId, version: 1, themeId: queueing, words: null });
    await setKind(home, { itemId, version: 2, kind: "idea" });
    await expect(steps[name]?.(item)).rejects.toMatchObject({ code: "changed-meanwhile", details: { version: 3 } });
  });
});

it("tells an item's whole history, where the item itself comes with the newest entries", async () => {
  const itemId = await makeItem(home);
  for (let version = 1; version <= 52; version += 1)
    await setKind(home, { itemId, version, kind: version % 2 === 0 ? "idea" : "question" });
  const item = await readFeedback(home, itemId);
  const whole = await itemHistory(home, itemId);
  expect(item.history).toHaveLength(50);
  expect(whole).toHaveLength(52);
  expect(whole.slice(0, 50)).toEqual(item.history);
});

it("lets one of two people at the same item through and tells the other", async () => {
  const itemId = await makeItem(home);
  const attempts = await Promise.allSettled(
    (["idea", "praise", "question"] as const).map((kind) => setKind(home, { itemId, version: 1, kind })),
  );
  expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect((await readFeedback(home, itemId)).version).toBe(2);
  expect(await differences()).toEqual([]);
});

it("takes one of two codings of a theme off by itself, and gives it back", async () => {
  const itemId = await makeItem(home);
  await codeItem(home, { itemId, version: 1, themeId: queueing, words: null });
  const { item } = await codeItem(home, { itemId, version: 2, themeId: queueing, words: { start: 0, end: 3 } });
  const [whole, bound] = item.codings;
  const removing = { itemId, version: 3, themeId: queueing, codingId: whole?.id };
  const { item: after } = await uncodeItem(home, removing);
  expect(after.codings).toEqual([bound]);
  expect(after.themeIds).toEqual([queueing]);
  await expect(uncodeItem(home, { ...removing, version: 4 })).rejects.toMatchObject({ code: "feedback.not-coded" });
  expect((await undoStep(home, {})).items[0]?.codings).toEqual(item.codings);
  expect(await differences()).toEqual([]);
});

describe("categorising", () => {
  it("needs a theme or a reason, and closes where no reply is due", async () => {
    const [plain = "", awaited = ""] = await makeItems(home, [{}, { replyExpected: true }]);
    await expect(finishItem(home, { itemId: plain, version: 1 })).rejects.toThrow("feedback.needs-theme-or-reason");
    await setNoTheme(home, { itemId: plain, version: 1, reason: "too_general" });
    const { item } = await finishItem(home, { itemId: plain, version: 2 });
    expect(item).toMatchObject({ status: "closed", statusReason: "too_general" });
    await codeItem(home, { itemId: awaited, version: 1, themeId: forms, words: null });
    expect((await finishItem(home, { itemId: awaited, version: 2 })).item.status).toBe("categorised");
  });

  it("takes several themes, each on words of its own, and refuses words outside the text", async () => {
    const itemId = await makeItem(home, { body: "Jonotin. Lomake vaikea." });
    await codeItem(home, { itemId, version: 1, themeId: queueing, words: { start: 0, end: 7 } });
    const { item } = await codeItem(home, { itemId, version: 2, themeId: forms, words: { start: 9, end: 15 } });
    expect(item.codings.map(({ themeId, words }) => [themeId, words])).toEqual([
      [queueing, { start: 0, end: 7 }],
      [forms, { start: 9, end: 15 }],
    ]);
    const outside = { itemId, version: 3, themeId: forms, words: { start: 20, end: 99 } };
    await expect(codeItem(home, outside)).rejects.toThrow("feedback.words-outside-text");
    const again = { itemId, version: 3, themeId: forms, words: { start: 9, end: 15 } };
    await expect(codeItem(home, again)).rejects.toThrow("feedback.already-coded");
  });

  it("knows no theme of another organisation", async () => {
    const elsewhere = await makeOrganisation(world.parts);
    const theme = await createTheme(elsewhere, { names: { fi: "Muualla" }, descriptions: {} });
    const itemId = await makeItem(home);
    await expect(codeItem(home, { itemId, version: 1, themeId: theme.id, words: null })).rejects.toThrow("not-found");
  });
});

describe("duplicates and reopening", () => {
  it("refuses circles, and an item elsewhere", async () => {
    const [a = "", b = "", c = ""] = await makeItems(home, [{}, {}, {}]);
    await markDuplicate(home, { itemId: a, version: 1, duplicateOfId: b });
    await markDuplicate(home, { itemId: b, version: 1, duplicateOfId: c });
    await expect(markDuplicate(home, { itemId: c, version: 1, duplicateOfId: a })).rejects.toThrow(
      "feedback.duplicate-of-itself",
    );
    await expect(markDuplicate(home, { itemId: c, version: 1, duplicateOfId: c })).rejects.toThrow(
      "feedback.duplicate-of-itself",
    );
    const elsewhere = await makeItem(await makeOrganisation(world.parts));
    await expect(markDuplicate(home, { itemId: c, version: 1, duplicateOfId: elsewhere })).rejects.toThrow("not-found");
  });

  it("opens again with a reason that stands in the history, without what it repeated", async () => {
    const [a = "", b = ""] = await makeItems(home, [{}, {}]);
    await markDuplicate(home, { itemId: a, version: 1, duplicateOfId: b });
    const { item } = await reopenItem(home, { itemId: a, version: 2, reason: "Eri asia sittenkin" });
    expect(item).toMatchObject({ status: "in_review", duplicateOfId: null });
    expect(item.history[0]).toMatchObject({ change: "feedback.reopened", texts: { reason: "Eri asia sittenkin" } });
    const undone = await undoStep(home, {});
    expect(undone.items[0]).toMatchObject({ status: "duplicate", duplicateOfId: b });
  });
});

describe("undo", () => {
  it("goes back step by step, and has nothing left in the end", async () => {
    const itemId = await makeItem(home);
    const start = await readFeedback(home, itemId);
    await setKind(home, { itemId, version: 1, kind: "idea" });
    await codeItem(home, { itemId, version: 2, themeId: queueing, words: null });
    await finishItem(home, { itemId, version: 3 });
    for (let step = 0; step < 3; step += 1) await undoStep(home, {});
    expect(state(await readFeedback(home, itemId))).toEqual(state(start));
    await expect(undoStep(home, {})).rejects.toThrow("feedback.nothing-to-undo");
    expect(await differences()).toEqual([]);
  });

  it("reaches back to what one did yesterday only by its name", async () => {
    const itemId = await makeItem(home);
    const { stepId } = await setKind(home, { itemId, version: 1, kind: "idea" });
    const nextDay = { ...home, now: new Date(home.now.getTime() + 12 * 3_600_000) };
    await expect(undoStep(nextDay, {})).rejects.toThrow("feedback.nothing-to-undo");
    expect((await undoStep(nextDay, { stepId })).items[0]?.kind).toBe("other");
  });

  it("is refused when somebody has changed the item since, and takes nobody else's step", async () => {
    const itemId = await makeItem(home);
    const [anna, boris] = [await signedInCaller(world, home, "triager"), await signedInCaller(world, home, "triager")];
    const mine = await setKind(anna.scope, { itemId, version: 1, kind: "idea" });
    await expect(undoStep(boris.scope, { stepId: mine.stepId })).rejects.toThrow("feedback.nothing-to-undo");
    await setKind(boris.scope, { itemId, version: 2, kind: "praise" });
    await expect(undoStep(anna.scope, {})).rejects.toMatchObject({
      code: "feedback.undo-overtaken",
      details: { itemId },
    });
    await undoStep(boris.scope, {});
    expect((await undoStep(anna.scope, {})).items[0]?.kind).toBe("other");
    await expect(undoStep(anna.scope, { stepId: mine.stepId })).rejects.toThrow("feedback.nothing-to-undo");
  });

  it("brings a whistleblowing report back to whoever routed it by mistake", async () => {
    const itemId = await makeItem(home);
    await routeItem(home, { itemId, version: 1, routingClass: "whistleblowing" });
    await expect(reopenItem(home, { itemId, version: 2, reason: "virhe" })).rejects.toThrow("not-found");
    expect((await undoStep(home, {})).items).toMatchObject([{ id: itemId, status: "new", statusReason: null }]);
  });

  it("happens once when asked for twice at the same time", async () => {
    const itemId = await makeItem(home);
    const { stepId } = await codeItem(home, { itemId, version: 1, themeId: queueing, words: null });
    const attempts = await Promise.allSettled([undoStep(home, { stepId }), undoStep(home, { stepId })]);
    expect(attempts.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await readFeedback(home, itemId)).version).toBe(3);
  });
});

describe("revealing", () => {
  it("shows the original to those who may, and says who looked and why", async () => {
    const original = home.cipher.encrypt(originalText("", "Soittakaa 040 123 4567"));
    const [itemId = "", unmasked = ""] = await makeItems(home, [{ body: "Soittakaa [puhelin]", original }, {}]);
    const officer = await signedInCaller(world, home, "privacy_officer");
    const triager = await signedInCaller(world, home, "triager");
    expect(await readFeedback(triager.scope, itemId)).toMatchObject({ hasOriginal: true, body: "Soittakaa [puhelin]" });
    await expect(triager.call.feedback.reveal({ itemId, reason: "uteliaisuus" })).rejects.toThrow("not-permitted");
    await expect(revealOriginal(triager.scope, { itemId, reason: "uteliaisuus" })).rejects.toThrow("not-found");
    expect(await officer.call.feedback.reveal({ itemId, reason: "tietopyyntö 7" })).toEqual({
      title: "",
      body: "Soittakaa 040 123 4567",
    });
    await expect(revealOriginal(officer.scope, { itemId: unmasked, reason: "tietopyyntö 7" })).rejects.toThrow(
      "not-found",
    );
    const log = await home.transaction((tx) =>
      tx.accessLog.findMany({ where: { organisationId: tx.organisationId, purpose: "reveal" } }),
    );
    expect(log).toMatchObject([
      { staffId: officer.scope.staff.id, itemIds: [itemId], details: { reason: "tietopyyntö 7" } },
    ]);
  });
});

it("an undoing never makes two items duplicates of each other", async () => {
  const [first = "", second = ""] = await makeItems(home, [{}, {}]);
  await markDuplicate(home, { itemId: first, version: 1, duplicateOfId: second });
  const reopened = await reopenItem(home, { itemId: first, version: 2, reason: "another matter" });
  await markDuplicate(home, { itemId: second, version: 1, duplicateOfId: first });
  await expect(undoStep(home, { stepId: reopened.stepId })).rejects.toMatchObject({ code: "feedback.undo-overtaken" });
});
