import { feedbackFilterSchema } from "@kuultu/domain/feedback/feedback-filter";
import { daySchema, idSchema } from "@kuultu/domain/identifier";
import { describe, expect, it } from "vitest";

import { feedbackParts } from "#feedback/feedback-search";

import { aDay, anId, either, oneOf, readSearch, textLike, textUpTo, truth } from "./search-part.ts";

const id = "017d761b-e780-701b-8565-b59ffe40963a";

describe("what is read of an address", () => {
  it("leaves out what makes no sense and what nobody asked for", () => {
    const read = readSearch({ view: oneOf(["board", "table"]), unread: truth, owner: either(oneOf(["nobody"]), anId) });
    expect(read({ view: "board", unread: "yes", owner: "nobody", more: 1 })).toEqual({
      view: "board",
      owner: "nobody",
    });
    expect(read({ view: "chairs", unread: false, owner: id })).toEqual({ unread: false, owner: id });
  });

  it("takes texts of their length and form", () => {
    expect(textUpTo(5)(" abcde ")).toBe("abcde");
    expect([textUpTo(5)("abcdef"), textUpTo(5)("  "), textUpTo(5)(5)]).toEqual([undefined, undefined, undefined]);
    expect([textLike(/^a+$/u)("aaa"), textLike(/^a+$/u)("b")]).toEqual(["aaa", undefined]);
  });

  it.each([
    id,
    id.toUpperCase(),
    "017d761b-e780-401b-8565-b59ffe40963a",
    "017d761b-e780-901b-8565-b59ffe40963a",
    "017d761b-e780-701b-c565-b59ffe40963a",
    "017d761be780701b8565b59ffe40963a",
    "",
    7,
    null,
  ])("takes %j for an id where the domain does", (value) => {
    expect(anId(value) !== undefined).toBe(idSchema.safeParse(value).success);
  });

  it.each([
    "2024-02-29",
    "2023-02-29",
    "2023-13-01",
    "1899-12-31",
    "1900-01-01",
    "2199-12-31",
    "2200-01-01",
    "1.1.2021",
    5,
  ])("takes %j for a day where the domain does", (value) => {
    expect(aDay(value) !== undefined).toBe(daySchema.safeParse(value).success);
  });

  const samples = [
    "open",
    "processed",
    "routed",
    "idea",
    "survey",
    "fi",
    "und",
    id,
    "nobody",
    "2024-02-29",
    true,
    false,
  ].concat(["answer", "routing", " odotus ", "x".repeat(201), "rant"] as never[]);
  const shape = feedbackFilterSchema.shape as Record<string, { safeParse(value: unknown): { data?: unknown } }>;
  it.each(Object.keys(shape))("reads the filter %s as the domain does", (name) => {
    const read = feedbackParts as Readonly<Record<string, (value: unknown) => unknown>>;
    for (const sample of samples)
      expect([sample, read[name]?.(sample)]).toEqual([sample, shape[name]?.safeParse(sample).data]);
  });
});
