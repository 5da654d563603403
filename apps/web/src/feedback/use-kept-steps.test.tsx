import { act, renderHook } from "@testing-library/react";
import { TRPCClientError } from "@trpc/client";
import { describe, expect, it } from "vitest";

import { untouchedItem as item } from "./testing/untouched-item.ts";
import { hindrance, useKeptSteps } from "./use-kept-steps.ts";

const refusal = (code: string) =>
  TRPCClientError.from({ error: { message: code, code: -32_009, data: { violation: { code, details: {} } } } });

describe("steps that somebody else's change overtook", () => {
  it("are kept in their order, until they are dropped", () => {
    const { result } = renderHook(() => useKeptSteps());
    const steps = [{ name: "code", themeId: "t", words: null }, { name: "done" }] as const;
    for (const step of steps) act(() => void result.current.keep(item, step, refusal("changed-meanwhile")));
    expect(result.current.kept).toEqual({ itemId: item.id, version: item.version, steps });
    act(() => result.current.drop());
    expect(result.current.kept).toBeNull();
  });

  it("are no others than these: what a rule refused has to be decided anew", () => {
    const { result } = renderHook(() => useKeptSteps());
    act(() => {
      expect(result.current.keep(item, { name: "done" }, refusal("feedback.needs-theme-or-reason"))).toBe(false);
    });
    expect(result.current.kept).toBeNull();
  });

  it("fit again where the rules allow them all on the item as it is now", () => {
    const steps = [{ name: "code", themeId: "t", words: null }, { name: "done" }] as const;
    expect(hindrance(item, steps)).toBeNull();
    expect(hindrance({ ...item, status: "closed" }, steps)).toBe("feedback.transition-not-allowed");
  });
});
