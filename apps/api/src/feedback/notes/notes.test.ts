import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { makeFacetValue, makeItem, makeOrganisation } from "#testing/makers";
import { openWorld, signedInCaller, type SignedIn, type World } from "#testing/world";
import type { Scope } from "#trpc/scope";

let world: World;
let home: Scope;
let writer: SignedIn;
let colleague: SignedIn;
let itemId: string;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());
beforeEach(async () => {
  home = await makeOrganisation(world.parts);
  writer = await signedInCaller(world, home, { roles: ["triager"], name: "Demo Kirjoittaja" });
  colleague = await signedInCaller(world, home, { roles: ["theme_member"], name: "Demo Kollega" });
  itemId = await makeItem(home);
});

const idOf = (person: SignedIn): string => person.scope.staff.id;

async function write(body = "Katsotko tätä, @Demo Kollega?", mentions = [idOf(colleague)]): Promise<string> {
  const notes = await writer.call.feedback.addNote({ noteId: uuidv7(), itemId, body, mentions });
  return notes.at(-1)?.id ?? "";
}

describe("a note", () => {
  it("stands beside its item with who wrote it and who is named, and in the history by its id alone", async () => {
    const noteId = await write();
    const [note] = await colleague.call.feedback.notes({ itemId });
    expect(note).toMatchObject({
      id: noteId,
      staffName: "Demo Kirjoittaja",
      editedAt: null,
      body: "Katsotko tätä, @Demo Kollega?",
      named: [{ id: idOf(colleague), name: "Demo Kollega" }],
    });
    const item = await colleague.call.feedback.item({ itemId });
    expect(item.noteCount).toBe(1);
    expect(item.version).toBe(1);
    const added = item.history.find(({ change }) => change === "feedback.note-added");
    expect(added).toMatchObject({ values: { noteId: [null, noteId] }, texts: {} });
  });

  it("is changed and taken away by its writer alone", async () => {
    const noteId = await write();
    const editing = { noteId, body: "Ei enää tarpeen.", mentions: [] };
    await expect(colleague.call.feedback.editNote(editing)).rejects.toThrow("feedback.note-of-another");
    await expect(colleague.call.feedback.removeNote({ noteId })).rejects.toThrow("feedback.note-of-another");
    const [edited] = await writer.call.feedback.editNote(editing);
    expect(edited).toMatchObject({ body: "Ei enää tarpeen.", named: [] });
    expect(edited?.editedAt).not.toBeNull();
    expect((await colleague.call.feedback.inbox({})).lines).toEqual([]);
    expect(await writer.call.feedback.removeNote({ noteId })).toEqual([]);
    await expect(writer.call.feedback.removeNote({ noteId })).rejects.toThrow("not-found");
    const left = await home.transaction((tx) =>
      tx.note.findFirst({ where: { organisationId: tx.organisationId, id: noteId }, select: { body: true } }),
    );
    expect(left?.body).toBe("");
  });

  it("sent again after a lost reply is there once; with other words it is refused", async () => {
    const note = { noteId: uuidv7(), itemId, body: "Soitan huomenna.", mentions: [idOf(colleague)] };
    const ends = await Promise.all([writer.call.feedback.addNote(note), writer.call.feedback.addNote(note)]);
    expect(ends.map((notes) => notes.map(({ id }) => id))).toEqual([[note.noteId], [note.noteId]]);
    expect((await colleague.call.feedback.inbox({})).lines).toHaveLength(1);
    const added = (await writer.call.feedback.item({ itemId })).history.filter(
      ({ change }) => change === "feedback.note-added",
    );
    expect(added).toHaveLength(1);
    for (const [person, body] of [
      [writer, "Soitan tänään."],
      [colleague, note.body],
    ] as const)
      await expect(person.call.feedback.addNote({ ...note, body })).rejects.toThrow("changed-meanwhile");
  });

  it("is masked as verbatims are, written or changed, beside the item and in the inbox", async () => {
    const noteId = await write("Soita 040 123 4567, asuu Mikonkatu 7 B 12.");
    const masked = "Soita ⟦phone⟧, asuu ⟦address⟧.";
    expect((await writer.call.feedback.notes({ itemId }))[0]?.body).toBe(masked);
    expect((await colleague.call.feedback.inbox({})).lines[0]?.body).toBe(masked);
    await writer.call.feedback.editNote({ noteId, body: "Tai demo@example.fi", mentions: [] });
    expect((await writer.call.feedback.notes({ itemId }))[0]?.body).toBe("Tai ⟦email⟧");
  });

  it("is not taken back by undo: it is no step of triage", async () => {
    await writer.call.feedback.setKind({ itemId, version: 1, kind: "idea" });
    await write();
    expect((await writer.call.feedback.undo({})).items[0]?.kind).toBe("other");
    expect(await writer.call.feedback.notes({ itemId })).toHaveLength(1);
  });
});

describe("naming somebody", () => {
  it("offers those who may read the item, and refuses others", async () => {
    const service = await makeFacetValue(home, "service");
    const elsewhere = { wholeOrganisation: false, serviceIds: [service], siteIds: [] } as const;
    const narrow = await signedInCaller(world, home, { roles: ["triager"], reach: elsewhere });
    const viewer = await signedInCaller(world, home, "viewer");
    const people = await writer.call.feedback.noteReaders({ itemId });
    expect(people.map(({ id }) => id).toSorted()).toEqual([idOf(writer), idOf(colleague)].toSorted());
    for (const person of [narrow, viewer]) {
      await expect(write("Katso!", [idOf(colleague), idOf(person)])).rejects.toThrow("feedback.named-cannot-read");
    }
    const stranger = await signedInCaller(world, await makeOrganisation(world.parts), "triager");
    await expect(write("Katso!", [idOf(stranger)])).rejects.toThrow("not-found");
    expect(await writer.call.feedback.notes({ itemId })).toEqual([]);
    expect((await narrow.call.feedback.inbox({})).lines).toEqual([]);
  });

  it("keeps what was read when the note is changed", async () => {
    const noteId = await write();
    await colleague.call.feedback.markNotes({ noteIds: [noteId], read: true });
    await writer.call.feedback.editNote({ noteId, body: "Toinen", mentions: [idOf(colleague), idOf(writer)] });
    expect((await colleague.call.feedback.inbox({})).lines[0]?.read).toBe(true);
    expect(await writer.call.feedback.unreadNotes()).toBe(1);
  });
});

describe("the inbox", () => {
  it("holds one's own, newest first, read or not, and counts the unread", async () => {
    const first = await write();
    world.setClock(new Date("2026-03-04T11:00:00.000Z"));
    const second = await write("Entä nyt?");
    const { lines, nextCursor } = await colleague.call.feedback.inbox({});
    expect(lines.map(({ noteId, read }) => [noteId, read])).toEqual([
      [second, false],
      [first, false],
    ]);
    expect(nextCursor).toBeNull();
    expect(lines[0]).toMatchObject({ itemId, staffName: "Demo Kirjoittaja", firstLine: "Jonotin puhelimessa tunnin." });
    await colleague.call.feedback.markNotes({ noteIds: [second], read: true });
    expect(await colleague.call.feedback.unreadNotes()).toBe(1);
    expect((await colleague.call.feedback.inbox({ unreadOnly: true })).lines.map(({ noteId }) => noteId)).toEqual([
      first,
    ]);
    await colleague.call.feedback.markNotes({ noteIds: [second], read: false });
    expect(await colleague.call.feedback.unreadNotes()).toBe(2);
    expect((await writer.call.feedback.inbox({})).lines).toEqual([]);
    await expect(writer.call.feedback.markNotes({ noteIds: [first], read: true })).rejects.toThrow("not-found");
    world.setClock(new Date("2026-03-04T10:00:00.000Z"));
  });

  it("goes on to older ones", async () => {
    for (let n = 0; n < 52; n += 1) await write(`Viesti ${n}`);
    const first = await colleague.call.feedback.inbox({});
    const second = await colleague.call.feedback.inbox({ cursor: first.nextCursor });
    expect([first.lines.length, second.lines.length, second.nextCursor]).toEqual([50, 2, null]);
    expect(new Set([...first.lines, ...second.lines].map(({ noteId }) => noteId)).size).toBe(52);
  });

  it("forgets an item that became a whistleblowing report, and its notes with it", async () => {
    await write();
    await writer.call.feedback.route({ itemId, version: 1, routingClass: "whistleblowing" });
    expect((await colleague.call.feedback.inbox({})).lines).toEqual([]);
    expect(await colleague.call.feedback.unreadNotes()).toBe(0);
    await expect(colleague.call.feedback.notes({ itemId })).rejects.toThrow("not-found");
    await expect(
      writer.call.feedback.addNote({ noteId: uuidv7(), itemId, body: "Vielä", mentions: [] }),
    ).rejects.toThrow("not-found");
  });
});
