import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { NewFeedback } from "#feedback/receive-feedback";
import { makeFacetValue, makeItem, makeItems, makeOrganisation } from "#testing/makers";
import { openWorld, signedInCaller, type SignedIn, type World } from "#testing/world";
import { beginExport } from "#feedback/export/export-queries";
import { recountFeedback } from "#feedback/counts/roll-up";
import type { Scope } from "#trpc/scope";

const text = "Jonotin puhelimessa tunnin, eikä kukaan vastannut kysymykseeni hakemuksesta.";

let world: World;
let home: Scope;
let triager: SignedIn;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());
beforeEach(async () => {
  home = await makeOrganisation(world.parts);
  triager = await signedInCaller(world, home, "triager");
});

async function offered(itemId: string, by: SignedIn = triager): Promise<Record<string, string>> {
  const found = await by.call.feedback.duplicateCandidates({ itemId });
  return Object.fromEntries(found.map(({ id, reasons }) => [id, reasons.join(" ")]));
}

describe("candidates", () => {
  it("say why they are offered, the surest first", async () => {
    const responseId = crypto.randomUUID();
    const [open = "", near = "", same = "", sibling = "", other = ""] = await makeItems(home, [
      { body: text, responseId },
      { body: text.replace("tunnin", "kaksi tuntia") },
      { body: `${text.toUpperCase()}!!` },
      { body: "Toinen vastaus.", responseId },
      { body: "Lomake ei auennut puhelimessa." },
    ]);
    const found = await triager.call.feedback.duplicateCandidates({ itemId: open });
    expect(found.map(({ id, reasons }) => [id, ...reasons])).toEqual([
      [same, "same_text"],
      [near, "near_text"],
      [sibling, "same_respondent"],
    ]);
    expect(found.map(({ id }) => id)).not.toContain(other);
    expect(found[0]).toMatchObject({ version: 1, status: "new", language: "fi" });
  });

  it("are never a whistleblowing report, nor anything beyond reach, nor of another organisation", async () => {
    const [mine, theirs] = [await makeFacetValue(home, "service"), await makeFacetValue(home, "service")];
    const [open = "", whistle = "", beyond = "", within = ""] = await makeItems(home, [
      { body: text, serviceId: mine },
      { body: text, serviceId: mine },
      { body: text, serviceId: theirs },
      { body: text, serviceId: mine },
    ]);
    await makeItem(await makeOrganisation(world.parts), { body: text });
    await triager.call.feedback.route({ itemId: whistle, version: 1, routingClass: "whistleblowing" });
    const narrow = await signedInCaller(world, home, {
      roles: ["triager"],
      reach: { wholeOrganisation: false, serviceIds: [mine], siteIds: [] },
    });
    expect(await offered(open, narrow)).toEqual({ [within]: "same_text" });
    expect(Object.keys(await offered(open)).toSorted()).toEqual([beyond, within].toSorted());
    await expect(narrow.call.feedback.duplicateCandidates({ itemId: beyond })).rejects.toThrow("not-found");
    await expect(triager.call.feedback.duplicateCandidates({ itemId: whistle })).rejects.toThrow("not-found");
  });

  it("leave out what is a repeat already, and are found in texts of any signs", async () => {
    const strange = "C:\\polku 'lainaus' & | ! <-> (sulut) hakemuksessani näkyi outo virheilmoitus";
    const [open = "", repeat = "", kept = ""] = await makeItems(home, [
      { body: strange },
      { body: strange },
      { body: strange },
    ]);
    await triager.call.feedback.markDuplicate({ itemId: repeat, version: 1, duplicateOfId: kept });
    expect(await offered(open)).toEqual({ [kept]: "same_text" });
    const empty = await makeItem(home, { body: "…" });
    expect(await offered(empty)).toEqual({});
  });

  it("are logged as read", async () => {
    const [open = "", same = ""] = await makeItems(home, [{ body: text }, { body: text }]);
    await offered(open);
    const [log] = await home.transaction((tx) =>
      tx.accessLog.findMany({
        where: { organisationId: tx.organisationId, staffId: triager.scope.staff.id },
        select: { itemIds: true, purpose: true },
      }),
    );
    expect(log).toEqual({ purpose: "read", itemIds: [open, same] });
  });
});

describe("merging", () => {
  const three: Partial<NewFeedback>[] = [{ body: text }, { body: `${text} Kiitos.` }, { body: `${text} Terveisin.` }];

  async function madeThree(): Promise<[string, string, string]> {
    const [a = "", b = "", c = ""] = await makeItems(home, three);
    return [a, b, c];
  }
  const seen = (...ids: readonly string[]) => ids.map((itemId) => ({ itemId, version: 1 }));

  it("makes several repeats of one in one step, keeps every text, and is taken back as one", async () => {
    const [kept, first, second] = await madeThree();
    const merged = await triager.call.feedback.mergeDuplicates({ keptId: kept, repeats: seen(first, second) });
    expect(merged.items.map(({ id, status, duplicateOfId }) => [id, status, duplicateOfId])).toEqual([
      [first, "duplicate", kept],
      [second, "duplicate", kept],
      [kept, "new", null],
    ]);
    const { repeats, repeated } = await triager.call.feedback.repeats({ itemId: kept });
    expect(repeats.map(({ body }) => body).toSorted()).toEqual([`${text} Kiitos.`, `${text} Terveisin.`]);
    expect(repeated).toBeNull();
    expect((await triager.call.feedback.repeats({ itemId: first })).repeated).toMatchObject({ id: kept, body: text });
    const { items } = await triager.call.feedback.undo({});
    expect(items.map(({ status, duplicateOfId }) => [status, duplicateOfId])).toEqual([
      ["new", null],
      ["new", null],
    ]);
    expect((await triager.call.feedback.repeats({ itemId: kept })).repeats).toEqual([]);
    expect(await home.transaction((tx) => recountFeedback(tx))).toEqual([]);
  });

  it("is all or nothing: an item that somebody has changed stops it", async () => {
    const [kept, first, second] = await madeThree();
    await triager.call.feedback.setKind({ itemId: second, version: 1, kind: "idea" });
    await expect(triager.call.feedback.mergeDuplicates({ keptId: kept, repeats: seen(first, second) })).rejects.toThrow(
      "changed-meanwhile",
    );
    expect((await triager.call.feedback.item({ itemId: first })).status).toBe("new");
  });

  it("leaves nothing to read or to take out once the kept item has become a whistleblowing report", async () => {
    const [kept, first] = await madeThree();
    await triager.call.feedback.markDuplicate({ itemId: first, version: 1, duplicateOfId: kept });
    expect((await triager.call.feedback.item({ itemId: first })).duplicateOfId).toBe(kept);
    await triager.call.feedback.route({ itemId: kept, version: 1, routingClass: "whistleblowing" });
    const exported: unknown[] = [];
    for await (const rows of await beginExport(triager.scope, { filter: {}, order: "oldest", format: "csv" }))
      exported.push(...rows);
    expect(JSON.stringify(exported)).not.toContain(kept);
    expect(JSON.stringify(exported)).not.toContain(first);
    await expect(triager.call.feedback.item({ itemId: first })).rejects.toThrow("not-found");
    await expect(triager.call.feedback.repeats({ itemId: first })).rejects.toThrow("not-found");
  });

  it("counts no item twice", async () => {
    const [kept, first] = await madeThree();
    await expect(triager.call.feedback.mergeDuplicates({ keptId: kept, repeats: seen(first, first) })).rejects.toThrow(
      "an item twice",
    );
    expect(await home.transaction((tx) => recountFeedback(tx))).toEqual([]);
  });

  it("leads in no circle, and touches no whistleblowing report", async () => {
    const [a, b, c] = await madeThree();
    await triager.call.feedback.markDuplicate({ itemId: a, version: 1, duplicateOfId: b });
    await expect(triager.call.feedback.mergeDuplicates({ keptId: a, repeats: seen(c, b) })).rejects.toThrow(
      "feedback.duplicate-of-itself",
    );
    await expect(triager.call.feedback.mergeDuplicates({ keptId: c, repeats: seen(c) })).rejects.toThrow(
      "feedback.duplicate-of-itself",
    );
    await triager.call.feedback.route({ itemId: c, version: 1, routingClass: "whistleblowing" });
    await expect(
      triager.call.feedback.mergeDuplicates({ keptId: b, repeats: [{ itemId: c, version: 2 }] }),
    ).rejects.toThrow("not-found");
    await expect(triager.call.feedback.mergeDuplicates({ keptId: c, repeats: seen(b) })).rejects.toThrow("not-found");
  });

  it("closes no circle between people who merge at once, whatever they merge", async () => {
    const ids = await makeItems(
      home,
      Array.from({ length: 8 }, () => ({ body: text })),
    );
    const ring = ids.map((itemId, n) => ({ itemId, version: 1, duplicateOfId: ids[(n + 1) % ids.length] ?? "" }));
    const ends = await Promise.allSettled(ring.map((each) => triager.call.feedback.markDuplicate(each)));
    const refusals = ends.flatMap((end) => (end.status === "rejected" ? [String(end.reason)] : []));
    expect(refusals).toHaveLength(1);
    expect(refusals[0]).toContain("feedback.duplicate-of-itself");
    expect(world.unexpected).toEqual([]);
  });

  it("and undoing at once end without a circle and without a wait for each other", async () => {
    const [a, b, c] = await madeThree();
    await triager.call.feedback.markDuplicate({ itemId: a, version: 1, duplicateOfId: b });
    await triager.call.feedback.reopen({ itemId: a, version: 2, reason: "eri asia" });
    const other = await signedInCaller(world, home, "triager");
    await Promise.allSettled([
      triager.call.feedback.undo({}),
      other.call.feedback.markDuplicate({ itemId: b, version: 1, duplicateOfId: a }),
      other.call.feedback.markDuplicate({ itemId: c, version: 1, duplicateOfId: a }),
    ]);
    expect(world.unexpected).toEqual([]);
    const [first, second] = await Promise.all([a, b].map((itemId) => triager.call.feedback.item({ itemId })));
    expect([first?.duplicateOfId, second?.duplicateOfId]).not.toEqual([b, a]);
  });
});
