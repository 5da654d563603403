import { randomUUID } from "node:crypto";

import { dayIn } from "@kuultu/domain/day";

import type { ServerParts } from "#trpc/server-parts";
import { systemScopes } from "#trpc/system-scope";

const lookEveryMs = 60_000;
const daily = ["feedback.wake", "feedback.catch-up"] as const;

/** Asks for the jobs of a day when an organisation's day begins, and once at the start; resolves with how to end that. */
export async function startDailyJobs(parts: ServerParts): Promise<() => Promise<void>> {
  const begun = new Map<string, string>();
  async function ask(): Promise<void> {
    for (const scope of await systemScopes(parts)) {
      const { id: organisationId } = scope.organisation;
      const day = dayIn(scope.now);
      if (begun.get(organisationId) === day) continue;
      await scope.transaction(async (tx) => {
        for (const kind of daily) await parts.jobs.enqueue(tx, kind, { organisationId }, { singleton: "every day" });
      });
      begun.set(organisationId, day);
    }
  }
  await ask();
  let asking = Promise.resolve();
  const timer = setInterval(() => {
    asking = ask().catch((error: unknown) => parts.reportError(error, randomUUID(), "daily jobs"));
  }, lookEveryMs);
  return async () => {
    clearInterval(timer);
    await asking;
  };
}
