import { v7 as uuidv7 } from "uuid";

import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import type { ColumnMapping } from "@kuultu/domain/intake/column-mapping";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { openContact, setContact } from "#feedback/answers/contact-commands";
import { markDuplicate } from "#feedback/duplicates/duplicate-commands";
import { itemRepeats } from "#feedback/duplicates/duplicate-queries";
import { codeItem, reopenItem, setKind } from "#feedback/feedback-commands";
import { undoStep } from "#feedback/feedback-undo-commands";
import { addNote } from "#feedback/notes/note-commands";
import { listNotes } from "#feedback/notes/note-queries";
import { recountAll } from "#history/verify";
import { runImport } from "#intake/import-jobs";
import { cancelImport, createImport, receiveUpload, saveMapping } from "#intake/intake-commands";
import {
  dryRunUpload,
  importOf,
  newestImports,
  problemsOf,
  proposeUpload,
  savedMappings,
} from "#intake/intake-queries";
import { createRound } from "#rounds/rounds-commands";
import { importFile, makeImport, mappingOf as mapping } from "#testing/imported";
import { makeItem, makeOrganisation } from "#testing/makers";
import { openWorld } from "#testing/world";
import type { World } from "#testing/world";
import { createTheme } from "#themes/themes-commands";
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

const withIds = mapping({ id: "external_id", text: "verbatim", date: "date", service: "service" });
const differences = () => home.transaction(recountAll);
const items = () =>
  home.transaction((tx) =>
    tx.feedbackItem.findMany({
      where: { organisationId: tx.organisationId },
      include: { text: { select: { title: true, body: true } } },
      orderBy: { receivedAt: "asc" },
    }),
  );
const codeOf = async (work: Promise<unknown>) => {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof RuleViolation ? { code: error.code, ...error.details } : error;
};

describe("what comes in", () => {
  it("is masked before it is stored; the original lies apart, encrypted; the counts are kept", async () => {
    const text = "text,title\nSoita 040 1234567 tai demo@example.fi,Hetu 131052-308T\nHyvä palvelu,Kiitos\n";
    const done = await importFile(home, { text, mapping: mapping({ text: "verbatim", title: "title" }) });
    expect(done.masked).toEqual({ identity_code: 1, email: 1, phone: 1 });
    const texts = await home.transaction((tx) =>
      tx.feedbackText.findMany({ select: { itemId: true, title: true, body: true, masks: true, titleMasks: true } }),
    );
    const masked = texts.find(({ body }) => body.includes("⟦"));
    expect(masked).toMatchObject({
      title: "Hetu ⟦identity_code⟧",
      body: "Soita ⟦phone⟧ tai ⟦email⟧",
      masks: [
        { start: 6, end: 13, kind: "phone" },
        { start: 18, end: 25, kind: "email" },
      ],
      titleMasks: [{ start: 5, end: 20, kind: "identity_code" }],
    });
    const originals = await home.transaction((tx) => tx.feedbackOriginal.findMany({}));
    expect(originals.map((stored) => JSON.parse(home.cipher.decrypt(stored)))).toEqual([
      { title: "Hetu 131052-308T", body: "Soita 040 1234567 tai demo@example.fi" },
    ]);
    expect(originals[0]?.itemId).toBe(masked?.itemId);
  });

  it("has its own day, its language and its facets, which are made where they are new", async () => {
    const text =
      "id,text,date,service\n1,Jonossa meni koko päivä,31.1.2021,Neuvonta\n2,Jag fick vänta länge på svar,1.2.2021 12:30,neuvonta\n3,Ждать пришлось очень долго,2.2.2021,Puhelin\n";
    await importFile(home, { text, mapping: withIds });
    const values = await home.transaction((tx) =>
      tx.facetValue.findMany({ select: { id: true, key: true, names: true }, orderBy: { key: "asc" } }),
    );
    expect(values.map(({ key, names }) => [key, names])).toEqual([
      ["neuvonta", { fi: "Neuvonta" }],
      ["puhelin", { fi: "Puhelin" }],
    ]);
    expect(
      (await items()).map(({ receivedAt, language, serviceId }) => [
        receivedAt.toISOString(),
        language,
        values.findIndex(({ id }) => id === serviceId),
      ]),
    ).toEqual([
      ["2021-01-30T22:00:00.000Z", "fi", 0],
      ["2021-02-01T10:30:00.000Z", "sv", 0],
      ["2021-02-01T22:00:00.000Z", "ru", 1],
    ]);
    expect(await differences()).toEqual([]);
  });

  it("without an id, equal rows each come in, and not a second time", async () => {
    const wish = { text: `text\n${"Ei mitään\n".repeat(617)}`, mapping: mapping({ text: "verbatim" }) };
    expect((await importFile(home, wish)).ledger).toMatchObject({ rows: 617, added: 617, items: 617 });
    expect((await importFile(home, wish)).ledger).toMatchObject({ rows: 617, added: 0, unchanged: 617, items: 0 });
  });

  it("with an id, a repeat is a duplicate even where it says something else: the first one wins", async () => {
    const text = "id,text,date,service\n7,Ensimmäinen,1.1.2021,A\n7,Toinen,1.1.2021,B\n";
    expect((await importFile(home, { text, mapping: withIds })).ledger).toMatchObject({
      rows: 2,
      added: 1,
      duplicate: 1,
      items: 1,
    });
    expect((await items()).map((item) => item.text?.body)).toEqual(["Ensimmäinen"]);
  });

  it("several texts of one row are several items; a title alone is one", async () => {
    const text = "t,a,b\nOtsikko,Yksi asia,Toinen asia\nVain otsikko,,\n";
    const done = await importFile(home, { text, mapping: mapping({ t: "title", a: "verbatim", b: "verbatim" }) });
    expect(done.ledger).toMatchObject({ rows: 2, added: 2, items: 3 });
  });

  it("NUL is replaced and told, not lost", async () => {
    const done = await importFile(home, { text: "text\nA\0B sana\n", mapping: mapping({ text: "verbatim" }) });
    expect((await items()).map((item) => item.text?.body)).toEqual(["A\uFFFDB sana"]);
    expect(await problemsOf(home, done.id)).toEqual([
      { row: 1, column: "text", code: "text.invalid-characters", value: "A\uFFFDB sana", rejects: false },
    ]);
  });
});

describe("a changed row", () => {
  const before = "id,text,date,service\n1,Alkuperäinen teksti,1.1.2021,A\n";
  const after = "id,text,date,service\n1,Muutettu teksti,2.1.2021,B\n";

  it("is updated under the same id where nobody has begun to work on it", async () => {
    await importFile(home, { text: before, mapping: withIds });
    const [first] = await items();
    expect((await importFile(home, { text: after, mapping: withIds })).ledger).toMatchObject({
      rows: 1,
      updated: 1,
      items: 0,
    });
    const [second] = await items();
    expect([second?.id, second?.text?.body, second?.receivedAt.toISOString()]).toEqual([
      first?.id,
      "Muutettu teksti",
      "2021-01-01T22:00:00.000Z",
    ]);
    expect((await importFile(home, { text: after, mapping: withIds })).ledger).toMatchObject({ unchanged: 1 });
    expect(await differences()).toEqual([]);
  });

  it("leaves an item alone that somebody has coded", async () => {
    await importFile(home, { text: before, mapping: withIds });
    const [item] = await items();
    const theme = await createTheme(home, { names: { fi: "Teema" }, descriptions: {} });
    await codeItem(home, { itemId: item?.id ?? "", version: 1, themeId: theme.id, words: null });
    expect((await importFile(home, { text: after, mapping: withIds })).ledger).toMatchObject({ updated: 1 });
    expect((await items()).map((kept) => kept.text?.body)).toEqual(["Alkuperäinen teksti"]);
    expect(await differences()).toEqual([]);
  });

  it.each([
    [
      "a note stands",
      (itemId: string) => addNote(home, { noteId: uuidv7(), itemId, body: "Soitan huomenna.", mentions: [] }),
    ],
    [
      "a contact has been written down",
      (itemId: string) =>
        setContact(home, { itemId, contact: { name: "Maija", email: "maija@example.fi", phone: null } }),
    ],
    [
      "another repeats it",
      async (duplicateOfId: string) => markDuplicate(home, { itemId: await makeItem(home), version: 1, duplicateOfId }),
    ],
  ])("leaves an item alone beside which %s", async (_, begin) => {
    await importFile(home, { text: before, mapping: withIds });
    const [item] = await items();
    const itemId = item?.id ?? "";
    await begin(itemId);
    const told = async () => [
      await listNotes(home, itemId),
      await openContact(home, itemId),
      (await itemRepeats(home, itemId)).repeats.length,
    ];
    const said = await told();
    await importFile(home, { text: after, mapping: withIds });
    expect((await items()).find(({ id }) => id === itemId)?.text?.body).toBe("Alkuperäinen teksti");
    expect(await told()).toEqual(said);
  });

  it("is told apart from what it was by whoever has it open or asked for a step on it", async () => {
    await importFile(home, { text: before, mapping: withIds });
    const [first] = await items();
    await importFile(home, { text: after, mapping: withIds });
    const [second] = await items();
    expect([second?.id, second?.version]).toEqual([first?.id, 2]);
    const seen = { itemId: first?.id ?? "", version: first?.version ?? 0 };
    expect(await codeOf(setKind(home, { ...seen, kind: "idea" }))).toMatchObject({ code: "changed-meanwhile" });
    await importFile(home, { text: before, mapping: withIds });
    expect((await items()).map(({ version, text }) => [version, text?.body])).toEqual([[3, "Alkuperäinen teksti"]]);
    expect(await differences()).toEqual([]);
  });

  it("loses none of the texts of a row while somebody works on one of them", async () => {
    const twoTexts = mapping({ id: "external_id", a: "verbatim", b: "verbatim" });
    await importFile(home, { text: "id,a,b\n7,Jonotin kauan,Lomake oli vaikea\n", mapping: twoTexts });
    const [item] = await items();
    await setKind(home, { itemId: item?.id ?? "", version: 1, kind: "complaint" });
    await importFile(home, { text: "id,a,b\n7,Jonotin kauan,Lomake oli aivan mahdoton\n", mapping: twoTexts });
    const bodies = (await items()).map(({ text }) => text?.body);
    expect(new Set(bodies)).toEqual(new Set(["Jonotin kauan", "Lomake oli vaikea"]));
    expect(bodies).toHaveLength(2);
    expect(await differences()).toEqual([]);
  });

  it("is repeated by nothing that comes back when the row holds it no more", async () => {
    const twoTexts = mapping({ id: "external_id", a: "verbatim", b: "verbatim" });
    await importFile(home, { text: "id,a,b\n7,Jonotin kauan,Lomake oli vaikea\n", mapping: twoTexts });
    const gone = (await items()).find(({ text }) => text?.body === "Lomake oli vaikea")?.id ?? "";
    const itemId = await makeItem(home);
    await markDuplicate(home, { itemId, version: 1, duplicateOfId: gone });
    const { stepId } = await reopenItem(home, { itemId, version: 2, reason: "eri asia" });
    await importFile(home, { text: "id,a,b\n7,Jonotin kauan,\n", mapping: twoTexts });
    expect(await codeOf(undoStep(home, { stepId }))).toMatchObject({ code: "feedback.undo-overtaken" });
    expect((await items()).find(({ id }) => id === itemId)).toMatchObject({ status: "in_review", duplicateOfId: null });
    expect(await differences()).toEqual([]);
  });
});

describe("responses", () => {
  const survey = mapping(
    {
      nro: "external_id",
      "Kuinka tyytyväinen olit?": "rating",
      "Suosittelisitko?": "yes_no",
      Vapaa: "verbatim",
      Kanava: "channel",
    },
    "responses",
  );
  const header = "nro,Kuinka tyytyväinen olit?,Suosittelisitko?,Vapaa,Kanava\n";
  const round = async () => (await createRound(home, { newSurvey: { names: { fi: "Kysely" } }, name: "2021-1" })).id;

  it("bring answers, counted in the margins, and their texts as items of the round", async () => {
    const roundId = await round();
    const text = `${header}1,5,Kyllä,Hyvin sujui,Puhelin\n2,EOS,Ei,,Verkko\n3,6,ehkä,,Verkko\n4,,,,\n`;
    const done = await importFile(home, { text, mapping: survey, roundId });
    expect(done).toMatchObject({ responses: 4, ledger: { rows: 4, added: 4, items: 1, rejected: 0 } });
    expect((await problemsOf(home, done.id)).map(({ row, code, value }) => [row, code, value])).toEqual([
      [3, "rating.outside-scale", "6"],
      [3, "yes-no.unreadable", "ehkä"],
    ]);
    const ratings = await home.transaction((tx) =>
      tx.rating.findMany({ select: { value: true }, orderBy: { value: "asc" } }),
    );
    expect(ratings.map(({ value }) => value)).toEqual([0, 1, 5, null]);
    const [item] = await items();
    expect(item).toMatchObject({ roundId, source: "feedback_form" });
    expect(await home.transaction((tx) => tx.response.count({ where: { id: item?.responseId ?? "" } }))).toBe(1);
    expect(await differences()).toEqual([]);
  });

  it("a changed answer is counted anew", async () => {
    const roundId = await round();
    await importFile(home, { text: `${header}1,5,Kyllä,Hyvin sujui,Puhelin\n`, mapping: survey, roundId });
    expect(
      (await importFile(home, { text: `${header}1,2,Ei,Hyvin sujui,Verkko\n`, mapping: survey, roundId })).ledger,
    ).toMatchObject({ updated: 1 });
    const ratings = await home.transaction((tx) =>
      tx.rating.findMany({ select: { value: true }, orderBy: { value: "asc" } }),
    );
    expect(ratings.map(({ value }) => value)).toEqual([0, 2]);
    expect(await differences()).toEqual([]);
  });

  it("need a round, of the import or in a column; a row whose round is unknown stays out", async () => {
    const text = `kierros,nro,Kuinka tyytyväinen olit?\n2021-1,1,5\n2021-9,2,4\n`;
    const columns = mapping(
      { kierros: "round", nro: "external_id", "Kuinka tyytyväinen olit?": "rating" },
      "responses",
    );
    expect(await codeOf(makeImport(home, { text: `${header}1,5,,,\n`, mapping: survey }))).toEqual({
      code: "intake.round-required",
    });
    await round();
    const done = await importFile(home, { text, mapping: columns });
    expect(done.ledger).toMatchObject({ rows: 2, added: 1, rejected: 1 });
    expect(await problemsOf(home, done.id)).toEqual([
      { row: 2, column: "kierros", code: "round.unknown", value: "2021-9", rejects: true },
    ]);
  });
});

describe("problems", () => {
  it("are listed by row, masked, and the ledger still adds up", async () => {
    const text =
      "id,text,date,service\n1,Teksti,30.2.2021,A\n2,Teksti 040 1234567,demo@example.fi,A\n3,,1.1.2021,A\n4,Teksti,1.1.2021,A,ylimääräinen\n5,Teksti\n";
    const done = await importFile(home, { text, mapping: withIds });
    expect(done.ledger).toEqual({ rows: 5, added: 1, unchanged: 0, updated: 0, duplicate: 0, rejected: 4, items: 1 });
    expect(
      (await problemsOf(home, done.id)).map(({ row, code, value, rejects }) => [row, code, value, rejects]),
    ).toEqual([
      [1, "date.does-not-exist", "30.2.2021", true],
      [2, "date.unreadable", "⟦email⟧", true],
      [3, "row.nothing-mapped", "", true],
      [4, "row.too-many-cells", "ylimääräinen", true],
      [5, "row.too-few-cells", "2", false],
      [5, "date.missing", "", false],
    ]);
    expect(await problemsOf(home, done.id, 5)).toHaveLength(1);
  });
});

describe("around an import", () => {
  const text = "id,text,date,service\n1,Soita 040 1234567,1.1.2021,A\n2,Teksti,2.1.2021,A\n2,Teksti,2.1.2021,A\n";
  const upload = () => receiveUpload(home, "../palaute.csv", Readable.from([Buffer.from(text)]));

  it("a file lies encrypted until it has been imported, and then no more", async () => {
    const { id, fileName, size } = await upload();
    expect([fileName, size]).toEqual(["palaute.csv", Buffer.byteLength(text)]);
    const stored = await readFile(join(home.uploadFolder, id));
    expect(stored.includes("Soita")).toBe(false);
    await runImport(home, await createImport(home, { uploadId: id, mapping: withIds }));
    expect(readdirSync(home.uploadFolder)).not.toContain(id);
  });

  it("a dry run says what would come in, and stores nothing", async () => {
    const { id } = await upload();
    const dry = await dryRunUpload(home, { uploadId: id, mapping: withIds });
    expect(dry).toMatchObject({
      ledger: { rows: 3, added: 2, duplicate: 1, items: 2 },
      masked: { phone: 1 },
      problemCount: 0,
    });
    expect(dry.rows[0]?.items[0]?.body).toBe("Soita ⟦phone⟧");
    expect(await items()).toEqual([]);
    const done = await runImport(home, await createImport(home, { uploadId: id, mapping: withIds }));
    expect(done.ledger).toEqual(dry.ledger);
  });

  it("a proposal shows masked samples", async () => {
    const { id } = await upload();
    const proposal = await proposeUpload(home, { uploadId: id });
    expect(proposal.columns[1]).toEqual({
      column: "text",
      samples: ["Soita ⟦phone⟧", "Teksti"],
      filled: 3,
      distinct: 2,
    });
    expect(proposal.mapping.columns.map(({ target }) => target)).toEqual([
      "external_id",
      "verbatim",
      "date",
      "service",
    ]);
  });

  it("a proposal shows the first rows as they stand in the file, masked", async () => {
    const { id } = await upload();
    const { firstRows, columns } = await proposeUpload(home, { uploadId: id });
    expect(firstRows).toHaveLength(3);
    expect(firstRows[0]).toHaveLength(columns.length);
    expect(firstRows.map((cells) => cells[1])).toEqual(["Soita ⟦phone⟧", "Teksti", "Teksti"]);
  });

  it("cancelled between two batches it stays as far as it came", async () => {
    const importId = await makeImport(home, { text, mapping: withIds });
    let cancelled: Promise<unknown> | undefined;
    const onProgress = (rows: number) => void (rows === 1 && (cancelled = cancelImport(home, importId)));
    // The batch after the first may still be on its way when the cancelling arrives.
    const done = await runImport(home, importId, { batchRows: 1, onProgress });
    await cancelled;
    expect(done.state === "cancelled" || (await importOf(home, importId)).state !== "running").toBe(true);
    expect(await differences()).toEqual([]);
    expect(readdirSync(home.uploadFolder)).not.toContain(importId);
  });

  it("a mapping that does not fit is refused before anything comes in", async () => {
    const { id } = await upload();
    const refused = (wrong: ColumnMapping) => codeOf(createImport(home, { uploadId: id, mapping: wrong }));
    expect(await refused(mapping({ nimi: "verbatim" }))).toEqual({ code: "intake.column-missing", columns: ["nimi"] });
    expect(await refused(mapping({ id: "external_id" }))).toEqual({
      code: "intake.mapping-incomplete",
      reason: "nothing-mapped",
    });
    expect(await refused(mapping({ text: "verbatim", id: "rating" }))).toEqual({
      code: "intake.mapping-incomplete",
      reason: "answers-need-responses",
    });
    expect(await newestImports(home)).toEqual([]);
  });

  it("another organisation finds neither upload nor import", async () => {
    const { id } = await upload();
    const elsewhere = await makeOrganisation(world.parts);
    expect(await codeOf(proposeUpload(elsewhere, { uploadId: id }))).toEqual({ code: "not-found" });
    const importId = await createImport(home, { uploadId: id, mapping: withIds });
    for (const ask of [importOf, problemsOf, cancelImport]) {
      expect(await codeOf(ask(elsewhere, importId))).toEqual({ code: "not-found" });
    }
  });

  it("a mapping is remembered by its name, the newest one", async () => {
    await saveMapping(home, { name: "Palautelomake", mapping: withIds });
    await saveMapping(home, { name: "Palautelomake", mapping: mapping({ text: "verbatim" }) });
    expect((await savedMappings(home)).map(({ name, mapping: saved }) => [name, saved.columns.length])).toEqual([
      ["Palautelomake", 1],
    ]);
  });

  it("a file whose quotes break off in the middle fails with what came before kept", async () => {
    const broken = `id,text,date,service\n1,Teksti,1.1.2021,A\n2,"Auki jäänyt,1.1.2021,A\n`;
    const done = await importFile(home, { text: broken, mapping: withIds });
    expect(done.state).toBe("failed");
    expect(done.failure).toMatch(/^intake\.unreadable, reason quotes/u);
    expect(await differences()).toEqual([]);
  });
});
