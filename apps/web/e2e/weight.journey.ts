import { gzipSync } from "node:zlib";

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";

import { arrive, launchBrowser, signInAs } from "./browser.ts";

const { origin } = inject("demonstration");
const limitInKilobytes = 250;
/** An option of the charting library, as it stands in its script. */
const onlyInCharts = "errorBarWhiskerSize";
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test("a triager on a slow line gets the first row of Triage for at most 250 kB of script", async () => {
  const before = await arrive(browser);
  await signInAs(before.page, origin, "Käsittelijä");
  const { context, page, unexpected } = await arrive(browser, { storageState: await before.context.storageState() });
  await before.context.close();
  await page.addInitScript(() => {
    // The frame that paints the first row begins: what is asked for later was not needed for it.
    new MutationObserver((_changes, observer) => {
      if (document.querySelector("[role=grid] a") === null) return;
      observer.disconnect();
      requestAnimationFrame(() => performance.mark("first row"));
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${origin}/lupavirasto/feedback`);
  await page.getByRole("grid", { name: "Palautteet" }).getByRole("link").first().waitFor();
  await page.waitForFunction(() => performance.getEntriesByName("first row").length > 0);
  const scripts = await page.evaluate(() => {
    const [row] = performance.getEntriesByName("first row");
    return performance
      .getEntriesByType("resource")
      .filter((entry) => entry instanceof PerformanceResourceTiming && new URL(entry.name).pathname.endsWith(".js"))
      .filter(({ startTime }) => row !== undefined && startTime <= row.startTime)
      .map(({ name }) => name);
  });
  const files = await Promise.all(scripts.map((url) => context.request.get(url)));
  const bodies = await Promise.all(files.map((file) => file.body()));
  const kilobytes = bodies.reduce((sum, body) => sum + gzipSync(body).byteLength, 0) / 1000;
  console.log(`Script until the first row of Triage: ${kilobytes.toFixed(1)} kB gzip in ${files.length} files`);

  expect(files.map((file) => file.headers()["content-encoding"])).not.toContain(undefined);
  expect(kilobytes).toBeGreaterThan(0);
  expect(kilobytes).toBeLessThanOrEqual(limitInKilobytes);
  expect(bodies.filter((body) => body.includes(onlyInCharts))).toEqual([]);
  expect(unexpected).toEqual([]);
  await context.close();
});

test("a reader gets the charts only with the first chart", async () => {
  const { context, page, unexpected } = await arrive(browser);
  await signInAs(page, origin, "Käsittelijä");
  await page.getByRole("grid", { name: "Palautteet" }).getByRole("link").first().waitFor();
  const charts = page.waitForResponse(
    async (response) =>
      response.request().resourceType() === "script" && (await response.text()).includes(onlyInCharts),
  );
  await page.getByRole("link", { name: /^Trendit/ }).click();
  await page.getByRole("slider", { name: "Kuvan pisteet" }).waitFor();
  expect((await charts).ok()).toBe(true);
  expect(unexpected).toEqual([]);
  await context.close();
});
