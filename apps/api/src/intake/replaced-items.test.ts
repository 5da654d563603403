import { v7 as uuidv7 } from "uuid";

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";

import { openContact, setContact } from "#feedback/answers/contact-commands";
import { readFeedback } from "#feedback/feedback-item-queries";
import { addNote } from "#feedback/notes/note-commands";
import { listNotes } from "#feedback/notes/note-queries";
import { recountAll } from "#history/verify";
import { importFile, mappingOf } from "#testing/imported";
import { makeOrganisation } from "#testing/makers";
import { openWorld, type SignedIn, signedInCaller, type World } from "#testing/world";
import type { Scope } from "#trpc/scope";

const mapping = mappingOf({ id: "external_id", text: "verbatim" });
const before = "id,text\n1,Jonotin kauan\n";
const after = "id,text\n1,Jonotin aivan liian kauan\n";

let world: World;
let home: Scope;
let triager: SignedIn;
let itemId: string;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());
beforeEach(async () => {
  home = await makeOrganisation(world.parts);
  triager = await signedInCaller(world, home, "triager");
  await importFile(home, { text: before, mapping });
  ({ id: itemId } = await home.transaction((tx) =>
    tx.feedbackItem.findFirstOrThrow({ where: { organisationId: tx.organisationId } }),
  ));
});

function gate() {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open: () => open() };
}

/** A scope whose first transaction that has come to `there` stays open until it is let go. */
function stopped(scope: Scope, there: (tx: OrganisationTransaction) => Promise<boolean>) {
  const [reached, going] = [gate(), gate()];
  const transaction: Scope["transaction"] = (work) =>
    scope.transaction(async (tx) => {
      const result = await work(tx);
      if (await there(tx)) {
        reached.open();
        await going.passed;
      }
      return result;
    });
  return { scope: { ...scope, transaction }, reached: reached.passed, letGo: going.open };
}

const isReplaced = async (tx: OrganisationTransaction) => {
  const text = await tx.feedbackText.findFirst({ where: { organisationId: tx.organisationId, itemId } });
  return text?.body === "Jonotin aivan liian kauan";
};
const isWorkedOn = async (tx: OrganisationTransaction) =>
  (await tx.history.count({ where: { organisationId: tx.organisationId, subjectId: itemId } })) > 0;

/** Until somebody waits for a lock, or the work that should wait is over. */
async function waiting(work: Promise<unknown>): Promise<void> {
  const over = work.then(() => true);
  const locked = async () =>
    (await home.transaction((tx) => tx.run("SELECT FROM pg_locks WHERE NOT granted", []))).rows.length > 0;
  for (let done = false; !done;) done = await Promise.race([over, locked()]);
}

const contact = { name: "Aino Demo", email: "aino@example.invalid", phone: null };
const writings = [
  {
    name: "a note",
    write: (scope: Scope) => addNote(scope, { noteId: uuidv7(), itemId, body: "Katsotko?", mentions: [] }),
    read: async () => (await listNotes(triager.scope, itemId)).map(({ body }) => body),
    written: ["Katsotko?"],
  },
  {
    name: "a contact",
    write: (scope: Scope) => setContact(scope, { itemId, contact }),
    read: () => openContact(triager.scope, itemId),
    written: contact,
  },
];

describe.each(writings)(
  "$name and an import that brings the item anew, at the same moment",
  ({ write, read, written }) => {
    const kept = async () => [(await readFeedback(triager.scope, itemId)).body, await read()];

    test("written first, it holds the item as it was", async () => {
      const writer = stopped(triager.scope, isWorkedOn);
      const writing = write(writer.scope);
      await writer.reached;
      const importing = importFile(home, { text: after, mapping });
      await waiting(importing);
      writer.letGo();
      await Promise.all([writing, importing]);
      expect(await kept()).toEqual(["Jonotin kauan", written]);
      expect(await home.transaction(recountAll)).toEqual([]);
    });

    test("written while the import is at it, it stands beside the item as it has become", async () => {
      const incoming = stopped(home, isReplaced);
      const importing = importFile(incoming.scope, { text: after, mapping });
      await incoming.reached;
      const writing = write(triager.scope);
      await waiting(writing);
      incoming.letGo();
      await Promise.all([writing, importing]);
      expect(await kept()).toEqual(["Jonotin aivan liian kauan", written]);
      expect(await home.transaction(recountAll)).toEqual([]);
    });
  },
);
