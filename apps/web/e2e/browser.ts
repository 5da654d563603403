import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type Page, chromium } from "playwright-core";

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

/** What a page said that nobody expected: errors in the console and uncaught ones. */
export function unexpectedWords(page: Page): string[] {
  const words: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") words.push(message.text());
  });
  page.on("pageerror", (error) => words.push(error.message));
  return words;
}

/** Violations of WCAG 2.2 AA that a machine can see, as short lines. */
export async function accessibilityViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).slice(0, 3).join(" | ")}`);
}
