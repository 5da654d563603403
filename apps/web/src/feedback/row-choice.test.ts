import { describe, expect, it } from "vitest";

import { extended, nothingChosen, stillListed, toggled, wholly } from "./row-choice.ts";

const order = ["a", "b", "c", "d", "e"];

describe("choosing rows", () => {
  it("adds one and takes it away", () => {
    const one = toggled(nothingChosen, "b");
    expect(one.ids).toEqual(["b"]);
    expect(toggled(one, "b").ids).toEqual([]);
  });

  it("extends from what is read where nothing was chosen, up and down", () => {
    expect(extended(nothingChosen, order, "c", "d").ids).toEqual(["c", "d"]);
    expect(extended(nothingChosen, order, "c", "b").ids).toEqual(["b", "c"]);
  });

  it("lets go of what an extension had taken when it turns back, and of nothing else", () => {
    const further = extended(extended(toggled(toggled(nothingChosen, "a"), "c"), order, "c", "d"), order, "d", "e");
    expect(further.ids.toSorted()).toEqual(["a", "c", "d", "e"]);
    expect(extended(further, order, "e", "d").ids.toSorted()).toEqual(["a", "c", "d"]);
    expect(extended(further, order, "e", "b").ids.toSorted()).toEqual(["a", "b", "c"]);
  });

  it("begins anew from what is read where the anchor has left the list, and keeps what was chosen", () => {
    const chosen = toggled(nothingChosen, "gone");
    expect(extended(chosen, order, "b", "c").ids).toEqual(["gone", "b", "c"]);
  });

  it("of every fetched row is no longer of everything after one is taken away", () => {
    const all = { ...wholly(order), allThatMatch: true };
    expect(toggled(all, "b")).toMatchObject({ ids: ["a", "c", "d", "e"], allThatMatch: false });
  });
});

describe("when rows have gone from the list", () => {
  const chosen = toggled(toggled(nothingChosen, "a"), "c");

  it("those that it still finds stay chosen", () => {
    expect(stillListed(chosen, ["b", "c"]).ids).toEqual(["c"]);
    expect(stillListed(chosen, ["a", "b", "c"])).toBe(chosen);
  });

  it("nothing is chosen where it finds none of them, nor all that match where nothing does", () => {
    expect(stillListed(chosen, ["b"])).toBe(nothingChosen);
    expect(stillListed({ ...wholly(["a"]), allThatMatch: true }, [])).toBe(nothingChosen);
  });

  it("all that match stay all that match", () => {
    const all = { ...wholly(["a", "b"]), allThatMatch: true };
    expect(stillListed(all, ["b", "d"]).allThatMatch).toBe(true);
  });
});
