import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";

import { arrowDownTo, current, isFocused, itemInUrl, openTriage, poll, tabTo } from "./by-keyboard.ts";

let page: Page;

openTriage("Teeman omistaja", (opened) => {
  page = opened;
});

const rows = (at: Page): Locator => at.getByRole("grid", { name: "Palautteet" }).getByRole("link");

test("a newcomer asks for all keys with ?, closes the sheet, and stands where they stood", async () => {
  const search = page.getByRole("button", { name: "Hae palautetta, teemoja tai komentoa" });
  await tabTo(page, search);
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Näppäimet" });
  await sheet.getByText("Valmis, seuraava").waitFor();
  await page.keyboard.press("j");
  expect(itemInUrl(page)).toBeNull();
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "hidden" });
  await poll(() => isFocused(search)).toBe(true);
});

test("somebody in a hurry finds an item, a theme and a command in the palette", async () => {
  const palette = page.getByRole("dialog", { name: "Haku ja komennot" });
  const ask = async (words: string, option: RegExp): Promise<void> => {
    await page.keyboard.press("Control+k");
    await palette.getByRole("combobox").waitFor();
    await page.keyboard.type(words);
    await palette.getByRole("option", { name: option, selected: true }).waitFor();
    await page.keyboard.press("Enter");
    await palette.waitFor({ state: "hidden" });
  };
  await ask("ruudunlukija", /Hae palautteista ”ruudunlukija”/);
  await page.waitForURL((url) => url.searchParams.get("search") === "ruudunlukija");
  await rows(page).filter({ hasText: "Ruudunlukija" }).first().waitFor();

  await ask("selkeä ohj", /^Selkeä ohjeistus/);
  await page.getByRole("heading", { level: 1, name: "Selkeä ohjeistus" }).waitFor();

  await ask("kierrok", /^Kierrokset/);
  await page.getByRole("heading", { level: 1, name: "Kierrokset" }).waitFor();

  await ask("kierros 2021-2", /^Kierros 2021-2/);
  await page.getByRole("heading", { level: 1, name: /2021-2/u }).waitFor();

  await page.keyboard.press("Control+k");
  await palette.getByRole("combobox").fill("kieli");
  await palette.getByRole("option", { name: "Kieli: русский" }).waitFor();
  await page.keyboard.press("Escape");
});

test("somebody who speaks their commands switches single keys off; j does nothing and Ctrl+K still opens", async () => {
  const choose = async (): Promise<void> => {
    await page.getByRole("button", { name: /^Oma valikko/ }).click();
    const remembered = page.waitForResponse((response) => response.url().includes("setPreferences") && response.ok());
    await page.getByRole("menuitemcheckbox", { name: "Yhden näppäimen komennot" }).click();
    await remembered;
    await page.keyboard.press("Escape");
    await page.getByRole("menu").waitFor({ state: "hidden" });
  };
  await choose();
  await page.reload();
  await rows(page).first().waitFor();
  await page.getByRole("button", { name: "Valmis, seuraava" }).waitFor();
  await page.keyboard.press("j");
  await page.keyboard.press("?");
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "Haku ja komennot" }).waitFor();
  expect(await page.getByRole("dialog").count()).toBe(1);
  expect(itemInUrl(page)).toBeNull();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });

  await choose();
  await page.keyboard.press("j");
  await page.waitForURL((url) => url.searchParams.has("item"));
});

test("words typed into the search are words, not commands", async () => {
  await page.keyboard.press("/");
  const search = page.getByRole("searchbox", { name: "Hae palautteista" });
  await poll(() => isFocused(search)).toBe(true);
  await page.keyboard.type("jekku?123");
  expect(await search.inputValue()).toBe("jekku?123");
  expect(itemInUrl(page)).toBeNull();
  expect(await page.getByRole("dialog").count()).toBe(0);
  await search.fill("jono");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.searchParams.get("search") === "jono");
});

test("on a Cyrillic layout the keys stand where the hands know them", async () => {
  await page.getByRole("button", { name: "Valmis, seuraava" }).waitFor();
  await page.evaluate(() =>
    document.body.dispatchEvent(
      new KeyboardEvent("keydown", { key: "о", code: "KeyJ", bubbles: true, cancelable: true }),
    ),
  );
  await page.waitForURL((url) => url.searchParams.has("item"));
  const second = itemInUrl(page);
  await page.evaluate(() =>
    document.body.dispatchEvent(
      new KeyboardEvent("keydown", { key: "л", code: "KeyK", bubbles: true, cancelable: true }),
    ),
  );
  await page.waitForURL((url) => url.searchParams.get("item") !== second);
});

test("arrows walk through the list, and the focus walks along", async () => {
  await tabTo(page, rows(page).first());
  await page.keyboard.press("ArrowDown");
  await page.waitForURL((url) => url.searchParams.has("item"));
  await poll(() => isFocused(current(page))).toBe(true);
  expect(await rows(page).nth(1).getAttribute("aria-current")).not.toBeNull();
});

test("the first Tab offers a way past the frame", async () => {
  await page.reload();
  await rows(page).first().waitFor();
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Siirry sisältöön" });
  expect(await isFocused(skip)).toBe(true);
  expect(await skip.evaluate((link) => link.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0);
  await page.keyboard.press("Enter");
  await poll(() => page.evaluate(() => document.activeElement?.id)).toBe("content");
});

test("an owner moves a theme on the board without a mouse", async () => {
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await tabTo(page, page.getByRole("button", { name: "Siirrä teema Selkeä ohjeistus" }));
  await page.keyboard.press("Enter");
  const started = page.getByRole("menuitem", { name: "Työn alla" });
  await started.waitFor();
  await arrowDownTo(page, started);
  await page.keyboard.press("Enter");
  await poll(() => isFocused(page.getByLabel("Aloituspäivä"))).toBe(true);
  await tabTo(page, page.getByRole("button", { name: "Siirrä", exact: true }));
  await page.keyboard.press("Enter");
  const column = page.getByRole("region", { name: "Työn alla" });
  await column.getByRole("article").filter({ hasText: "Selkeä ohjeistus" }).waitFor();
});

test("a reader visits every point of the trend by arrows, and Enter leads to what was said", async () => {
  await page.keyboard.press("g");
  await page.keyboard.press("s");
  const points = page.getByRole("slider", { name: "Kuvan pisteet" });
  await page.getByRole("img", { name: /^Viivakuva kierroksittain/ }).waitFor();
  await tabTo(page, points);
  const read = async (): Promise<string> => (await points.getAttribute("aria-valuetext"))?.split("\n")[0] ?? "";
  await page.keyboard.press("Home");
  await poll(read).toMatch(/^2019-1: 3,44/);
  const visited = [await read()];
  const last = Number(await points.getAttribute("aria-valuemax"));
  for (let at = 2; at <= last; at += 1) {
    await page.keyboard.press("ArrowRight");
    await poll(() => points.getAttribute("aria-valuenow")).toBe(String(at));
    visited.push(await read());
  }
  expect(visited.map((reading) => reading.slice(0, 6))).toEqual([
    "2019-1",
    "2019-2",
    "2019-3",
    "2020-1",
    "2020-2",
    "2020-3",
    "2021-1",
    "2021-2",
  ]);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname.endsWith("/feedback") && url.searchParams.has("roundId"));
  await page.getByRole("button", { name: /^Kierros: .*2021.2$/ }).waitFor();
});
