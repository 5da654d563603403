import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { exportColumns, exportPhrases } from "@kuultu/domain/feedback/export-phrases";
import { harmless } from "@kuultu/domain/harmless-text";
import type { RoleName } from "@kuultu/domain/staff/permission";

import { beginExport } from "#feedback/export/export-queries";
import { codeItem, rejectItem, routeItem } from "#feedback/feedback-commands";
import { cookiesOf, listen } from "#testing/http";
import type { Listening } from "#testing/http";
import { makeFacetValue, makeItem, makeItems, makeOrganisation, makeStaff, makeTheme } from "#testing/makers";
import { openWorld } from "#testing/world";
import type { World } from "#testing/world";
import type { Scope } from "#trpc/scope";

let world: World;
let server: Listening;
/** Where everybody works; each test has a service of its own there. */
let home: Scope;
let cookie: string;

const password = "a long enough passphrase of tests";

beforeAll(async () => {
  world = await openWorld();
  server = await listen(world);
  home = await makeOrganisation(world.parts);
  cookie = await signIn(home, "triager");
});
afterAll(async () => {
  await server.app.close();
  await world.dispose();
});

async function signIn(home: Scope, role: RoleName, serviceIds?: readonly string[]): Promise<string> {
  const reach =
    serviceIds === undefined
      ? ({ wholeOrganisation: true } as const)
      : { wholeOrganisation: false as const, serviceIds, siteIds: [] };
  const { email } = await makeStaff(world.parts, home, { roles: [role], reach, password });
  return cookiesOf(await server.post("/api/auth/sign-in/email", { email, password }));
}

const ask = (filter: object, wish: Record<string, string> = {}, headers: Record<string, string> = {}) => {
  const query = { organisation: home.organisation.slug, format: "csv", language: "en", ...wish };
  const address = new URLSearchParams({ ...query, filter: JSON.stringify(filter) });
  return server.get(`/api/feedback/export?${address.toString()}`, { cookie, ...headers });
};

async function rowsOf(answer: Response): Promise<Record<string, string>[]> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect(Buffer.from(bytes.slice(0, 3)).toString("hex")).toBe("efbbbf");
  return parse(Buffer.from(bytes), { delimiter: ";", columns: true, bom: true });
}

it("of an organisation whose name no database could hold is of one that is not there", async () => {
  const answer = await ask({}, { organisation: "\0" });
  expect([answer.status, world.unexpected]).toEqual([404, []]);
});

describe("an export as CSV", () => {
  it("has what the filter finds, with names and words in the language asked for", async () => {
    const serviceId = await makeFacetValue(home, "service", "Neuvonta");
    const themeId = await makeTheme(home, "Jonot");
    const receivedAt = new Date("2026-01-02T21:30:00Z");
    const itemId = await makeItem(home, {
      serviceId,
      receivedAt,
      kind: "complaint",
      title: "Jono",
      body: 'Rivi 1\n"Rivi; 2"',
    });
    const rejectedId = await makeItem(home, { serviceId });
    await codeItem(home, { itemId, version: 1, themeId, words: null });
    await rejectItem(home, { itemId: rejectedId, version: 1, reason: "abusive" });
    const answer = await ask({ serviceId, status: "open" });
    expect(answer.headers.get("content-disposition")).toBe(
      `attachment; filename="${home.organisation.slug}-2026-03-04.csv"`,
    );
    const [row, ...more] = await rowsOf(answer);
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      Id: itemId,
      Received: "2026-01-02T23:30:00+02:00",
      Kind: exportPhrases.en.kind.complaint,
      Status: exportPhrases.en.status.in_review,
      Themes: "Jonot",
      Service: "Neuvonta",
      Title: "Jono",
      Text: 'Rivi 1\n"Rivi; 2"',
    });
    expect(Object.keys(row ?? {})).toEqual(exportColumns.map((column) => exportPhrases.en.columns[column]));
    const [rejected] = await rowsOf(await ask({ serviceId, status: "rejected" }, { language: "ru" }));
    expect(rejected).toMatchObject({ Причина: exportPhrases.ru.reject.abusive });
  });

  it.each([
    "=1+1",
    "+358",
    "-2",
    "@sum",
    "\t=1",
    "\r=1",
    "\n=1",
    ' "=1+1"',
    "'=1",
    "＝1",
    "“=1",
    "- ranskalainen viiva",
  ])("makes %j a text that no spreadsheet reckons", async (body) => {
    expect(harmless(body)).toBe(`'${body}`);
    const serviceId = await makeFacetValue(home, "service");
    await makeItem(home, { title: body, body, serviceId });
    const [row] = await rowsOf(await ask({ serviceId }));
    expect([row?.["Title"], row?.["Text"]]).toEqual([`'${body}`, `'${body}`]);
  });

  it.each(["Jono = pitkä", "5-vuotias", 'Sanoi: "-"'])("leaves %j as it is", (body) => {
    expect(harmless(body)).toBe(body);
  });
});

describe("an export as a spreadsheet", () => {
  it("keeps texts as texts and days as days", async () => {
    const serviceId = await makeFacetValue(home, "service");
    const body = '=HYPERLINK("x") <&> \u0007 _x0041_ 😀';
    await makeItem(home, { body, receivedAt: new Date("2026-01-02T10:00:00Z"), serviceId });
    const answer = await ask({ serviceId }, { format: "xlsx" });
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const sheet = strFromU8(files["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    expect(sheet).not.toContain("<f>");
    expect(sheet).toContain("=HYPERLINK(&quot;x&quot;) &lt;&amp;&gt; _x0007_ _x005F_x0041_ 😀</t>");
    // 2 January 2026 is day 46 024 of spreadsheets; noon in Helsinki is half of it.
    expect(sheet).toContain("<v>46024.5</v>");
    expect(Object.keys(files)).toContain("xl/workbook.xml");
  });

  it("is refused where a sheet cannot hold it, before anything is written", async () => {
    const serviceId = await makeFacetValue(home, "service");
    await makeItems(home, [{ serviceId }, { serviceId }, { serviceId }]);
    const wish = { filter: { serviceId }, order: "oldest", format: "xlsx" } as const;
    await expect(beginExport(home, wish, 2)).rejects.toMatchObject({
      code: "feedback.too-many-rows",
      details: { count: 3, most: 2 },
    });
    await expect(beginExport(home, { ...wish, format: "csv" }, 2)).resolves.toBeDefined();
  });
});

describe("who exports", () => {
  it.each<[RoleName | null, number]>([
    ["theme_owner", 200],
    ["privacy_officer", 200],
    ["theme_member", 403],
    ["viewer", 403],
    ["analyst", 403],
    ["admin", 403],
    [null, 401],
  ])("%s: %i", async (role, status) => {
    expect((await ask({}, {}, { cookie: role === null ? "" : await signIn(home, role) })).status).toBe(status);
  });

  it("nobody of another organisation, nor for a page of another origin", async () => {
    const stranger = await signIn(await makeOrganisation(world.parts), "triager");
    expect((await ask({}, {}, { cookie: stranger })).status).toBe(404);
    expect((await ask({}, {}, { "sec-fetch-site": "cross-site" })).status).toBe(403);
  });

  it("within their reach, and never whistleblowing reports", async () => {
    const [near, far] = [await makeFacetValue(home, "service"), await makeFacetValue(home, "service")];
    const [itemId, hiddenId] = [await makeItem(home, { serviceId: near }), await makeItem(home, { serviceId: near })];
    await makeItem(home, { serviceId: far });
    await makeItem(await makeOrganisation(world.parts));
    await routeItem(home, { itemId: hiddenId, version: 1, routingClass: "whistleblowing" });
    const rows = await rowsOf(await ask({}, {}, { cookie: await signIn(home, "triager", [near]) }));
    expect(rows.map((row) => row["Id"])).toEqual([itemId]);
  });

  it("is for a GET alone: a HEAD exports nothing and is not logged", async () => {
    const exports = () =>
      home.transaction((tx) => tx.accessLog.count({ where: { organisationId: tx.organisationId, purpose: "export" } }));
    const before = await exports();
    const url = `/api/feedback/export?organisation=${home.organisation.slug}&format=csv`;
    expect((await server.app.inject({ method: "HEAD", url, headers: { cookie } })).statusCode).toBe(404);
    expect(await exports()).toBe(before);
    expect((await server.app.inject({ method: "GET", url, headers: { cookie } })).statusCode).toBe(200);
    expect(await exports()).toBeGreaterThan(before);
  });

  it("stands in the access log with every item, before the bytes leave", async () => {
    const serviceId = await makeFacetValue(home, "service");
    const itemIds = await makeItems(home, [{ serviceId }, { serviceId }]);
    const search = "salainen sana";
    await (await ask({ serviceId, search })).arrayBuffer();
    await (await ask({ serviceId })).arrayBuffer();
    const log = await home.transaction((tx) =>
      tx.accessLog.findMany({
        where: { organisationId: tx.organisationId, purpose: "export" },
        select: { itemIds: true, details: true },
        orderBy: { id: "desc" },
        take: 3,
      }),
    );
    expect(JSON.stringify(log)).not.toContain(search);
    expect(log.toReversed()).toMatchObject([
      { itemIds: [], details: { count: 0, format: "csv", serviceId } },
      { itemIds: [], details: { count: 2, format: "csv", serviceId } },
      { itemIds: itemIds.toSorted() },
    ]);
  });
});

it("reads on only as fast as its rows are taken, and no further when nobody takes them", async () => {
  const own = await makeOrganisation(world.parts);
  await makeItems(
    own,
    Array.from({ length: 6001 }, () => ({})),
  );
  const read = () =>
    own.transaction(
      async (tx) =>
        (await tx.accessLog.findMany({ where: { organisationId: tx.organisationId, purpose: "export" } })).length - 1,
    );
  const batches = await beginExport(own, { filter: {}, order: "newest", format: "csv" });
  expect((await batches.next()).value).toHaveLength(2000);
  expect(await read()).toBe(1);
  await batches.next();
  expect(await read()).toBe(2);
  await batches.return(undefined);
  expect(await read()).toBe(2);
});
