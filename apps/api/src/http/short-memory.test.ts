import { expect, test, vi } from "vitest";

import { ShortMemory } from "#http/short-memory";

test("loads once for callers at the same time and soon after, and anew when the moment has passed or it was forgotten", async () => {
  const clock = vi.spyOn(performance, "now").mockReturnValue(0);
  const memory = new ShortMemory<number>(1000);
  let loads = 0;
  const load = async () => ++loads;
  expect(await Promise.all([memory.get("a", load), memory.get("a", load)])).toEqual([1, 1]);
  clock.mockReturnValue(999);
  expect(await memory.get("a", load)).toBe(1);
  clock.mockReturnValue(1000);
  expect(await memory.get("a", load)).toBe(2);
  memory.forget("a");
  expect(await memory.get("a", load)).toBe(3);
  clock.mockRestore();
});

test("a failure is not kept, and the oldest goes when there are too many", async () => {
  const memory = new ShortMemory<string>(60_000, 2);
  await expect(memory.get("a", () => Promise.reject(new Error("down")))).rejects.toThrow("down");
  expect(await memory.get("a", async () => "up")).toBe("up");
  await memory.get("b", async () => "b");
  await memory.get("c", async () => "c");
  expect(await memory.get("a", async () => "again")).toBe("again");
});
