import type { Locator, Page } from "playwright-core";
import { expect, inject, test } from "vitest";

import { accessibilityViolations } from "./browser.ts";
import { arrowDownTo, current, isFocused, itemInUrl, openTriage, poll, tabTo } from "./by-keyboard.ts";

const { origin } = inject("demonstration");
let page: Page;

openTriage("Käsittelijä", (opened) => {
  page = opened;
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

test("what a step on many leaves in the list stays chosen, so that a second step can follow", async () => {
  const begin = page.getByRole("button", { name: /^Tee 2 palautteelle/ });
  await page.keyboard.press("x");
  await page.keyboard.press("Shift+J");
  await poll(() => chosen(page)).toBe(2);
  await page.keyboard.press("w");
  await page.getByRole("button", { name: /^Viikon päähän/ }).waitFor();
  await page.keyboard.press("2");
  await begin.and(page.locator("[aria-disabled=false]")).waitFor();
  await page.keyboard.press("Control+Enter");
  await page.locator("#reading").getByText("valmis, 2 palautetta muutettu").waitFor();
  expect(await chosen(page)).toBe(2);
  await page.keyboard.press("w");
  await page.getByLabel("Muu päivä").fill("2031-01-31");
  await page.getByLabel("Muu päivä").press("Enter");
  await page.locator("#reading").getByText("31.1.2031").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("u");
  await poll(async () => (await page.getByRole("status").allInnerTexts()).join("")).toContain("Kumottu");
  await page.keyboard.press("Escape");
  await poll(() => chosen(page)).toBe(0);
});

test("the list is exported from the button in its head, by keyboard, and the focus comes back to it", async () => {
  const button = page.getByRole("button", { name: "Vie näkymä tiedostoon" });
  await tabTo(page, button);
  await page.keyboard.press("Enter");
  const csv = page.getByRole("menuitem", { name: "Lataa CSV" });
  await csv.waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  await arrowDownTo(page, csv);
  const download = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  expect((await download).suggestedFilename()).toMatch(/^lupavirasto-.*\.csv$/);
  // The menu stays for the other file.
  await poll(() => isFocused(csv)).toBe(true);
  await page.keyboard.press("Escape");
  await poll(() => isFocused(button)).toBe(true);
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
