import { Readable } from "node:stream";

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { openContact } from "#feedback/answers/contact-commands";
import { proposeFor } from "#intake/file-proposal";
import { receiveUpload } from "#intake/intake-commands";
import { dryRunUpload, problemsOf } from "#intake/intake-queries";
import { importFile, mappingOf } from "#testing/imported";
import { makeOrganisation } from "#testing/makers";
import { openWorld, type World } from "#testing/world";
import type { Scope } from "#trpc/scope";

let world: World;
let home: Scope;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());
beforeEach(async () => {
  home = await makeOrganisation(world.parts);
});

const text = [
  "id,palaute,nimi,sähköposti,vastausta pyydetty",
  "1,Jonotin puhelimessa tunnin.,Aino Demolainen,aino@example.invalid,kyllä",
  "2,Lomake oli vaikea.,Eero Demolainen,eero@example.invalid,ei",
  "3,Kiitos avusta.,Oona Demolainen,ei ole,kyllä",
  "",
].join("\n");
const mapping = mappingOf({
  id: "external_id",
  palaute: "verbatim",
  nimi: "contact_name",
  sähköposti: "contact_email",
  "vastausta pyydetty": "reply_expected",
});
const givers = /Demolainen|example\.invalid|ei ole/u;

const contacts = () =>
  home.transaction(async (tx) => {
    const where = { organisationId: tx.organisationId };
    const items = await tx.feedbackItem.findMany({ where, include: { text: true } });
    const rows = await tx.importRow.findMany({ where, orderBy: { row: "asc" }, select: { itemIds: true } });
    return rows.map(({ itemIds }) => items.find(({ id }) => id === itemIds[0]));
  });

test("whoever wants a reply can be reached; whoever wants none is not kept", async () => {
  const done = await importFile(home, { text, mapping });
  const [first, second, third] = await contacts();
  expect([first, second, third].map((item) => [item?.replyExpected, item?.answerDueOn !== null])).toEqual([
    [true, true],
    [false, false],
    [true, true],
  ]);
  const reached = [];
  for (const item of [first, second, third]) reached.push(await openContact(home, item?.id ?? ""));
  expect(reached).toEqual([
    { name: "Aino Demolainen", email: "aino@example.invalid", phone: null },
    null,
    { name: "Oona Demolainen", email: null, phone: null },
  ]);
  expect(JSON.stringify([first?.text, second?.text, third?.text])).not.toMatch(givers);
  expect(JSON.stringify(await problemsOf(home, done.id))).not.toMatch(givers);
});

test("neither the proposal nor the dry run shows who they are", async () => {
  const bytes = () => Readable.from([Buffer.from(text)]);
  const proposal = await proposeFor(bytes);
  expect(proposal.mapping.columns.map(({ target }) => target)).toEqual(mapping.columns.map(({ target }) => target));
  expect(JSON.stringify(proposal.columns)).not.toMatch(/Demolainen|aino@|eero@/u);
  const upload = await receiveUpload(home, "palaute.csv", bytes());
  const dry = await dryRunUpload(home, { uploadId: upload.id, mapping, roundId: null });
  expect(dry.ledger.added).toBe(3);
  expect(dry.rows[0]?.facts.map(({ target, value }) => [target, value])).toEqual([
    ["external_id", "1"],
    ["contact_name", "•••"],
    ["contact_email", "•••"],
    ["reply_expected", "kyllä"],
  ]);
  expect(JSON.stringify(dry)).not.toMatch(givers);
});

test("a corrected address comes with the next file, and one that is gone goes", async () => {
  await importFile(home, { text, mapping });
  const corrected = text
    .replace("aino@example.invalid", "aino.demo@example.invalid")
    .replace("Oona Demolainen,ei ole,kyllä", ",,ei");
  await importFile(home, { text: corrected, mapping });
  const [first, , third] = await contacts();
  expect(await openContact(home, first?.id ?? "")).toMatchObject({ email: "aino.demo@example.invalid" });
  expect(await openContact(home, third?.id ?? "")).toBeNull();
});
