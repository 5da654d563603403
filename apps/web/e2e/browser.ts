import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";

/** Chromium without the background traffic that a closed network refuses. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** Somebody at a browser of their own: nothing of anybody else's is in it. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the page said that nobody expected: errors in the console and uncaught ones. */
  readonly unexpected: string[];
}

/** A new visitor with a wide window, reading Finnish unless told otherwise. */
export async function arrive(browser: Browser, options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: "fi-FI",
    reducedMotion: "reduce",
    ...options,
  });
  // A busy machine is slow, not wrong: only what never comes fails.
  context.setDefaultTimeout(100_000);
  const page = await context.newPage();
  const unexpected: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") unexpected.push(`${message.text()} ${message.location().url}`);
  });
  page.on("pageerror", (error) => unexpected.push(error.message));
  return { context, page, unexpected };
}

/** The people of the demonstration by what the sign-in page calls them in Finnish. */
export type DemonstrationPerson =
  | "Analyytikko, käsittelijä ja teeman omistaja"
  | "Katselija"
  | "Käsittelijä"
  | "Teeman omistaja"
  | "Analyytikko"
  | "Kirjaaja"
  | "Pääkäyttäjä"
  | "Tietosuojavastaava";

/** One click on the sign-in page; resolves when the person's first room is open. */
export async function signInAs(page: Page, origin: string, person: DemonstrationPerson): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.getByRole("button", { name: new RegExp(`^${person} Demo`) }).click();
  await page.getByRole("navigation", { name: "Huoneet" }).waitFor();
}

/** Violations of WCAG 2.2 AA that a machine can see, as short lines. */
export async function accessibilityViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ target }) => target.join(" "))
        .slice(0, 3)
        .join(" | ")}`,
  );
}
