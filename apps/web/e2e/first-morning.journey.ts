import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { arrive, launchBrowser, signInAs, type Visitor } from "./browser.ts";
import { installProduct, type Product } from "./product.ts";

const repository = join(import.meta.dirname, "..", "..", "..");
const file = join(
  process.env["KUULTU_REAL_FILES"] ?? join(repository, "..", "shared", "data"),
  "feedback",
  "omastadi_fi_pro_merged_redacted.csv",
);
const isThere = existsSync(file);
if (!isThere)
  console.log(`Left out: the first morning with a real file, because ${file} is not there (set KUULTU_REAL_FILES).`);

const everyone = "Analyytikko, käsittelijä ja teeman omistaja";
const theme = "Palautteen antaminen";
/** What the demonstration has before the file comes in, and what the file brings. */
const before = { processed: 454, received: 477 };
const brought = 4403;
const categorised = 20;

let browser: Browser;
let product: Product;
let visitor: Visitor;

beforeAll(async () => {
  if (!isThere) return;
  product = await installProduct();
  await product.start();
  browser = await launchBrowser();
  visitor = await arrive(browser);
});
afterAll(async () => {
  if (!isThere) return;
  await browser.close();
  await product.dispose();
});

test.runIf(isThere)(
  "a newcomer starts in an empty folder, brings in a real file, empties some of the queue, plans a theme, reads the trend, and finds it all there after a restart",
  async () => {
    const { page } = visitor;
    await signInAs(page, product.origin, everyone);
    await page.waitForURL("**/lupavirasto/feedback");
    await progressIs(page, before.processed, before.received);

    await bringIn(page);
    await categoriseByKeyboard(page);
    await planTheme(page);
    await readTrend(page);

    await page.goto("about:blank");
    expect(await product.interrupt()).toBe(0);
    await product.start();
    await findAllAgain(page);
    expect(visitor.unexpected).toEqual([]);
  },
);

const grouped = (value: number): string => new Intl.NumberFormat("fi").format(value);

function progressIs(page: Page, processed: number, received: number): Promise<void> {
  return page
    .getByRole("main")
    .getByText(`${grouped(processed)}/${grouped(received)} käsitelty`)
    .waitFor();
}

/** A real drop: a file of these bytes lands on the zone. */
async function drop(page: Page, zone: Locator): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    (content) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], "omastadi.csv", { type: "text/csv" }));
      return transfer;
    },
    readFileSync(file, "utf8"),
  );
  await zone.dispatchEvent("drop", { dataTransfer });
}

async function bringIn(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Tuonti" }).click();
  await drop(page, page.getByRole("region", { name: "Pudota tiedosto tähän" }));
  await page.getByText("4 778 tietoriviä, 16 saraketta.").waitFor();
  await page.getByRole("button", { name: "Kohdista sarakkeet" }).click();
  expect(await page.getByRole("combobox", { name: "Sarakkeen texts kohde" }).inputValue()).toBe("verbatim");
  await page.getByRole("button", { name: "Katso kuivaharjoitus" }).click();
  await page.getByText("Tämä on harjoitus: mitään ei ole tallennettu.").waitFor();
  await page.getByRole("button", { name: "Tuo 4 403 riviä" }).click();
  await page.getByRole("status").filter({ hasText: "Valmis" }).waitFor();
  await page
    .getByRole("img", {
      name: "Tietorivejä 4 778 = Lisätty 4 403 + Muuttumaton 0 + Päivitetty 0 + Kaksoiskappale 375 + Hylätty 0",
    })
    .waitFor();
}

/** No mouse and no script's hand on the focus: only keys, as a person presses them. */
async function categoriseByKeyboard(page: Page): Promise<void> {
  const { keyboard } = page;
  await keyboard.press("g");
  await keyboard.press("f");
  await progressIs(page, before.processed, before.received + brought);
  const first = await itemShown(page);

  await keyboard.press("j");
  await waitForOther(page, first);
  await keyboard.press("k");
  await page.waitForURL((url) => url.searchParams.get("item") === first);

  for (let done = 0; done < categorised; done += 1) {
    const item = await itemShown(page);
    if (done % 5 === 4) await themeByName(page);
    else await themeByDigit(page, (done % 9) + 1);
    await keyboard.press("e");
    await waitForOther(page, item);
  }
  await progressIs(page, before.processed + categorised, before.received + brought);

  await keyboard.press("u");
  await progressIs(page, before.processed + categorised - 1, before.received + brought);
}

const pane = (page: Page): Locator => page.getByRole("region", { name: "Palaute", exact: true });
const keypad = (page: Page): Locator => pane(page).getByRole("group", { name: "Teemat" });

/** The item that is marked in the list, once its text stands in the pane. */
async function itemShown(page: Page): Promise<string> {
  const current = page.getByRole("grid", { name: "Palautteet" }).locator("[aria-current]");
  const item = new URL((await current.getAttribute("href")) ?? "", page.url()).searchParams.get("item");
  await keypad(page).waitFor();
  return item ?? "";
}

async function waitForOther(page: Page, item: string): Promise<void> {
  await page.waitForURL((url) => (url.searchParams.get("item") ?? item) !== item);
  await pane(page).getByRole("article").waitFor();
}

async function themeByDigit(page: Page, digit: number): Promise<void> {
  await page.keyboard.press(String(digit));
  await keypad(page).getByRole("button", { pressed: true }).first().waitFor();
}

async function themeByName(page: Page): Promise<void> {
  await page.keyboard.press("t");
  await pane(page).getByRole("combobox", { name: "Lisää teema" }).waitFor();
  await page.keyboard.type("avoim");
  await page.keyboard.press("Enter");
  await pane(page)
    .getByRole("option", { name: /Avoimuus.*valittu/ })
    .waitFor();
  await page.keyboard.press("Escape");
  await keypad(page).waitFor();
}

async function planTheme(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Teemat" }).click();
  await move(page, "Arvioitavana");
  await page.getByRole("combobox", { name: "Omistaja" }).selectOption({ label: "Demo Everything" });
  await page.getByRole("button", { name: "Siirrä", exact: true }).click();
  await inColumn(page, "Arvioitavana").waitFor();

  await move(page, "Suunniteltu");
  await page.getByRole("button", { name: "Siirrä", exact: true }).click();
  await page.getByRole("form").getByText("Tämä puuttuu.").first().waitFor();
  await page.getByRole("textbox", { name: "Ensimmäinen toimenpide" }).fill("Palautekanava näkyviin etusivulle");
  await page.getByLabel("Tavoitepäivä").fill("2022-06-30");
  await page.getByRole("textbox", { name: /Miksi mittaria ei ole/ }).fill("Kanavan käyttöä ei vielä mitata.");
  await page.getByRole("button", { name: "Siirrä", exact: true }).click();
  await inColumn(page, "Suunniteltu").waitFor();
}

async function move(page: Page, status: string): Promise<void> {
  await page.getByRole("button", { name: `Siirrä teema ${theme}` }).click();
  await page.getByRole("menuitem", { name: status }).click();
}

const inColumn = (page: Page, status: string): Locator =>
  page.getByRole("region", { name: status }).getByRole("article").filter({ hasText: theme });

async function readTrend(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Trendit" }).click();
  await page
    .getByRole("region", { name: "Tulos lauseena" })
    .getByText(/Kokonaistyytyväisyys on 3,55/)
    .waitFor();
  const figures = page.getByRole("table", { name: "Samat luvut" });
  await figures.getByRole("row", { name: /^2021-2 620 3,55/ }).waitFor();
  await figures.getByRole("row", { name: /^vuosi 2020 1\s300 3,46/ }).waitFor();
  await page.getByRole("img", { name: /Viivakuva kierroksittain/ }).waitFor();
}

async function findAllAgain(page: Page): Promise<void> {
  await page.goto(`${product.origin}/lupavirasto/feedback`);
  await progressIs(page, before.processed + categorised - 1, before.received + brought);
  await page.getByRole("link", { name: "Teemat" }).click();
  await inColumn(page, "Suunniteltu").getByText("tavoite 30.6.2022").waitFor();
  await page.getByRole("link", { name: "Tuonti" }).click();
  await page.getByRole("row", { name: /omastadi\.csv .* Valmis 4\s778 4\s403/ }).waitFor();
  await page.getByRole("link", { name: "Trendit" }).click();
  await page.getByRole("row", { name: /^2021-2 620 3,55/ }).waitFor();
}
