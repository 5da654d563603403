import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from "vitest";

import { arrive, type DemonstrationPerson, launchBrowser, signInAs, type Visitor } from "./browser.ts";
import { runVerb } from "./product.ts";

const { origin, dataFolder } = inject("demonstration");
const home = `${origin}/lupavirasto`;
const outsider = { email: "demo-outsider@muualla.invalid", password: "kolme sinistä porkkanaa" };
let browser: Browser;
let visitor: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  await runVerb(dataFolder, ["organisation", "add", "muualla", "--name", "Muualla"]);
  const person = ["--email", outsider.email, "--name", "Demo Outsider", "--role", "analyst", "--role", "triager"];
  await runVerb(dataFolder, ["staff", "add", "--organisation", "muualla", ...person], outsider.password);
});
afterAll(() => browser.close());
beforeEach(async () => {
  visitor = await arrive(browser);
  ({ page } = visitor);
});
afterEach(async () => {
  expect(visitor.unexpected).toEqual([]);
  await visitor.context.close();
});

const rooms = (at: Page): Locator => at.getByRole("navigation", { name: "Huoneet" }).getByRole("link");
const rows = (at: Page): Locator => at.getByRole("grid", { name: "Palautteet" }).getByRole("link");

/** The browser itself reports an answer that refuses; here the refusal is what is asked for. */
function expectRefusal(status: number): void {
  expect(visitor.unexpected.splice(0)).toEqual([expect.stringContaining(`status of ${status}`)]);
}

async function roomsOf(person: DemonstrationPerson): Promise<string[]> {
  await signInAs(page, origin, person);
  return (await rooms(page).allTextContents()).map((words) => /^\p{L}+/u.exec(words)?.[0] ?? "");
}

async function signInWithPassword(password: string, email = outsider.email): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.getByRole("textbox", { name: "Sähköposti" }).fill(email);
  await page.getByRole("textbox", { name: "Salasana" }).fill(password);
  await page.getByRole("button", { name: "Kirjaudu" }).click();
}

test.each<[DemonstrationPerson, readonly string[]]>([
  ["Katselija", ["Teemat", "Trendit", "Kierrokset", "Asetukset"]],
  ["Käsittelijä", ["Käsittely", "Teemat", "Trendit", "Kierrokset", "Asetukset"]],
  ["Teeman omistaja", ["Käsittely", "Teemat", "Trendit", "Kierrokset", "Asetukset"]],
  ["Analyytikko", ["Teemat", "Trendit", "Kierrokset", "Tuonti", "Asetukset"]],
  ["Kirjaaja", ["Teemat", "Trendit", "Kierrokset", "Siirretyt", "Asetukset"]],
  ["Pääkäyttäjä", ["Teemat", "Asetukset"]],
  ["Tietosuojavastaava", ["Käsittely", "Teemat", "Asetukset"]],
])("%s sees the rooms of that role and no other", async (person, expected) => {
  expect(await roomsOf(person)).toEqual(expected);
});

test("a viewer reads figures and no verbatim", async () => {
  await signInAs(page, origin, "Katselija");
  await page.goto(`${home}/trends`);
  await page.getByText(/Kokonaistyytyväisyys on 3,55/).waitFor();
  await page.getByRole("img", { name: /^Viivakuva kierroksittain/ }).waitFor();

  await page.goto(`${home}/themes`);
  await page.getByRole("link", { name: "Käsittelyajat" }).click();
  await page.getByText("Avovastaukset näkyvät niille, joilla on oikeus lukea palautteita.").waitFor();
  expect(await page.getByRole("blockquote").count()).toBe(0);
  expect(await page.getByRole("link", { name: "Lue kaikki avovastaukset" }).count()).toBe(0);

  await page.goto(`${home}/rounds`);
  await page.getByRole("rowheader").getByRole("link", { name: "2021-2" }).click();
  await page.getByRole("heading", { name: "Käsittelykirjanpito" }).waitFor();
  expect(await page.getByRole("link", { name: "Avaa palautteet" }).count()).toBe(0);
});

test("a viewer who is given the address of Triage is told which roles open it", async () => {
  await signInAs(page, origin, "Katselija");
  await page.goto(`${home}/feedback`);
  const told = "Pääkäyttäjä voi antaa sinulle roolin, joka avaa sen: Käsittelijä, Teeman jäsen tai Tietosuojavastaava.";
  await page.getByRole("main").getByText(told).waitFor();
  await rooms(page).getByText("Trendit").waitFor();
  expect(await rows(page).count()).toBe(0);
});

test("a triager who is given the address of Intake is told which role opens it", async () => {
  await signInAs(page, origin, "Käsittelijä");
  await page.goto(`${home}/intake`);
  await page.getByRole("main").getByText("roolin, joka avaa sen: Analyytikko.").waitFor();
  await rooms(page).getByText("Trendit").waitFor();
  expect(await page.getByRole("button", { name: "Valitse tiedosto" }).count()).toBe(0);
});

test("an admin alone is told where roles come from, and no empty page names a button that is not there", async () => {
  const added = ["staff", "add", "--organisation", "muualla", "--email", "demo-yllapito@muualla.invalid"];
  await runVerb(dataFolder, [...added, "--name", "Demo Ylläpito", "--role", "admin"], outsider.password);
  await signInWithPassword(outsider.password, "demo-yllapito@muualla.invalid");
  await page.waitForURL(`${origin}/muualla/themes`);
  await page.getByText("Ei vielä teemoja").waitFor();
  expect(await page.getByText("Luo ensimmäinen").count()).toBe(0);
  await page.goto(`${origin}/muualla/feedback`);
  await page.getByText(/Olet pääkäyttäjä: .*staff give-role/u).waitFor();
});

test("somebody of another organisation finds their own and nothing at the address of this one", async () => {
  await signInWithPassword(outsider.password);
  await page.waitForURL(`${origin}/muualla/feedback`);
  await page.getByText("Ei vielä palautteita").waitFor();
  for (const room of ["feedback", "themes", "trends", "rounds", "intake"]) {
    await page.goto(`${home}/${room}`);
    await page.getByText("Sivua ei löydy").waitFor();
    expect(await page.getByText("Lupavirasto").count()).toBe(0);
  }
});

test("a wrong password is refused in words, and the right one is still taken", async () => {
  await signInWithPassword("jokin aivan muu");
  await page.getByRole("alert").filter({ hasText: "Sähköposti tai salasana ei täsmää." }).waitFor();
  expectRefusal(401);
  await signInWithPassword(outsider.password);
  await page.waitForURL(`${origin}/muualla/feedback`);
});

test("whoever signs out is out: the cookie is gone and no room opens", async () => {
  await signInAs(page, origin, "Käsittelijä");
  expect((await visitor.context.cookies()).map(({ name }) => name)).toContain("kuultu.session_token");
  await page.getByRole("button", { name: /^Oma valikko/ }).click();
  await page.getByRole("menuitem", { name: "Kirjaudu ulos" }).click();
  await page.waitForURL(`${origin}/sign-in`);
  expect((await visitor.context.cookies()).map(({ name }) => name)).not.toContain("kuultu.session_token");
  await page.goto(`${home}/feedback`);
  await page.waitForURL((url) => url.pathname === "/sign-in");
  await page.getByRole("button", { name: "Käsittelijä Demo" }).click();
  await page.waitForURL(`${home}/feedback`);
});

test("a triager narrows the list, goes Back step by step, and sends the view to a colleague", async () => {
  await signInAs(page, origin, "Käsittelijä");
  await rows(page).first().waitFor();
  const narrow = async (facet: string, value: string): Promise<void> => {
    await page.getByRole("region", { name: facet }).getByRole("button", { name: value }).click();
    await page.getByRole("region", { name: facet }).getByRole("button", { name: value, pressed: true }).waitFor();
  };
  await narrow("Tila", "Kaikki");
  await narrow("Laji", "Moite");
  await narrow("Kieli", "venäjä");
  const shared = page.url();
  expect(Object.fromEntries(new URL(shared).searchParams)).toEqual({
    status: "all",
    kind: "complaint",
    language: "ru",
  });
  const counted = page.getByRole("region", { name: "Palautteet" }).getByText(/^\d+ palaute(tta)?$/);
  await counted.waitFor();
  await page.waitForLoadState("networkidle");
  const seen = await counted.textContent();

  await page.goBack();
  await page.waitForURL((url) => url.searchParams.get("kind") === "complaint" && !url.searchParams.has("language"));
  await page.getByRole("region", { name: "Laji" }).getByRole("button", { name: "Moite", pressed: true }).waitFor();
  await page.goBack();
  await page.waitForURL((url) => !url.searchParams.has("kind") && url.searchParams.get("status") === "all");
  await page.goForward();
  await page.waitForURL((url) => url.searchParams.get("kind") === "complaint");

  const colleague = await arrive(browser);
  await signInAs(colleague.page, origin, "Teeman omistaja");
  await colleague.page.goto(shared);
  await colleague.page
    .getByRole("region", { name: "Kieli" })
    .getByRole("button", { name: "venäjä", pressed: true })
    .waitFor();
  await expect
    .poll(() =>
      colleague.page
        .getByRole("region", { name: "Palautteet" })
        .getByText(/^\d+ palaute(tta)?$/)
        .textContent(),
    )
    .toBe(seen);
  expect(colleague.unexpected).toEqual([]);
  await colleague.context.close();
});
