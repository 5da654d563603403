import { app as finnish } from "../src/locales/fi/app.ts";
import { app as russian } from "../src/locales/ru/app.ts";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, inject, test } from "vitest";

import { accessibilityViolations, arrive, launchBrowser, signInAs } from "./browser.ts";
import { receiveFile } from "./receive-file.ts";

const { origin } = inject("demonstration");
const wide = { width: 1440, height: 900 };
const narrow = { width: 390, height: 844 };
/** 320 CSS pixels are what is left of 1280 at 400 %. */
const narrowest = { width: 320, height: 640 };

interface Screen {
  readonly name: string;
  readonly address: string;
  /** There when what was asked for has come: not the skeleton. */
  readonly ready: (page: Page) => Locator;
  readonly forReading: boolean;
}

const main = (page: Page): Locator => page.getByRole("main");
let browser: Browser;
let screens: readonly Screen[] = [];
let signedIn: Awaited<ReturnType<Awaited<ReturnType<typeof arrive>>["context"]["storageState"]>>;

beforeAll(async () => {
  browser = await launchBrowser();
  const { page, context } = await arrive(browser);
  await signInAs(page, origin, "Analyytikko, käsittelijä ja teeman omistaja");
  screens = await everyScreen(page);
  signedIn = await context.storageState();
  await context.close();
});
afterAll(() => browser.close());

/** The addresses of every screen, as the links of the rooms give them. */
async function everyScreen(page: Page): Promise<readonly Screen[]> {
  const home = `${origin}/lupavirasto`;
  const firstLink = async (address: string, link: (page: Page) => Locator): Promise<string> => {
    await page.goto(`${home}/${address}`);
    return `${origin}${await link(page).first().getAttribute("href")}`;
  };
  const item = await firstLink("feedback", (at) => at.getByRole("grid", { name: "Palautteet" }).getByRole("link"));
  const theme = await firstLink("themes", (at) => main(at).getByRole("heading", { level: 3 }).getByRole("link"));
  const round = await firstLink("rounds", (at) =>
    main(at).getByRole("rowheader").getByRole("link", { name: "2021-2" }),
  );
  const questionnaire = await firstLink("rounds", (at) =>
    main(at).getByRole("link", { name: /: Muokkaa kyselylomaketta$/ }),
  );
  const [mapping, report] = await receiveFile(page, origin);
  const reading = { forReading: true };
  const working = { forReading: false };
  return [
    {
      name: "triage list",
      address: `${home}/feedback`,
      ready: (at) => main(at).getByRole("grid").getByRole("link").first(),
      ...reading,
    },
    { name: "flow", address: `${home}/feedback/flow`, ready: (at) => main(at).locator("canvas"), ...reading },
    { name: "triage item", address: item, ready: (at) => main(at).getByRole("article"), ...reading },
    {
      name: "themes board",
      address: `${home}/themes`,
      ready: (at) => main(at).getByRole("article").first(),
      ...reading,
    },
    {
      name: "themes table",
      address: `${home}/themes?view=table`,
      ready: (at) => main(at).getByRole("table"),
      ...reading,
    },
    { name: "theme", address: theme, ready: (at) => main(at).getByRole("heading", { level: 2 }).nth(3), ...reading },
    { name: "trends", address: `${home}/trends?by=none`, ready: (at) => main(at).getByRole("slider"), ...reading },
    {
      name: "trends split",
      address: `${home}/trends?by=battery-channel`,
      ready: (at) => main(at).getByRole("img").nth(5),
      ...reading,
    },
    { name: "rounds", address: `${home}/rounds`, ready: (at) => main(at).getByRole("table").first(), ...reading },
    { name: "round", address: round, ready: (at) => main(at).getByRole("heading", { level: 2 }).nth(3), ...reading },
    {
      name: "questionnaire",
      address: questionnaire,
      ready: (at) => main(at).getByRole("heading", { level: 2 }).nth(3),
      ...working,
    },
    { name: "intake", address: `${home}/intake`, ready: (at) => main(at).getByRole("table"), ...working },
    { name: "intake mapping", address: mapping, ready: (at) => main(at).getByRole("combobox").nth(4), ...working },
    { name: "intake report", address: report, ready: (at) => main(at).getByRole("img").first(), ...reading },
  ];
}

async function visit(page: Page, { address, ready }: Screen): Promise<void> {
  await page.goto(address);
  await ready(page).waitFor();
  await page.waitForLoadState("networkidle");
}

const scrollsSideways = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

/** What is wrong with the screen that is open, at each width. */
async function faults(page: Page, { name, forReading }: Pick<Screen, "name" | "forReading">): Promise<string[]> {
  const found: string[] = [];
  for (const size of [wide, narrow]) {
    await page.setViewportSize(size);
    for (const violation of await accessibilityViolations(page)) found.push(`${name} at ${size.width}: ${violation}`);
    if (await scrollsSideways(page)) found.push(`${name} at ${size.width}: scrolls sideways`);
  }
  await page.setViewportSize(narrowest);
  if (forReading && (await scrollsSideways(page))) found.push(`${name} at ${narrowest.width}: scrolls sideways`);
  await page.setViewportSize(wide);
  return found;
}

const readers = [
  { language: "fi", locale: "fi-FI", colorScheme: "light", words: finnish },
  { language: "fi", locale: "fi-FI", colorScheme: "dark", words: finnish },
  { language: "ru", locale: "ru-RU", colorScheme: "light", words: russian },
  { language: "ru", locale: "ru-RU", colorScheme: "dark", words: russian },
] as const;

test.concurrent.for(readers)(
  "somebody who reads $language in $colorScheme colours meets every screen without a barrier",
  async ({ language, words, ...options }, { expect }) => {
    const { context, page, unexpected } = await arrive(browser, { ...options, storageState: signedIn });
    const found: string[] = [];
    for (const screen of screens) {
      await visit(page, screen);
      await page.getByRole("navigation", { name: words.rooms.label }).waitFor();
      if (!/^\S.* · Kuultu$/u.test(await page.title()))
        found.push(`${screen.name}: its title is ${await page.title()}`);
      if ((await page.locator("html").getAttribute("lang")) !== language)
        found.push(`${screen.name}: not in ${language}`);
      found.push(...(await faults(page, screen)));
    }
    expect(found).toEqual([]);
    expect(unexpected).toEqual([]);
    await context.close();
  },
);

test.concurrent.for(readers)(
  "a stranger who reads $language in $colorScheme colours can sign in without a barrier",
  async ({ language, words, ...options }, { expect }) => {
    const { context, page, unexpected } = await arrive(browser, options);
    await page.goto(origin);
    await page.getByRole("heading", { level: 2 }).waitFor();
    expect(await page.title()).toMatch(/^\S.* · Kuultu$/);
    expect(await page.title()).toContain(words.product);
    expect(await page.locator("html").getAttribute("lang")).toBe(language);
    expect(await faults(page, { name: "sign-in", forReading: true })).toEqual([]);
    expect(unexpected).toEqual([]);
    await context.close();
  },
);
