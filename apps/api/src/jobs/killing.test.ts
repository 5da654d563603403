import { Readable } from "node:stream";

import { afterAll, beforeAll, expect, it } from "vitest";

import type { BulkChange } from "@kuultu/domain/feedback/bulk-step";

import { readEnvironment } from "#environment";
import { startBulkStep } from "#feedback/bulk/bulk-commands";
import { readBulkStep } from "#feedback/bulk/bulk-step-queries";
import { undoStep } from "#feedback/feedback-undo-commands";
import { verify } from "#history/verify";
import { createImport, receiveUpload } from "#intake/intake-commands";
import { mappingOf } from "#testing/imported";
import { makeItems, makeOrganisation, makeTheme } from "#testing/makers";
import { openMachine } from "#testing/program";
import type { Machine, Running } from "#testing/program";
import { openParts } from "#trpc/open-parts";
import type { OpenParts } from "#trpc/open-parts";
import type { Scope } from "#trpc/scope";

/** The long run asks for a hundred. */
const kills = Number(process.env["KUULTU_KILLS"] ?? 5);
const items = 5000;
const importedRows = 4000;

let machine: Machine;
let open: OpenParts;
let home: Scope;
let themeId: string;
let server: Running;
beforeAll(async () => {
  machine = await openMachine();
  open = await openParts(readEnvironment(machine.variables), { serving: false, tell: () => {} });
  home = await makeOrganisation(open.parts);
  themeId = await makeTheme(home);
  await makeItems(
    home,
    Array.from({ length: items }, () => ({ source: "letter" as const })),
  );
  server = await started();
});
afterAll(async () => {
  server.interrupt();
  await server.ended;
  await open.stop();
  machine.dispose();
});

async function started(): Promise<Running> {
  const running = machine.run("server");
  await running.line(/^Kuultu: /u);
  return running;
}

async function killed(): Promise<void> {
  server.kill();
  await server.ended;
}

/** Work that the server does by itself, and how far it is. */
interface Work {
  /** Rows or items that are done, by what the work itself says. */
  done(): Promise<{ readonly count: number; readonly ended: boolean }>;
  readonly total: number;
  /** Of a half done work: that what it says of itself is what it did. */
  checkHalf(): Promise<void>;
  checkEnd(): Promise<void>;
}

const count = async (text: string, ...values: readonly unknown[]): Promise<number> =>
  home.transaction(async (tx) => {
    const { rows } = await tx.run<{ count: number }>(text, [tx.organisationId, ...values]);
    return rows[0]?.count ?? 0;
  });

function bulkWork(bulkStepId: string, stepId: string): Work {
  const view = () => readBulkStep(home, bulkStepId);
  return {
    total: items,
    async done() {
      const { changed, state } = await view();
      return { count: changed, ended: state !== "running" };
    },
    async checkHalf() {
      const { total, changed, remaining, leftAlone } = await view();
      expect({ total, leftAlone }).toEqual({ total: items, leftAlone: [] });
      expect(
        await count(
          "SELECT count(*)::int FROM history WHERE organisation_id = $1::uuid AND step_id = $2::uuid AND subject = 'feedback'",
          stepId,
        ),
      ).toBe(changed);
      expect(
        await count(
          "SELECT count(*)::int FROM bulk_item WHERE organisation_id = $1::uuid AND bulk_step_id = $2::uuid",
          bulkStepId,
        ),
      ).toBe(remaining);
    },
    async checkEnd() {
      expect(await view()).toMatchObject({ state: "finished", total: items, changed: items, remaining: 0 });
    },
  };
}

let lastStepId = "";

async function bulk(turn: number): Promise<Work> {
  const changes: readonly BulkChange[] = [
    { step: "code", themeIds: [themeId] },
    { step: "reject", reason: "test_response" },
    { step: "kind", kind: "praise" },
    { step: "route", routingClass: "accessibility" },
  ];
  const change = changes[turn % changes.length] ?? { step: "done" };
  const step = await startBulkStep(home, { change, selection: { filter: { source: "letter" } }, reason: "" });
  lastStepId = step.stepId;
  return bulkWork(step.id, step.stepId);
}

async function undo(): Promise<Work> {
  const { bulk: step } = await undoStep(home, { stepId: lastStepId });
  if (step === undefined) throw new Error("A step on many items is taken back as one.");
  const work = bulkWork(step.id, step.stepId);
  return {
    ...work,
    async checkEnd() {
      await work.checkEnd();
      expect(
        await count(
          `SELECT count(*)::int FROM feedback_item WHERE organisation_id = $1::uuid AND source = 'letter'
              AND status = 'new' AND kind = 'other' AND status_reason IS NULL AND routed_on IS NULL`,
        ),
      ).toBe(items);
    },
  };
}

/** An import that a dead server had begun: the next start goes on with it. */
async function intake(turn: number): Promise<Work> {
  await killed();
  const rows = Array.from({ length: importedRows }, (_, row) => `Jonotin ${row} minuuttia kerralla ${turn}.`);
  const file = Readable.from([Buffer.from(["palaute", ...rows].join("\n"))]);
  const upload = await receiveUpload(home, `palaute-${turn}.csv`, file);
  const mapping = mappingOf({ palaute: "verbatim" });
  const importId = await createImport(home, { uploadId: upload.id, mapping, roundId: null });
  server = await started();
  const state = () =>
    home.transaction((tx) =>
      tx.import.findFirstOrThrow({ where: { organisationId: tx.organisationId, id: importId } }),
    );
  return {
    total: importedRows,
    async done() {
      const { rows: taken, state: at } = await state();
      return { count: taken, ended: at !== "running" };
    },
    async checkHalf() {
      const { items: brought } = await state();
      const found = "SELECT count(*)::int FROM feedback_item WHERE organisation_id = $1::uuid AND import_id = $2::uuid";
      expect(await count(found, importId)).toBe(brought);
    },
    async checkEnd() {
      expect(await state()).toMatchObject({ state: "finished", rows: importedRows, added: importedRows });
    },
  };
}

/** Asks until the work has come so far, and then some more times: a moment that nobody chose. */
async function untilAround(work: Work, share: number): Promise<void> {
  for (let more = Math.floor(Math.random() * 4); more >= 0;) {
    const { count: done, ended } = await work.done();
    if (ended) return;
    if (done >= share * work.total) more -= 1;
  }
}

async function untilEnded(work: Work): Promise<void> {
  while (!(await work.done()).ended);
}

it(`loses nothing in ${kills} kills in the middle of bulk steps, their undoing, and imports`, async () => {
  const acts = [bulk, undo, intake];
  let inTheMiddle = 0;
  for (let turn = 0; turn < kills; turn += 1) {
    const act = acts[turn % acts.length] ?? bulk;
    const work = await act(Math.floor(turn / acts.length));
    await untilAround(work, Math.random() * 0.7);
    await killed();
    if (!(await work.done()).ended) inTheMiddle += 1;
    await work.checkHalf();
    expect(await verify(open.parts)).toEqual([]);
    server = await started();
    await untilEnded(work);
    await work.checkEnd();
    expect(await verify(open.parts)).toEqual([]);
  }
  // Kills after the end would prove nothing.
  expect(inTheMiddle).toBeGreaterThan(0);
});
