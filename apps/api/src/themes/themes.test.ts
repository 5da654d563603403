import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { ThemeDetail } from "@kuultu/domain/themes/theme-view";

import { codeItem, finishItem } from "#feedback/feedback-commands";
import { makeItems, makeOrganisation, makeRound } from "#testing/makers";
import { openWorld, type SignedIn, signedInCaller, type World } from "#testing/world";
import type { Scope } from "#trpc/scope";

let world: World;
let home: Scope;
let owner: SignedIn;
let approver: SignedIn;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());
beforeEach(async () => {
  home = await makeOrganisation(world.parts);
  owner = await signedInCaller(world, home, "theme_owner");
  approver = await signedInCaller(world, home, "approver");
});

const create = (name: string, parentId?: string) =>
  owner.call.themes.create({ names: { fi: name }, ...(parentId === undefined ? {} : { parentId }) });
const seen = ({ id, version }: ThemeDetail) => ({ themeId: id, version });
const violation = (code: string, details?: object) => ({ cause: details === undefined ? { code } : { code, details } });

/** A theme taken to a state by its owner. */
async function planned(name = "Jonotusaika"): Promise<ThemeDetail> {
  let theme = await create(name);
  theme = await owner.call.themes.move({ ...seen(theme), to: "under_review", ownerId: owner.scope.staff.id });
  theme = await owner.call.themes.addAction({ ...seen(theme), name: "Takaisinsoitto" });
  theme = await owner.call.themes.addMeasure({
    ...seen(theme),
    name: "Odotus",
    unit: "min",
    direction: "down",
    targetValue: 5,
  });
  return owner.call.themes.move({ ...seen(theme), to: "planned", targetOn: "2026-06-30" });
}

async function measured(
  theme: ThemeDetail,
  value: number,
  periodStart: string,
  periodEnd: string,
): Promise<ThemeDetail> {
  return owner.call.themes.addMeasurement({
    measureId: theme.measureRows[0]?.id ?? "",
    value,
    periodStart,
    periodEnd,
    complete: true,
  });
}

describe("the codebook", () => {
  it("has at most three levels, and no name twice", async () => {
    const top = await create("Asiointi");
    const middle = await create("Puhelin", top.id);
    const bottom = await create("Jonotus", middle.id);
    await expect(create("Liian syvällä", bottom.id)).rejects.toMatchObject(violation("themes.too-deep"));
    await expect(create(" puhelin ")).rejects.toMatchObject(violation("themes.name-taken", { themeId: middle.id }));
    await expect(owner.call.themes.edit({ ...seen(bottom), names: { fi: "PUHELIN" } })).rejects.toMatchObject(
      violation("themes.name-taken"),
    );
    const renamed = await owner.call.themes.edit({ ...seen(bottom), names: { fi: "Jonotus", sv: "Kötid" } });
    expect(renamed.names).toEqual({ fi: "Jonotus", sv: "Kötid" });
    expect((await owner.call.themes.list({})).themes.map(({ names }) => names.fi)).toEqual([
      "Asiointi",
      "Puhelin",
      "Jonotus",
    ]);
  });

  it("lets only one of two at once take a name", async () => {
    const attempts = await Promise.allSettled([create("Sama"), create("Sama"), create("Sama")]);
    expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("gives each of the nine keys to one theme", async () => {
    const analyst = await signedInCaller(world, home, "analyst");
    const [first, second] = [await create("Yksi"), await create("Kaksi")];
    const pinned = await analyst.call.themes.pin({ ...seen(first), digit: 3 });
    expect(pinned.pinnedDigit).toBe(3);
    await expect(analyst.call.themes.pin({ ...seen(second), digit: 3 })).rejects.toMatchObject(
      violation("themes.digit-taken", { digit: 3, themeId: first.id }),
    );
    await analyst.call.themes.pin({ ...seen(pinned), digit: null });
    expect((await analyst.call.themes.pin({ ...seen(second), digit: 3 })).pinnedDigit).toBe(3);
  });

  it("does not show another organisation's themes", async () => {
    const theme = await create("Oma");
    const stranger = await signedInCaller(world, await makeOrganisation(world.parts), "theme_owner");
    await expect(stranger.call.themes.theme({ themeId: theme.id })).rejects.toMatchObject(violation("not-found"));
    await expect(stranger.call.themes.edit({ ...seen(theme), names: { fi: "Vieras" } })).rejects.toMatchObject(
      violation("not-found"),
    );
    expect((await stranger.call.themes.list({})).themes).toEqual([]);
  });
});

describe("moves", () => {
  it("say what is missing, and are made when it is there", async () => {
    const theme = await create("Jonotusaika");
    expect(theme.moves).toEqual([{ to: "under_review", missing: ["owner"] }]);
    await expect(owner.call.themes.move({ ...seen(theme), to: "under_review" })).rejects.toMatchObject(
      violation("themes.requirements-missing", { missing: ["owner"] }),
    );
    const reviewed = await owner.call.themes.move({
      ...seen(theme),
      to: "under_review",
      ownerId: owner.scope.staff.id,
    });
    expect(reviewed.moves).toContainEqual({ to: "planned", missing: ["action", "target_date", "measure_or_reason"] });
    await expect(owner.call.themes.move({ ...seen(reviewed), to: "delivered" })).rejects.toMatchObject(
      violation("themes.transition-not-allowed"),
    );
  });

  it("lead from new to verified by somebody who is not the owner, on a completed period after delivery", async () => {
    let theme = await planned();
    expect(theme).toMatchObject({ status: "planned", targetOn: "2026-06-30", actions: 1, measures: 1, late: false });
    theme = await owner.call.themes.move({ ...seen(theme), to: "in_progress", startedOn: "2026-03-01" });
    theme = await measured(theme, 12.5, "2026-01-01", "2026-01-31");
    theme = await owner.call.themes.move({
      ...seen(theme),
      to: "delivered",
      deliveredOn: "2026-03-04",
      evidence: "Otettu käyttöön",
    });
    await expect(approver.call.themes.move({ ...seen(theme), to: "verified" })).rejects.toMatchObject(
      violation("themes.requirements-missing", { missing: ["completed_measurement"] }),
    );
    await expect(owner.call.themes.move({ ...seen(theme), to: "verified" })).rejects.toMatchObject(
      violation("not-permitted"),
    );
    theme = await measured(theme, 4, "2026-03-10", "2026-04-10");
    world.setClock(new Date("2026-05-01T09:00:00Z"));
    const later = await approver.call.themes.move({ ...seen(theme), to: "verified" });
    world.setClock(new Date("2026-03-04T10:00:00Z"));
    expect(later).toMatchObject({ status: "verified", evidence: "Otettu käyttöön", deliveredOn: "2026-03-04" });
    expect(later.history.map(({ change }) => change)).toContain("measurement.added");
    expect(later.history[0]).toMatchObject({ change: "theme.moved", values: { status: ["delivered", "verified"] } });
  });

  it("are refused to whoever saw an older version, and to a viewer", async () => {
    const theme = await planned();
    const stale = { themeId: theme.id, version: theme.version - 1 };
    await expect(
      owner.call.themes.move({ ...stale, to: "in_progress", startedOn: "2026-03-01" }),
    ).rejects.toMatchObject(violation("changed-meanwhile", { version: theme.version }));
    const viewer = await signedInCaller(world, home, "viewer");
    await expect(
      viewer.call.themes.move({ ...seen(theme), to: "in_progress", startedOn: "2026-03-01" }),
    ).rejects.toMatchObject(violation("not-permitted"));
  });

  it("of another's theme are not made by an owner of themes", async () => {
    const theme = await planned();
    const other = await signedInCaller(world, home, "theme_owner");
    await expect(other.call.themes.edit({ ...seen(theme), targetOn: "2027-01-01" })).rejects.toMatchObject(
      violation("not-permitted"),
    );
    await expect(
      other.call.themes.move({ ...seen(theme), to: "in_progress", startedOn: "2026-03-01" }),
    ).rejects.toMatchObject(violation("not-permitted"));
  });

  it("name nobody as owner who does not work here", async () => {
    const theme = await create("Jonotusaika");
    const stranger = await signedInCaller(world, await makeOrganisation(world.parts), "theme_owner");
    const move = owner.call.themes.move({ ...seen(theme), to: "under_review", ownerId: stranger.scope.staff.id });
    await expect(move).rejects.toMatchObject(violation("not-found"));
  });
});

describe("actions", () => {
  it("are worked on by a member, and delivered today where no day is given", async () => {
    const theme = await planned();
    const member = await signedInCaller(world, home, "theme_member");
    const [action] = theme.actionRows;
    const { id: actionId = "", version = 0 } = action ?? {};
    const delivered = await member.call.themes.editAction({ actionId, version, status: "delivered" });
    expect(delivered.actionRows).toMatchObject([{ status: "delivered", deliveredOn: "2026-03-04", version: 2 }]);
    expect(delivered.actionsDelivered).toBe(1);
    await expect(member.call.themes.editAction({ actionId, version, name: "Myöhässä" })).rejects.toMatchObject(
      violation("changed-meanwhile"),
    );
    const again = await member.call.themes.editAction({ actionId, version: 2, status: "in_progress" });
    expect(again.actionRows).toMatchObject([{ status: "in_progress", deliveredOn: null }]);
    await expect(
      member.call.themes.addMeasure({ ...seen(again), name: "x", unit: "y", direction: "up" }),
    ).rejects.toMatchObject(violation("not-permitted"));
  });
});

it("tells what was called what, by digests, and what was taken away", async () => {
  const theme = await owner.call.themes.create({ names: { fi: "Jonot", sv: "Köer" } });
  const named = await owner.call.themes.edit({
    themeId: theme.id,
    version: 1,
    names: { fi: "Jonotusaika" },
    noMeasureReason: "ei lukua",
  });
  const cleared = await owner.call.themes.edit({ themeId: theme.id, version: named.version, noMeasureReason: null });
  const [last, before, first] = cleared.history;
  expect(last?.values).toEqual({ noMeasureReason: [before?.values["noMeasureReason"]?.[1], null] });
  expect(before?.texts).toEqual({ "name.fi": "Jonotusaika", noMeasureReason: "ei lukua" });
  expect(before?.values["name.fi"]?.[0]).toBe(first?.values["name.fi"]?.[1]);
  expect(before?.values["name.sv"]).toEqual([first?.values["name.sv"]?.[1], null]);
  expect(JSON.stringify(cleared.history.map(({ values }) => values))).not.toMatch(/jono/iu);
});

describe("mentions", () => {
  it("are a share of classified items, hidden below the threshold of the base", async () => {
    const theme = await create("Jonotusaika");
    const roundId = await makeRound(home, "2026-1");
    const ids = await makeItems(
      home,
      Array.from({ length: 12 }, () => ({ roundId })),
    );
    const code = async (itemId: string) => {
      await codeItem(home, { itemId, version: 1, themeId: theme.id, words: null });
      await finishItem(home, { itemId, version: 2 });
    };
    for (const itemId of ids.slice(0, 9)) await code(itemId);
    const hidden = await owner.call.themes.list({ roundId });
    expect(hidden).toMatchObject({ classifiable: null, themes: [{ mentions: null, share: null }] });
    await code(ids[9] ?? "");
    // Being coded alone is not being categorised: this one counts neither above nor below the line.
    await codeItem(home, { itemId: ids[10] ?? "", version: 1, themeId: theme.id, words: null });
    const shown = await owner.call.themes.list({ roundId });
    expect(shown).toMatchObject({ classifiable: 10, themes: [{ mentions: 10, share: { value: 1, high: 1 } }] });
    expect(shown.themes[0]?.share?.low).toBeCloseTo(0.7225, 4);
    const page = await owner.call.themes.theme({ themeId: theme.id });
    expect(page.mentionsByRound).toMatchObject([{ roundId, round: "2026-1", count: 10, base: 10 }]);
    expect(page.items).toHaveLength(11);
    expect((await owner.call.themes.list({})).themes[0]?.mentions).toBe(10);
  });

  it("of everything leave out a round with too few, which else would follow from the others", async () => {
    const [found, other] = [await create("Jonotusaika"), await create("Ohjeet")];
    const [many, few] = [await makeRound(home, "2026-1"), await makeRound(home, "2026-2")];
    const code = async (roundId: string, themeId: string, count: number) => {
      const items = Array.from({ length: count }, () => ({ roundId }));
      for (const itemId of await makeItems(home, items)) {
        await codeItem(home, { itemId, version: 1, themeId, words: null });
        await finishItem(home, { itemId, version: 2 });
      }
    };
    await code(many, other.id, 11);
    await code(few, found.id, 4);
    const all = await owner.call.themes.list({});
    expect(all.classifiable).toBe(11);
    expect(all.themes.map(({ mentions }) => mentions)).toEqual([0, 11]);
    const page = await owner.call.themes.theme({ themeId: found.id });
    expect(page).toMatchObject({ mentions: 0 });
    expect(page.mentionsByRound.find(({ roundId }) => roundId === few)).toMatchObject({ count: null, base: null });
    // Which themes were found in it is hidden too.
    const { themes } = await owner.call.rounds.round({ roundId: few });
    expect(themes.map(({ themeId, count }) => [themeId, count])).toEqual([
      [found.id, null],
      [other.id, null],
    ]);
    await code(few, found.id, 6);
    expect((await owner.call.themes.list({})).themes.map(({ mentions }) => mentions)).toEqual([10, 11]);
  });

  it("come without verbatims for those who may not read them", async () => {
    const theme = await create("Jonotusaika");
    const [itemId = ""] = await makeItems(home, [{ body: "salaisuus" }]);
    await codeItem(home, { itemId, version: 1, themeId: theme.id, words: null });
    const page = await approver.call.themes.theme({ themeId: theme.id });
    expect(page.items).toBeNull();
    expect(JSON.stringify(page)).not.toContain("salaisuus");
  });
});
