import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from "vitest";

import { arrive, type DemonstrationPerson, launchBrowser, signInAs, type Visitor } from "./browser.ts";
import { current, isFocused, poll } from "./by-keyboard.ts";

const { origin } = inject("demonstration");
let browser: Browser;
let visitors: Visitor[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(() => {
  visitors = [];
});
afterEach(async () => {
  expect(visitors.flatMap(({ unexpected }) => unexpected)).toEqual([]);
  await Promise.all(visitors.map(({ context }) => context.close()));
});

const param = (at: Page, name: string): string | null => new URL(at.url()).searchParams.get(name);

async function signedIn(person: DemonstrationPerson): Promise<Page> {
  const visitor = await arrive(browser);
  visitors.push(visitor);
  await signInAs(visitor.page, origin, person);
  await current(visitor.page).waitFor();
  await visitor.page.getByRole("article").waitFor();
  return visitor.page;
}

test("a call is written down with five keys besides its own words, while the caller speaks", async () => {
  const page = await signedIn("Käsittelijä");
  const words = "Soittaja ei löydä liitteen lähettämisen painiketta puhelimellaan.";
  let keys = 0;
  const press = async (key: string): Promise<void> => {
    keys += 1;
    await page.keyboard.press(key);
  };
  await press("n");
  const said = page.getByRole("textbox", { name: "Mitä sanottiin" });
  await poll(() => isFocused(said)).toBe(true);
  await page.keyboard.type(words);
  await press("Tab");
  await press("ArrowLeft");
  await press("Control+Enter");
  const dialog = page.getByRole("dialog", { name: "Kirjaa puhelu tai käynti" });
  await dialog.getByText("Tallennettu.").waitFor();
  await poll(() => isFocused(said)).toBe(true);
  expect(await said.inputValue()).toBe("");
  await press("Escape");
  await dialog.waitFor({ state: "hidden" });
  expect(keys).toBeLessThanOrEqual(5);

  await page.goto(`${origin}/lupavirasto/feedback?source=phone_note&order=newest`);
  await page.getByRole("article").filter({ hasText: words }).waitFor();
  await page.getByRole("article").getByText("suomi").waitFor();
});

test("where no mail can be sent, an answer that was given by phone is written down beside the item", async () => {
  const page = await signedIn("Käsittelijä");
  await page.goto(`${origin}/lupavirasto/feedback?status=all&pastClock=answer`);
  await page.getByRole("article").waitFor();
  // Opened by name it stays before the eyes when it leaves the list.
  await page.keyboard.press("Enter");
  await poll(() => param(page, "item")).not.toBeNull();
  await page.keyboard.press("y");
  const panel = page.getByRole("region", { name: "Vastaa palautteen antajalle" });
  await panel.getByText("Sähköpostipalvelinta ei ole otettu käyttöön").waitFor();
  await panel.getByRole("combobox", { name: "Missä vastattiin?" }).selectOption({ label: "Puhelimessa" });
  await panel
    .getByRole("textbox", { name: "Mitä vastattiin" })
    .fill("Kerroin, missä järjestyksessä asiat ratkaistaan.");
  await panel.getByRole("button", { name: "Merkitse vastatuksi" }).press("Enter");
  await panel.waitFor({ state: "hidden" });
  await page.getByText("Vastattu: Puhelimessa").first().waitFor();
});

test("a view that one person shares is found and opened by a colleague, and stays theirs alone to change", async () => {
  const sharer = await signedIn("Käsittelijä");
  await sharer.goto(`${origin}/lupavirasto/feedback?kind=praise&status=all`);
  await sharer.getByRole("button", { name: "Tallenna näkymä" }).click();
  await sharer.getByRole("textbox", { name: "Näkymän nimi" }).fill("Kiitokset henkilöstölle");
  await sharer.getByRole("checkbox", { name: "Kaikki palautteita lukevat näkevät sen" }).check();
  await sharer.keyboard.press("Enter");
  await sharer.getByRole("button", { name: /^Kiitokset henkilöstölle/ }).waitFor();

  const colleague = await signedIn("Teeman omistaja");
  await colleague.keyboard.press("Shift+V");
  const find = colleague.getByRole("combobox", { name: "Avaa näkymä" });
  await poll(() => isFocused(find)).toBe(true);
  await colleague.keyboard.type("kiitokset");
  await colleague.getByRole("option", { name: /Kiitokset henkilöstölle/, selected: true }).waitFor();
  await colleague.keyboard.press("Enter");
  await poll(() => [param(colleague, "kind"), param(colleague, "status")]).toEqual(["praise", "all"]);
  await colleague.getByRole("article").waitFor();

  await sharer.getByRole("button", { name: "Näkymän Kiitokset henkilöstölle toiminnot" }).click();
  await sharer.getByRole("menuitem", { name: "Poista" }).click();
  await poll(() => sharer.getByRole("button", { name: /^Kiitokset henkilöstölle/ }).count()).toBe(0);
});
