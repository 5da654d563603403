import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from "vitest";

import { arrive, type DemonstrationPerson, launchBrowser, signInAs, type Visitor } from "./browser.ts";

/** For each test of a file a page of its own: somebody has signed in, and the first item of Triage is there to read. */
export function openTriage(person: DemonstrationPerson, take: (page: Page) => void): void {
  const { origin } = inject("demonstration");
  let browser: Browser;
  let visitor: Visitor;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    visitor = await arrive(browser);
    const { page } = visitor;
    await signInAs(page, origin, person);
    await current(page).waitFor();
    await page.getByRole("article").waitFor();
    take(page);
  });
  afterEach(async () => {
    expect(visitor.unexpected).toEqual([]);
    await visitor.context.close();
  });
}

/** Asks again until it holds; a busy machine is slow, not wrong. */
export const poll = <T>(value: () => T): ReturnType<typeof expect.poll<T>> => expect.poll(value, { timeout: 60_000 });

export const isFocused = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => element === document.activeElement);

/** The row of the open item in the list of Triage. */
export const current = (at: Page): Locator => at.getByRole("grid", { name: "Palautteet" }).locator("[aria-current]");

/** The item that the address names; null where it names none. */
export const itemInUrl = (at: Page): string | null => new URL(at.url()).searchParams.get("item");

/** Tabs until the focus is there; gives up after every stop of a full page. */
export async function tabTo(at: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let stops = 0; stops < 150; stops += 1) {
    if (await isFocused(target)) return;
    await at.keyboard.press("Tab");
  }
  throw new Error(`Tab never reaches ${String(target)}`);
}

/** Arrows down an open menu until the focus is there. */
export async function arrowDownTo(at: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const choices = await at.getByRole("menu").locator("[role^=menuitem]").count();
  for (let steps = 0; steps <= choices; steps += 1) {
    if (await isFocused(target)) return;
    await at.keyboard.press("ArrowDown");
  }
  throw new Error(`arrows never reach ${String(target)}`);
}
