import { feedbackKinds } from "@kuultu/domain/feedback/triage-status";
import { expect, it, test } from "vitest";

import { triageCommands } from "../triage-commands.ts";
import { bulkAsking } from "./bulk-asking.ts";

const pinned = (digit: number): string | undefined => (digit === 1 ? "käsittelyajat" : undefined);

it("every command for many means something for many", () => {
  const meant = triageCommands.filter((command) => "many" in command && command.many);
  expect(meant.length).toBeGreaterThan(feedbackKinds.length);
  const unpinned = /^item\.theme-[2-9]$/u;
  expect(
    meant.filter(({ name }) => !unpinned.test(name) && bulkAsking(name, pinned) === null).map(({ name }) => name),
  ).toEqual([]);
});

test.each([
  ["item.done", { change: { step: "done" } }],
  ["item.kind-praise", { change: { step: "kind", kind: "praise" } }],
  ["item.theme-1", { change: { step: "code", themeIds: ["käsittelyajat"] } }],
  ["item.theme-2", null],
  ["item.route", { question: "route" }],
  ["move.next", null],
])("%s", (command, expected) => {
  expect(bulkAsking(command, pinned)).toEqual(expected);
});
