import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { makeOrganisation, makeTheme } from "#testing/makers";
import { openWorld, signedInCaller, type SignedIn, type World } from "#testing/world";
import type { Scope } from "#trpc/scope";

let world: World;
let home: Scope;
let analyst: SignedIn;
let themes: string[];

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());
beforeEach(async () => {
  home = await makeOrganisation(world.parts);
  analyst = await signedInCaller(world, home, "analyst");
  themes = [await makeTheme(home), await makeTheme(home), await makeTheme(home)];
  await analyst.call.themes.arrangePins({ pins: [await pin(0, 1), await pin(1, 2)] });
});

async function pin(index: number, digit: number | null) {
  const themeId = themes[index] ?? "";
  const { version } = await analyst.call.themes.theme({ themeId });
  return { themeId, version, digit };
}

async function digits(): Promise<(number | null)[]> {
  const { themes: cards } = await analyst.call.themes.list({});
  return themes.map((themeId) => cards.find(({ id }) => id === themeId)?.pinnedDigit ?? null);
}

describe("arranging the keypad", () => {
  it("lets two themes change places in one step, which is told at both and taken back as one", async () => {
    const { stepId } = await analyst.call.themes.arrangePins({ pins: [await pin(0, 2), await pin(1, 1)] });
    expect(await digits()).toEqual([2, 1, null]);
    const { history } = await analyst.call.themes.theme({ themeId: themes[0] ?? "" });
    expect(history[0]).toMatchObject({ change: "theme.pinned", values: { pinnedDigit: [1, 2] } });
    await analyst.call.themes.undoPins({ stepId });
    expect(await digits()).toEqual([1, 2, null]);
    await expect(analyst.call.themes.undoPins({ stepId })).rejects.toThrow("feedback.nothing-to-undo");
  });

  it("gives a key from one theme to another, and clears one", async () => {
    await analyst.call.themes.arrangePins({ pins: [await pin(2, 1), await pin(0, null)] });
    expect(await digits()).toEqual([null, 2, 1]);
  });

  it("leaves everything as it was where one of the keys is held by a theme that is not named", async () => {
    await expect(analyst.call.themes.arrangePins({ pins: [await pin(0, 3), await pin(2, 2)] })).rejects.toThrow(
      "themes.digit-taken",
    );
    expect(await digits()).toEqual([1, 2, null]);
  });

  it("tells whoever saw an older keypad, and does not take back what was arranged since", async () => {
    const old = await pin(0, 5);
    const { stepId } = await analyst.call.themes.arrangePins({ pins: [await pin(0, 4)] });
    await expect(analyst.call.themes.arrangePins({ pins: [old] })).rejects.toThrow("changed-meanwhile");
    await analyst.call.themes.arrangePins({ pins: [await pin(0, 6)] });
    await expect(analyst.call.themes.undoPins({ stepId })).rejects.toThrow("changed-meanwhile");
    expect(await digits()).toEqual([6, 2, null]);
  });

  it("takes back one's own arrangements only", async () => {
    const { stepId } = await analyst.call.themes.arrangePins({ pins: [await pin(0, 9)] });
    const other = await signedInCaller(world, home, "analyst");
    await expect(other.call.themes.undoPins({ stepId })).rejects.toThrow("feedback.nothing-to-undo");
  });

  it("ends well for two who change the same places at once", async () => {
    const first = { pins: [await pin(0, 2), await pin(1, 1)] };
    const second = { pins: [await pin(1, 1), await pin(0, 2)] };
    const ends = await Promise.allSettled([first, second].map((each) => analyst.call.themes.arrangePins(each)));
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await digits()).toEqual([2, 1, null]);
  });
});
