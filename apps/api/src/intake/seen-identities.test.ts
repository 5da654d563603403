import { createHash } from "node:crypto";

import { expect, it } from "vitest";

import { SeenIdentities } from "#intake/seen-identities";

it("counts every digest apart, while its table grows", () => {
  const seen = new SeenIdentities();
  const digest = (index: number) => createHash("sha256").update(String(index)).digest();
  for (let index = 0; index < 50_000; index += 1) expect(seen.add(digest(index))).toBe(1);
  for (let index = 0; index < 50_000; index += 997) expect(seen.add(digest(index))).toBe(2);
  expect(seen.add(digest(0))).toBe(3);
  expect(seen.add(digest(50_000))).toBe(1);
});
