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
  const scripts = new Set<string>();
  let onTheWire = 0;
  page.on("requestfinished", (request) => {
    if (request.resourceType() === "script") scripts.add(request.url());
  });
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  const scriptRequests = new Set<string>();
  network.on("Network.responseReceived", ({ requestId, type }) => type === "Script" && scriptRequests.add(requestId));
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (scriptRequests.has(requestId)) onTheWire += encodedDataLength;
  });
  await page.goto(`${origin}/lupavirasto/feedback`);
  await page.getByRole("grid", { name: "Palautteet" }).getByRole("link").first().waitFor();
  const wire = onTheWire / 1000;
  const files = await Promise.all([...scripts].map((url) => context.request.get(url)));
  const bodies = await Promise.all(files.map((file) => file.body()));
  const kilobytes = bodies.reduce((sum, body) => sum + gzipSync(body).byteLength, 0) / 1000;
  console.log(
    `Script until the first row of Triage: ${kilobytes.toFixed(1)} kB gzip in ${files.length} files, ${wire.toFixed(1)} kB as sent`,
  );

  expect(files.map((file) => file.headers()["content-encoding"])).not.toContain(undefined);
  expect(wire).toBeGreaterThan(0);
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
