import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from "vitest";

import { accessibilityViolations, arrive, launchBrowser, signInAs, type Visitor } from "./browser.ts";
import { current, itemInUrl, poll } from "./by-keyboard.ts";

const { origin } = inject("demonstration");
let browser: Browser;
let visitor: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  visitor = await arrive(browser);
  ({ page } = visitor);
  await signInAs(page, origin, "Käsittelijä");
  await current(page).waitFor();
  await page.getByRole("article").waitFor();
});
afterEach(async () => {
  expect(visitor.unexpected).toEqual([]);
  await visitor.context.close();
});

const grid = (at: Page): Locator => at.getByRole("grid", { name: "Palautteet" });
const chosen = (at: Page): Promise<number> => grid(at).locator("[role=row][aria-selected=true]").count();

test("a key taken from another command works at once, on the button too, and is given back", async () => {
  await page.goto(`${origin}/lupavirasto/settings?section=keys`);
  await page.getByRole("button", { name: "Lisää näppäin: Valmis, seuraava" }).click();
  await page.keyboard.press("j");
  const conflict = page.getByRole("alert").filter({ hasText: "Seuraava palaute" });
  await conflict.getByRole("button", { name: "Ota se sieltä" }).click();
  await page.getByRole("button", { name: "Poista näppäin e: Valmis, seuraava" }).click();
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press("g");
  await page.keyboard.press("f");
  const done = page.getByRole("button", { name: "Valmis, seuraava" });
  await poll(() => done.getAttribute("aria-keyshortcuts")).toBe("j");
  await page.keyboard.press("e");
  await page.keyboard.press("x");
  await poll(() => chosen(page)).toBe(1);
  await page.goto(`${origin}/lupavirasto/settings?section=keys`);
  await page.getByRole("button", { name: "Palauta kaikki näppäimet" }).click();
  await page.getByRole("button", { name: "Poista näppäin e: Valmis, seuraava" }).waitFor();
});

test("the menu of a row opens and works by keyboard, and gives the focus back", async () => {
  await current(page).focus();
  await page.keyboard.press("Shift+F10");
  const menu = page.getByRole("menu");
  await menu.getByRole("menuitem", { name: /^Hylkää/ }).waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await poll(() => current(page).evaluate((row) => row === document.activeElement)).toBe(true);
  await page.keyboard.press("ContextMenu");
  await menu.getByRole("menuitem", { name: /^Hylkää/ }).press("Enter");
  await page.getByRole("heading", { name: "Miksi palaute hylätään?" }).waitFor();
});

test("rows are chosen by x and Shift, all of them by Ctrl A, and let go by Escape", async () => {
  await page.keyboard.press("j");
  await poll(() => itemInUrl(page)).not.toBeNull();
  await page.keyboard.press("x");
  await poll(() => chosen(page)).toBe(1);
  await page.keyboard.press("Shift+J");
  await poll(() => chosen(page)).toBe(2);
  await page.keyboard.press("Shift+J");
  await poll(() => chosen(page)).toBe(3);
  await page.keyboard.press("Shift+K");
  await poll(() => chosen(page)).toBe(2);
  await poll(async () => (await page.getByRole("status").allInnerTexts()).join("")).toContain("2 valittu");
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press("Control+a");
  await poll(() => chosen(page)).toBeGreaterThan(10);
  await page.keyboard.press("Escape");
  await poll(() => chosen(page)).toBe(0);
});

test("a view is kept, opened again by its key, and removed", async () => {
  await page.getByRole("button", { name: /^Kysymys \d/ }).click();
  await page.getByRole("button", { name: "Tallenna näkymä" }).click();
  await page.getByRole("textbox", { name: "Näkymän nimi" }).fill("Kysymykset tänään");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /^Kysymykset tänään/ }).waitFor();
  await page.getByRole("button", { name: /^Omat/ }).click();
  await poll(() => new URL(page.url()).searchParams.get("kind")).toBeNull();
  await page.keyboard.press("Shift+V");
  await page.getByRole("combobox", { name: "Avaa näkymä" }).fill("kysymykset");
  await page.keyboard.press("Enter");
  await poll(() => new URL(page.url()).searchParams.get("kind")).toBe("question");
  await page.getByRole("button", { name: "Näkymän Kysymykset tänään toiminnot" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Poista" }).click();
  await poll(() => page.getByRole("button", { name: /^Kysymykset tänään/ }).count()).toBe(0);
});
