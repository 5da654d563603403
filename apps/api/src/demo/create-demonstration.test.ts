import { createHash } from "node:crypto";

import { afterAll, beforeAll, expect, test } from "vitest";

import { createDemonstration } from "#demo/create-demonstration";
import { duplicateCandidates } from "#feedback/duplicates/duplicate-queries";
import { contactOf } from "#feedback/answers/contact-record";
import { summariseQueue } from "#feedback/counts/feedback-count-queries";
import { undoStep } from "#feedback/feedback-undo-commands";
import { recountFeedback } from "#feedback/counts/roll-up";
import { recountRatings } from "#rounds/roll-up";
import { listRounds, roundView } from "#rounds/rounds-queries";
import { openWorld } from "#testing/world";
import type { World } from "#testing/world";
import type { Scope } from "#trpc/scope";
import { systemScope } from "#trpc/system-scope";

const slugs = ["lupavirasto", "rekisterivirasto", "asiointipisteet", "jarvikunta"];
let world: World;
let agency: Scope;
let made: string[];

beforeAll(async () => {
  world = await openWorld();
  made = await createDemonstration(world.parts);
  agency = await systemScope(world.parts, "lupavirasto");
});
afterAll(() => world.dispose());

interface Told {
  readonly language: string;
  readonly status: string;
  readonly kind: string;
  readonly received_at: Date;
  readonly body: string;
  readonly themes: string;
  readonly history: number;
}

/** What the demonstration tells, without the ids that differ from one making to the next. */
async function told(of: World): Promise<Told[]> {
  const scope = await systemScope(of.parts, "lupavirasto");
  return scope.transaction(async (tx) => {
    const { rows } = await tx.run<Told>(
      `select i.language, i.status::text as status, i.kind::text as kind, i.received_at, t.body,
          (select string_agg(th.names ->> 'fi' || coalesce(c.words_start, -1), ',' order by c.made_at, th.names ->> 'fi')
             from coding c join theme th on th.organisation_id = $1::uuid and th.id = c.theme_id
            where c.organisation_id = $1::uuid and c.item_id = i.id) as themes,
          (select count(*) from history h where h.organisation_id = $1::uuid and h.subject_id = i.id) as history
        from feedback_item i join feedback_text t on t.organisation_id = $1::uuid and t.item_id = i.id
        where i.organisation_id = $1::uuid order by i.received_at, i.id`,
      [tx.organisationId],
    );
    return rows;
  });
}

const digest = (value: unknown) => createHash("sha256").update(JSON.stringify(value)).digest("hex");

test("made twice, it is there once", async () => {
  expect(made).toEqual(slugs);
  expect(await createDemonstration(world.parts)).toEqual([]);
  expect(await world.parts.database.accounts.organisation.count()).toBe(4);
});

test("made elsewhere, it tells the same", async () => {
  const other = await openWorld(new Date("2027-08-01T12:00:00Z"));
  try {
    await createDemonstration(other.parts);
    expect(digest(await told(other))).toBe(digest(await told(world)));
  } finally {
    await other.dispose();
  }
});

test("the ledgers of its rounds are those of the figures, and sum up", async () => {
  const ledgers = Object.fromEntries((await listRounds(agency)).map(({ name, ledger }) => [name, ledger]));
  expect(ledgers["2021-2"]).toEqual({ received: 372, categorised: 360, routed: 5, duplicate: 4, rejected: 3, open: 0 });
  expect(ledgers["2021-3"]).toEqual({ received: 61, categorised: 31, routed: 4, duplicate: 2, rejected: 1, open: 23 });
});

test("themes are named as often as the figures say, over 360 classifiable", async () => {
  const round = (await listRounds(agency)).find(({ name }) => name === "2021-2");
  const view = await roundView(agency, round?.id ?? "");
  expect(view.classifiable).toBe(360);
  expect(view.themes.map(({ count }) => count)).toEqual([148, 117, 96, 83, 54, 41, 22, 19, 9]);
  expect(view.themes[0]?.share).toBeCloseTo(148 / 360, 12);
  expect(view).toMatchObject({ responses: 620, invited: 3120, answeredInvited: 438, answeredOpen: 182 });
});

test("today two open items are past their target, the oldest eight days old", async () => {
  const round = (await listRounds(agency)).find(({ name }) => name === "2021-3");
  const summary = await summariseQueue(agency, round?.id ?? null);
  expect(summary).toMatchObject({ oldestDays: 8, pastTarget: 2, ledger: { received: 61, open: 23 } });
});

test("two teams and two people have some of the open items, three wait, and what is routed is within its clock", async () => {
  const rows = await agency.transaction((tx) =>
    tx.feedbackItem.findMany({
      where: { organisationId: tx.organisationId, status: { in: ["new", "in_review", "waiting", "routed"] } },
      select: {
        status: true,
        assigneeId: true,
        teamId: true,
        waitingUntil: true,
        routedOn: true,
        routingDueOn: true,
        routingSettledOn: true,
      },
    }),
  );
  const count = (of: (row: (typeof rows)[number]) => boolean) => rows.filter(of).length;
  const distinct = (ids: readonly (string | null)[]) => new Set(ids.filter((id) => id !== null)).size;
  expect([distinct(rows.map(({ teamId }) => teamId)), distinct(rows.map(({ assigneeId }) => assigneeId))]).toEqual([
    2, 2,
  ]);
  expect(count(({ assigneeId, teamId }) => assigneeId !== null || teamId !== null)).toBe(8);
  expect(count(({ status }) => status === "waiting")).toBe(3);
  expect(count(({ status, waitingUntil }) => status === "waiting" && waitingUntil === null)).toBe(1);
  const routed = rows.filter(({ status }) => status === "routed");
  expect(routed.every(({ routedOn }) => routedOn !== null)).toBe(true);
  const waiting = routed.filter(({ routingSettledOn }) => routingSettledOn === null);
  expect(waiting.length).toBeGreaterThan(2);
  expect(waiting.some(({ routingDueOn }) => routingDueOn !== null && routingDueOn < new Date("2021-12-09"))).toBe(
    false,
  );
  expect(await summariseQueue(agency, null)).toMatchObject({ pastRouting: 0 });
});

test("its verbatims are hundreds of distinct texts in four languages, with nothing personal left in them", async () => {
  const items = await told(world);
  expect(new Set(items.map(({ body }) => body)).size).toBeGreaterThan(400);
  expect([...new Set(items.map(({ language }) => language))].toSorted()).toEqual(["en", "fi", "ru", "sv"]);
  expect(items.filter(({ language }) => language === "fi").length).toBeGreaterThan(items.length / 2);
  const all = items.map(({ body }) => body).join("\n");
  expect(all).toContain("⟦identity_code⟧");
  expect(all).toContain("⟦email⟧");
  expect(all).toContain("⟦phone⟧");
  expect(all).not.toMatch(/\d{6}[-A]\d{3}|040 555|@example/u);
});

test("nothing happens after its today", async () => {
  const late = await agency.transaction(async (tx) => {
    const { rows } = await tx.run(
      "select at from history where organisation_id = $1::uuid and at > '2021-12-09T07:00:00Z' and change <> 'organisation.added'",
      [tx.organisationId],
    );
    return rows;
  });
  expect(late).toEqual([]);
});

test("whoever signs in has nothing to undo yet", async () => {
  const people = await agency.transaction((tx) =>
    tx.history.findMany({
      where: { organisationId: tx.organisationId, subject: "feedback", staffId: { not: null } },
      distinct: ["staffId"],
      select: { staffId: true },
    }),
  );
  expect(people.length).toBeGreaterThan(1);
  for (const { staffId } of people) {
    const scope = { ...agency, staff: { ...agency.staff, id: staffId ?? "" } };
    await expect(undoStep(scope, {})).rejects.toThrow("feedback.nothing-to-undo");
  }
});

test("themes stand where the figures say", async () => {
  const themes = await agency.transaction((tx) =>
    tx.theme.findMany({
      where: { organisationId: tx.organisationId },
      select: { names: true, status: true, pinnedDigit: true },
      orderBy: { pinnedDigit: "asc" },
    }),
  );
  expect(themes.map(({ status }) => status)).toEqual([
    "delivered",
    "in_progress",
    "planned",
    "planned",
    "new",
    "in_progress",
    "under_review",
    "under_review",
    "new",
  ]);
  expect(themes[0]?.names).toEqual({
    fi: "Käsittelyajat",
    sv: "Handläggningstider",
    en: "Processing times",
    ru: "Сроки рассмотрения",
  });
});

test("every roll-up equals what is counted anew from the rows", async () => {
  for (const slug of slugs) {
    const scope = await systemScope(world.parts, slug);
    const differences = await scope.transaction(async (tx) => [
      ...(await recountRatings(tx)),
      ...(await recountFeedback(tx)),
    ]);
    expect(differences).toEqual([]);
  }
});

test("the other agencies show their published bases, and no mean", async () => {
  for (const [slug, responses] of [
    ["rekisterivirasto", 1046],
    ["asiointipisteet", 0],
    ["jarvikunta", 187],
  ] as const) {
    const rounds = await listRounds(await systemScope(world.parts, slug));
    expect(rounds.map((round) => round.responses)).toEqual([responses]);
  }
});

test("whoever asked for a reply can be reached, nobody real is, and three still wait for theirs", async () => {
  const { asking, templates } = await agency.transaction(async (tx) => ({
    asking: await tx.feedbackItem.findMany({
      where: { organisationId: tx.organisationId, replyExpected: true },
      select: { id: true, status: true },
    }),
    templates: await tx.answerTemplate.findMany({
      where: { organisationId: tx.organisationId },
      select: { texts: true },
    }),
  }));
  expect(templates.map(({ texts }) => Object.keys(texts ?? {}).toSorted())).toEqual([
    ["en", "fi", "ru", "sv"],
    ["en", "fi", "ru", "sv"],
  ]);
  const contacts = await agency.transaction((tx) => Promise.all(asking.map(({ id }) => contactOf(tx, agency, id))));
  expect(contacts.map((contact) => contact?.email ?? contact?.phone)).toEqual(
    asking.map(() => expect.stringMatching(/@example\.invalid$|^[0 ]+$/u)),
  );
  const withStatus = (wanted: string) => asking.filter(({ status }) => status === wanted).length;
  expect([asking.length, withStatus("answered"), withStatus("categorised")]).toEqual([11, 8, 3]);
});

test("has a pair of repeats to find among what waits, and notes in which somebody is named", async () => {
  const itemThat = async (begins: string) => {
    const found = await agency.transaction((tx) =>
      tx.feedbackText.findFirst({
        where: { organisationId: tx.organisationId, body: { startsWith: begins } },
        select: { itemId: true },
        orderBy: { receivedAt: "desc" },
      }),
    );
    return found?.itemId ?? "";
  };
  const first = await itemThat("Puhelinpalvelu on auki vain aamupäivällä, jolloin seison itse kassalla");
  const second = await itemThat("Lähetän tämän toisen kerran");
  const candidates = await duplicateCandidates(agency, second);
  expect(candidates[0]).toMatchObject({ id: first, reasons: ["near_text"] });
  const named = await agency.transaction((tx) => tx.mention.count({ where: { organisationId: tx.organisationId } }));
  expect(named).toBe(3);
});
