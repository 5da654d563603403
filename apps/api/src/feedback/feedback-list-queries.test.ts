import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { feedbackPageSchema } from "@kuultu/domain/feedback/feedback-filter";
import type { FeedbackFilter, FeedbackPageInput } from "@kuultu/domain/feedback/feedback-filter";
import type { FeedbackRow } from "@kuultu/domain/feedback/feedback-view";

import { codeItem, routeItem } from "#feedback/feedback-commands";
import { countFeedback, summariseQueue } from "#feedback/counts/feedback-count-queries";
import { readFeedback } from "#feedback/feedback-item-queries";
import { facetColumns } from "#feedback/counts/facet-tally";
import { listFeedback, listStatement } from "#feedback/feedback-list-queries";
import { makeFacetValue, makeItem, makeItems, makeOrganisation, makeRound } from "#testing/makers";
import { openWorld, signedInCaller, type World } from "#testing/world";
import { createTheme } from "#themes/themes-commands";
import type { Scope } from "#trpc/scope";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());

const page = (input: Partial<FeedbackPageInput>) => feedbackPageSchema.parse(input);
const found = async (scope: Scope, filter: FeedbackFilter) =>
  (await listFeedback(scope, page({ filter, limit: 200 }))).rows.map(({ id }) => id);

async function everything(scope: Scope, input: Partial<FeedbackPageInput>): Promise<FeedbackRow[]> {
  const rows: FeedbackRow[] = [];
  let cursor: string | null = null;
  do {
    const next = await listFeedback(scope, page({ ...input, cursor }));
    rows.push(...next.rows);
    cursor = next.nextCursor;
  } while (cursor !== null);
  return rows;
}

describe("paging by keyset", () => {
  it.each(["newest", "oldest"] as const)("loses and repeats nothing among equal times, %s first", async (order) => {
    const home = await makeOrganisation(world.parts);
    const times = [home.now, new Date(home.now.getTime() - 1), new Date(home.now.getTime() - 2)];
    const ids = await makeItems(
      home,
      Array.from({ length: 60 }, (_, n) => ({ receivedAt: times[n % 3] ?? home.now })),
    );
    for (const filter of [{}, { status: "open" as const }, { search: "jonotin" }]) {
      const rows = await everything(home, { order, filter, limit: 7 });
      expect(rows.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
      const keys = rows.map((row) => `${row.receivedAt} ${row.id}`);
      expect(keys).toEqual(order === "oldest" ? keys.toSorted() : keys.toSorted().toReversed());
    }
  });

  it("goes on after the page although newer items have come in between", async () => {
    const home = await makeOrganisation(world.parts);
    const at = (minute: number) => ({ receivedAt: new Date(home.now.getTime() + minute * 60_000) });
    const ids = await makeItems(home, [at(1), at(2), at(3), at(4)]);
    const first = await listFeedback(home, page({ limit: 2 }));
    await makeItem(home, at(5));
    const second = await listFeedback(home, page({ limit: 2, cursor: first.nextCursor }));
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(ids.toReversed());
    expect(second.nextCursor).toBeNull();
  });

  it("refuses a cursor that no page gave", async () => {
    const home = await makeOrganisation(world.parts);
    await expect(listFeedback(home, page({ cursor: "first" }))).rejects.toThrow("not-found");
  });
});

describe("filters", () => {
  it("combine, and the counts beside them agree with the list", async () => {
    const home = await makeOrganisation(world.parts);
    const channels = [await makeFacetValue(home, "channel"), await makeFacetValue(home, "channel")];
    const serviceId = await makeFacetValue(home, "service");
    const rounds = [await makeRound(home), await makeRound(home)];
    const theme = await createTheme(home, { names: { fi: "Jonotus" }, descriptions: {} });
    const day = 86_400_000;
    const ids = await makeItems(
      home,
      Array.from({ length: 48 }, (_, n) => ({
        receivedAt: new Date(home.now.getTime() - (n % 8) * day),
        kind: n % 2 === 0 ? ("idea" as const) : ("complaint" as const),
        source: n % 3 === 0 ? ("email" as const) : ("survey" as const),
        language: n % 5 === 0 ? ("sv" as const) : ("fi" as const),
        channelId: channels[n % 2] ?? null,
        serviceId: n % 4 === 0 ? serviceId : null,
        roundId: rounds[n % 2] ?? null,
        body: n % 6 === 0 ? "Lomake oli vaikea" : "Jonotin kauan",
      })),
    );
    for (const itemId of ids.slice(0, 20)) await codeItem(home, { itemId, version: 1, themeId: theme.id, words: null });
    for (const itemId of ids.slice(0, 3)) await routeItem(home, { itemId, version: 2, routingClass: "appeal" });

    const filters: FeedbackFilter[] = [
      {},
      { status: "routed" },
      { status: "processed" },
      { status: "open", kind: "idea" },
      { kind: "idea", source: "email" },
      { channelId: channels[0] ?? "", serviceId },
      { roundId: rounds[1] ?? "", language: "fi" },
      { themeId: theme.id },
      { themeId: theme.id, status: "open", kind: "complaint" },
      { receivedFrom: "2026-03-01", receivedTo: "2026-03-02", kind: "complaint" },
      { search: "lomake" },
      { search: "lomake", themeId: theme.id, status: "in_review" },
      { pastTarget: true },
    ];
    const all = await everything(home, { limit: 200 });
    const helsinkiDay = new Intl.DateTimeFormat("sv", { timeZone: "Europe/Helsinki" });
    const open = ["new", "in_review", "waiting"];
    for (const filter of filters) {
      const expected = all.filter((row) => {
        const on = helsinkiDay.format(new Date(row.receivedAt));
        const status =
          filter.status === undefined ||
          (filter.status === "open"
            ? open.includes(row.status)
            : filter.status === "processed"
              ? !open.includes(row.status)
              : row.status === filter.status);
        return (
          status &&
          (["kind", "source", "language", "channelId", "serviceId", "roundId"] as const).every(
            (field) => filter[field] === undefined || row[field] === filter[field],
          ) &&
          (filter.themeId === undefined || row.themeIds.includes(filter.themeId)) &&
          (filter.receivedFrom === undefined || on >= filter.receivedFrom) &&
          (filter.receivedTo === undefined || on <= filter.receivedTo) &&
          (filter.search === undefined || row.firstLine.startsWith("Lomake")) &&
          (filter.pastTarget === undefined || (open.includes(row.status) && row.triageDueOn < "2026-03-04"))
        );
      });
      const counts = await countFeedback(home, filter);
      const { kind: _kind, ...withoutKind } = filter;
      const { status: _status, ...withoutStatus } = filter;
      const ideas = await found(home, { ...withoutKind, kind: "idea" });
      const opened = await found(home, { ...withoutStatus, status: "open" });
      expect({ filter, found: await found(home, filter), total: counts.total }).toEqual({
        filter,
        found: expected.map(({ id }) => id),
        total: expected.length,
      });
      expect({ filter, ideas: counts.kind["idea"] ?? 0, open: counts.status["open"] ?? 0 }).toEqual({
        filter,
        ideas: ideas.length,
        open: opened.length,
      });
    }
  });
});

describe("search", () => {
  it("finds inflected words in each language, by title and body", async () => {
    const home = await makeOrganisation(world.parts);
    const [fi, sv, en, ru, und] = await makeItems(home, [
      { language: "fi", title: "Lomakkeista", body: "Ohjeet olivat epäselvät." },
      { language: "sv", body: "Köerna var alldeles för långa, blanketterna likaså." },
      { language: "en", body: "The queues were far too long." },
      { language: "ru", body: "Очереди были слишком длинные, сотрудники вежливые." },
      { language: "und", body: "asdf qwerty" },
    ]);
    expect(await found(home, { search: "lomake" })).toEqual([fi]);
    expect(await found(home, { search: "lomakkeet" })).toEqual([fi]);
    expect(await found(home, { search: "ohje epäselvä" })).toEqual([fi]);
    expect(await found(home, { search: "blankett" })).toEqual([sv]);
    expect(await found(home, { search: "queue" })).toEqual([en]);
    expect(await found(home, { search: "сотрудник" })).toEqual([ru]);
    expect(await found(home, { search: "qwerty" })).toEqual([und]);
    expect(await found(home, { search: "olivat tai" })).toEqual([]);
  });

  it("keeps out what follows a minus, whatever the language of the text", async () => {
    const home = await makeOrganisation(world.parts);
    const [plain] = await makeItems(home, [
      { body: "Puhelinpalvelu oli hidas" },
      { body: "Puhelinpalvelu oli hidas, chat nopea" },
    ]);
    expect(await found(home, { search: "puhelinpalvelu -chat" })).toEqual([plain]);
    expect(await found(home, { search: 'puhelinpalvelu -"chat nopea"' })).toEqual([plain]);
    expect(await found(home, { search: '"oli hidas" or tulkki' })).toHaveLength(2);
    expect(await found(home, { search: "-" })).toEqual([]);
  });

  it("finds a rare word beyond the newest thousand items, page by page", async () => {
    const home = await makeOrganisation(world.parts);
    const minute = (n: number) => new Date(home.now.getTime() - n * 60_000);
    await makeItems(
      home,
      Array.from({ length: 1500 }, (_, n) => ({
        receivedAt: minute(n),
        body: n % 100 === 0 ? "tulkki myöhästyi" : "kaikki hyvin",
      })),
    );
    const rows = await everything(home, { filter: { search: "tulkki" }, limit: 4 });
    expect(rows.map(({ receivedAt }) => receivedAt)).toEqual(
      Array.from({ length: 15 }, (_, n) => minute(n * 100).toISOString()),
    );
    expect((await countFeedback(home, { search: "tulkki" })).total).toBe(15);
  });
});

describe("who sees what", () => {
  it("is narrowed to the services and sites that a role reaches", async () => {
    const home = await makeOrganisation(world.parts);
    const [permits, passports] = [await makeFacetValue(home, "service"), await makeFacetValue(home, "service")];
    const siteId = await makeFacetValue(home, "site");
    const [own = "", atSite = "", other = "", nowhere = ""] = await makeItems(home, [
      { serviceId: permits },
      { siteId },
      { serviceId: passports },
      {},
    ]);
    const reach = { wholeOrganisation: false, serviceIds: [permits], siteIds: [siteId] } as const;
    const { scope } = await signedInCaller(world, home, { roles: ["triager"], reach });
    expect((await found(scope, {})).toSorted()).toEqual([own, atSite].toSorted());
    expect((await countFeedback(scope, {})).total).toBe(2);
    expect((await summariseQueue(scope, null)).ledger).toMatchObject({ received: 2, open: 2 });
    await expect(readFeedback(scope, own)).resolves.toMatchObject({ id: own });
    for (const id of [other, nowhere]) {
      await expect(readFeedback(scope, id)).rejects.toThrow("not-found");
      await expect(routeItem(scope, { itemId: id, version: 1, routingClass: "appeal" })).rejects.toThrow("not-found");
    }
  });

  it("hides whistleblowing reports from the queue, its counts and the pane, and keeps them in the ledger", async () => {
    const home = await makeOrganisation(world.parts);
    const [report = "", routed = ""] = await makeItems(home, [{}, {}]);
    await routeItem(home, { itemId: report, version: 1, routingClass: "whistleblowing" });
    await routeItem(home, { itemId: routed, version: 1, routingClass: "appeal" });
    expect(await found(home, {})).toEqual([routed]);
    expect((await countFeedback(home, {})).status).toMatchObject({ routed: 1 });
    expect((await summariseQueue(home, null)).ledger).toMatchObject({ received: 2, routed: 2 });
    await expect(readFeedback(home, report)).rejects.toThrow("not-found");
  });

  it("ends at the organisation, also for a search", async () => {
    const home = await makeOrganisation(world.parts);
    const elsewhere = await makeOrganisation(world.parts);
    const id = await makeItem(home, { body: "erikoinen sana" });
    expect(await found(elsewhere, { search: "erikoinen" })).toEqual([]);
    expect((await countFeedback(elsewhere, { search: "erikoinen" })).total).toBe(0);
    await expect(readFeedback(elsewhere, id)).rejects.toThrow("not-found");
  });
});

describe("the access log", () => {
  it("has each page and each reading, and a search without its words", async () => {
    const home = await makeOrganisation(world.parts);
    const ids = await makeItems(home, [{}, {}, {}]);
    await listFeedback(home, page({ limit: 2 }));
    await listFeedback(home, page({ filter: { search: "jonotin" } }));
    await readFeedback(home, ids[0] ?? "");
    const log = await home.transaction((tx) =>
      tx.accessLog.findMany({ where: { organisationId: tx.organisationId }, orderBy: { id: "asc" } }),
    );
    expect(log.map((entry) => [entry.purpose, entry.itemIds.length])).toEqual([
      ["read", 2],
      ["search", 3],
      ["read", 1],
    ]);
    expect(JSON.stringify(log)).not.toContain("jonotin");
  });
});

it("tells the truth above the queue", async () => {
  const home = await makeOrganisation(world.parts);
  const roundId = await makeRound(home);
  const daysAgo = (days: number) => ({ receivedAt: new Date(home.now.getTime() - days * 86_400_000) });
  const [oldest = ""] = await makeItems(home, [
    { ...daysAgo(30), roundId },
    { ...daysAgo(9), roundId },
    { ...daysAgo(1), roundId },
    daysAgo(60),
  ]);
  const before = await summariseQueue(home, roundId);
  expect(before).toMatchObject({ oldestDays: 30, pastTarget: 2, ledger: { received: 3, open: 3 } });
  await routeItem(home, { itemId: oldest, version: 1, routingClass: "appeal" });
  expect(await summariseQueue(home, roundId)).toEqual({
    ledger: { received: 3, categorised: 0, routed: 1, duplicate: 0, rejected: 0, open: 2 },
    oldestDays: 9,
    pastTarget: 1,
    pastAnswer: 0,
    pastRouting: 0,
  });
  expect(await summariseQueue(home, null)).toMatchObject({ oldestDays: 60, pastTarget: 2 });
});

const anybody = "01890000-0000-7000-8000-000000000001";

it.each([
  { status: "open" },
  { source: "email" },
  { language: "sv" },
  { siteId: anybody },
  { assigneeId: anybody },
  { teamId: anybody },
] as const)(
  "walks the index of %o under row-level security, which leaves only leak-proof operators to an index",
  async (filter) => {
    const home = await makeOrganisation(world.parts);
    await makeItems(
      home,
      Array.from({ length: 300 }, () => ({})),
    );
    const { text, values } = listStatement(home, page({ filter }));
    const plan = await home.transaction(async (tx) => {
      await tx.run(
        "SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off; SET LOCAL enable_sort = off",
        [],
      );
      return (await tx.run<{ "QUERY PLAN": string }>(`EXPLAIN ${text}`, values)).rows
        .map((row) => row["QUERY PLAN"])
        .join("\n");
    });
    const columns = Object.entries(facetColumns).flatMap(([facet, column]) => (facet in filter ? [column] : []));
    expect(plan).toMatch(new RegExp(`Index Cond: .*\\(${columns.join()} = '`, "u"));
  },
);
