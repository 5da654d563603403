import { describe, expect, it } from "vitest";

import { filterOf, lookOf, readFeedbackSearch, sameLook, searchOf, withoutNarrowing } from "./feedback-search.ts";

describe("the URL of Triage", () => {
  it("shows the open items where no status is named, and every one for all", () => {
    expect(filterOf({})).toEqual({ status: "open" });
    expect(filterOf({ status: "all" })).toEqual({});
    expect(filterOf({ status: "routed", kind: "idea" })).toEqual({ status: "routed", kind: "idea" });
  });

  it("leaves out what makes no sense and keeps the rest", () => {
    expect(readFeedbackSearch({ kind: "rant", language: "ru", roundId: "x", receivedFrom: "1.1.2021" })).toEqual({
      language: "ru",
    });
  });

  it("asks the server neither for the order nor for the chosen item", () => {
    expect(filterOf({ order: "newest", item: "017d761b-e780-701b-8565-b59ffe40963a" })).toEqual({ status: "open" });
  });

  it("keeps the view and the round when the filters are cleared", () => {
    const cleared = withoutNarrowing({
      status: "routed",
      kind: "idea",
      search: "odotus",
      roundId: "017d761b-e780-701b-8565-b59ffe40963a",
    });
    expect(filterOf(cleared)).toEqual({ status: "routed", roundId: "017d761b-e780-701b-8565-b59ffe40963a" });
  });
});

describe("a saved view in the URL", () => {
  it.each([
    [{ status: "open", kind: "idea" }, "oldest"],
    [{}, "newest"],
    [{ status: "waiting", assigneeId: "nobody" }, "oldest"],
    [{ status: "open", pastTarget: true }, "newest"],
  ] as const)("%j, %s first, comes back as it was kept", (filter, order) => {
    const search = searchOf({ filter, order }, "017d761b-e780-701b-8565-b59ffe40963a");
    expect(lookOf(readFeedbackSearch(search))).toEqual({ filter, order });
  });

  it("is the same in whatever order its filters were chosen, and another with another order of the list", () => {
    const one = { filter: { kind: "idea", status: "open" }, order: "oldest" } as const;
    expect(sameLook(one, { ...one, filter: { status: "open", kind: "idea" } })).toBe(true);
    expect(sameLook(one, { ...one, order: "newest" })).toBe(false);
  });
});
