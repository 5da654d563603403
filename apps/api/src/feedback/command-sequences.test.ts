import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";

import { ledgerSums, roundLedger } from "@kuultu/domain/rounds/round-ledger";

import { recountAll } from "#history/verify";
import { moveArbitrary, openStage, playSequence, type Stage } from "#testing/command-sequence";
import { openWorld, type World } from "#testing/world";

let world: World;
let stage: Stage;
beforeAll(async () => {
  world = await openWorld();
  stage = await openStage(world);
});
afterAll(() => world.dispose());

/** The long run asks for thousands; a seed of its own repeats what it found. */
const sequences = Number(process.env["KUULTU_SEQUENCES"] ?? 200);

/** How many items an organisation may have: each check counts all of them anew. */
const mostReceived = 3000;

async function receivedByStatus(): Promise<Record<string, number>> {
  const rows = await stage.home.transaction((tx) =>
    tx.run<{ status: string; count: number }>(
      "SELECT status, count(*)::int AS count FROM feedback_item WHERE organisation_id = $1::uuid GROUP BY status",
      [tx.organisationId],
    ),
  );
  return Object.fromEntries(rows.rows.map(({ status, count }) => [status, count]));
}

it(`loses nothing in ${sequences} sequences of steps, undoings, merges and bulk steps by several people at once`, async () => {
  const seen = new Map<string, number>();
  let received = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(moveArbitrary, { minLength: 4, maxLength: 24 }), async (moves) => {
      if (received >= mostReceived) [stage, received] = [await openStage(world), 0];
      for (const [outcome, times] of await playSequence(stage, moves))
        seen.set(outcome, (seen.get(outcome) ?? 0) + times);
      received += 30;
      expect(await stage.home.transaction(recountAll)).toEqual([]);
      const ledger = roundLedger(await receivedByStatus());
      expect(ledgerSums(ledger)).toBe(true);
      expect(ledger.received).toBe(received);
    }),
    { numRuns: sequences, endOnFailure: false },
  );
  // A sequence in which everything is refused would prove nothing.
  for (const move of ["code", "done", "merge", "undo", "undo an earlier one", "bulk code", "bulk reject", "wake"])
    expect([move, (seen.get(move) ?? 0) > 0]).toEqual([move, true]);
  expect(seen.get("changed-meanwhile")).toBeGreaterThan(0);
  expect(world.unexpected).toEqual([]);
});
