import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { exportPhrases } from "@kuultu/domain/feedback/export-phrases";
import type { FeedbackRow } from "@kuultu/domain/feedback/feedback-view";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";

import { arrive, launchBrowser, type Visitor } from "./browser.ts";
import { isFocused, poll } from "./by-keyboard.ts";
import { runVerb } from "./product.ts";

const { origin, dataFolder } = inject("demonstration");
const repository = join(import.meta.dirname, "..", "..", "..");
const file = join(
  process.env["KUULTU_REAL_FILES"] ?? join(repository, "..", "shared", "data"),
  "feedback",
  "nhs_phase1_text_data.csv",
);
const isThere = existsSync(file);
if (!isThere) console.log(`Left out: triage of a real file, because ${file} is not there (set KUULTU_REAL_FILES).`);

const received = 10_334;
const ofCare = 3363;
const home = "potilaspalaute";
const person = { email: "demo-potilaspalaute@potilaspalaute.invalid", password: "kolme sinistä porkkanaa" };
const theme = "Hoidon laatu";
const folder = mkdtempSync(join(tmpdir(), "kuultu-thousands-"));
let browser: Browser;
let visitor: Visitor;
let page: Page;

beforeAll(async () => {
  if (!isThere) return;
  await runVerb(dataFolder, ["organisation", "add", home, "--name", "Potilaspalaute"]);
  const roles = ["analyst", "triager", "theme_owner"].flatMap((role) => ["--role", role]);
  const identity = ["--email", person.email, "--name", "Demo Potilaspalaute"];
  await runVerb(dataFolder, ["staff", "add", "--organisation", home, ...identity, ...roles], person.password);
  await takeIn();
  browser = await launchBrowser();
  visitor = await arrive(browser, { acceptDownloads: true });
  ({ page } = visitor);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  if (isThere) await browser.close();
});

/** The labels of the file as services, its trusts as sites: something to narrow by. */
async function takeIn(): Promise<void> {
  const proposed = await runVerb(dataFolder, ["import", file, "--organisation", home, "--propose"]);
  const mapping: { columns: { column: string; target: string }[] } = JSON.parse(proposed.join("\n"));
  for (const part of mapping.columns) {
    if (part.column === "label") part.target = "service";
    if (part.column === "organization") part.target = "site";
  }
  const kept = join(folder, "mapping.json");
  writeFileSync(kept, JSON.stringify(mapping));
  await runVerb(dataFolder, ["import", file, "--organisation", home, "--mapping", kept]);
}

const grouped = (value: number): string => new Intl.NumberFormat("fi").format(value);
const pane = (): Locator => page.locator("#reading");
const current = (): Locator => page.getByRole("grid", { name: "Palautteet" }).locator("[aria-current]");
const press = (key: string): Promise<void> => page.keyboard.press(key);
const progressIs = (processed: number): Promise<void> =>
  page
    .getByRole("main")
    .getByText(`${grouped(processed)}/${grouped(received)} käsitelty`, { exact: true })
    .waitFor();

test.runIf(isThere)(
  "a file of ten thousand rows is triaged singly and in bulk, a step is stopped and taken back, and what is exported is what lies in the database",
  async () => {
    await signIn();
    await makeTheme();
    await page.goto(`${origin}/${home}/feedback`);
    await progressIs(0);
    await singly();
    await stoppedAndUndone();
    await careInBulk();
    await exported();
    await runVerb(dataFolder, ["verify"]);
    expect(visitor.unexpected).toEqual([]);
  },
);

async function signIn(): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.getByRole("textbox", { name: "Sähköposti" }).fill(person.email);
  await page.getByRole("textbox", { name: "Salasana" }).fill(person.password);
  await page.getByRole("button", { name: "Kirjaudu" }).click();
  await current().waitFor();
}

async function makeTheme(): Promise<void> {
  await page.goto(`${origin}/${home}/themes`);
  await page.getByRole("button", { name: "Uusi teema" }).first().click();
  await page.getByRole("textbox", { name: "Teeman nimi" }).fill(theme);
  await page.getByRole("button", { name: "Luo teema" }).click();
  await page.getByRole("heading", { level: 1, name: theme }).waitFor();
}

async function chooseTheme(field: string): Promise<void> {
  const find = page.getByRole("combobox", { name: field });
  await poll(() => isFocused(find)).toBe(true);
  await page.keyboard.type("hoidon");
  await page.getByRole("option", { name: theme }).waitFor();
  await press("Enter");
}

/** Two by a theme, one rejected, one routed. */
async function singly(): Promise<void> {
  for (let done = 1; done <= 2; done += 1) {
    const item = await itemShown();
    await press("t");
    await chooseTheme("Lisää teema");
    await pane().getByText("koko palaute").waitFor();
    await press("Escape");
    await press("e");
    await progressIs(done);
    await poll(itemShown).not.toBe(item);
  }
  await ask("Backspace", "Miksi palaute hylätään?", "4");
  await progressIs(3);
  await ask("r", "Minne palaute siirretään?", "1");
  await progressIs(4);
}

/** The id of the item that is read, once its text stands in the pane. */
async function itemShown(): Promise<string> {
  await pane().getByRole("article").waitFor();
  return new URL((await current().getAttribute("href")) ?? "", page.url()).searchParams.get("item") ?? "";
}

async function ask(key: string, question: string, digit: string): Promise<void> {
  const item = await itemShown();
  await press(key);
  await pane().getByRole("heading", { name: question }).waitFor();
  await poll(() => pane().evaluate((region) => region.contains(document.activeElement))).toBe(true);
  await press(digit);
  await poll(itemShown).not.toBe(item);
}

async function allThatMatch(count: number): Promise<void> {
  await current().waitFor();
  await press("Control+Shift+A");
  await pane()
    .getByRole("heading", { name: `${grouped(count)} valittu` })
    .waitFor();
}

async function begin(count: number): Promise<void> {
  const ready = pane().getByRole("button", { name: `Tee ${grouped(count)} palautteelle` });
  await ready.and(page.locator("[aria-disabled=false]")).click();
  await pane().getByRole("heading", { name: "Joukkomuutos" }).waitFor();
}

/** The lines of the report by their words; they add up to the last. */
async function ledger(): Promise<Map<string, number>> {
  const rows = await pane().getByRole("table", { name: "Mitä joukkomuutos muuttaa ja mitä ei" }).getByRole("row").all();
  const lines = await Promise.all(
    rows.map(async (row) => {
      const [label, figure] = [
        await row.getByRole("rowheader").innerText(),
        await row.getByRole("cell").first().innerText(),
      ];
      return [label, Number(figure.replace(/\D/gu, ""))] as const;
    }),
  );
  const sum = lines.slice(0, -1).reduce((before, [, count]) => before + count, 0);
  expect(lines.at(-1)).toEqual(["Yhteensä", sum]);
  return new Map(lines);
}

const ended = (words: string | RegExp): Promise<void> =>
  pane().getByRole("heading", { name: "Joukkomuutos" }).locator("..").getByText(words, { exact: true }).waitFor();

/** Everything that is open becomes a complaint, is stopped unless it is done sooner, and what had changed is taken back. */
async function stoppedAndUndone(): Promise<void> {
  const open = received - 4;
  await allThatMatch(open);
  await press("c");
  await begin(open);
  const [stop, undo] = [
    pane().getByRole("button", { name: "Keskeytä" }),
    pane().getByRole("button", { name: /^Kumoa .* palautteelta$/ }),
  ];
  await stop.or(undo).first().waitFor();
  // A fast machine may be done before the press arrives.
  if (await stop.isVisible()) await Promise.race([stop.click(), undo.waitFor()]);
  await ended(/^(Keskeytetty|Valmis)$/);
  const stopped = await ledger();
  const changed = stopped.get("Muutettu") ?? 0;
  expect(stopped.get("Yhteensä")).toBe(open);
  expect(changed).toBeLessThanOrEqual(open);
  if (changed === 0) return;
  await pane()
    .getByRole("button", { name: `Kumoa ${grouped(changed)} palautteelta` })
    .click();
  await pane().getByText("Kumottu joukkomuutos").waitFor();
  await ended("Valmis");
  expect((await ledger()).get("Muutettu")).toBe(changed);
}

/** A theme for all of one label, the page loaded anew on the way, then done. */
async function careInBulk(): Promise<void> {
  await page.goto(`${origin}/${home}/feedback`);
  await page.getByRole("button", { name: /^Care received/ }).click();
  await page.waitForURL((url) => url.searchParams.has("serviceId"));
  await page.getByText(`${grouped(ofCare)} avointa`).waitFor();
  await allThatMatch(ofCare);
  await press("t");
  await chooseTheme("Teemat joukolle");
  await pane().getByRole("button", { name: "Esikatsele lisäämistä" }).click();
  await begin(ofCare);
  await page.waitForURL((url) => url.searchParams.has("bulk"));
  await page.reload();
  await ended("Valmis");
  expect((await ledger()).get("Muutettu")).toBe(ofCare);

  await press("Escape");
  await allThatMatch(ofCare);
  await press("e");
  await begin(ofCare);
  await ended("Valmis");
  await progressIs(4 + ofCare);
}

/** The whole list as a file, row for row what the database holds. */
async function exported(): Promise<void> {
  await page.goto(`${origin}/${home}/feedback?status=all`);
  await page.getByText(`${grouped(received)} palautetta`).waitFor();
  await press("Control+k");
  await page.getByRole("combobox").fill("Vie näkymä");
  await page.getByRole("option", { name: /Vie näkymä tiedostoon/, selected: true }).waitFor();
  await press("Enter");
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Lataa CSV" }).click();
  const path = join(folder, "vienti.csv");
  await (await download).saveAs(path);

  const { columns, kind, status } = exportPhrases.fi;
  const [headings = [], ...lines] = csvRows(readFileSync(path, "utf8").replace("\uFEFF", ""));
  const at = (name: string): number => headings.indexOf(name);
  const shown = lines.map((cells) =>
    [columns.id, columns.kind, columns.status, columns.themes].map((name) => cells[at(name)]),
  );
  const verb = ["feedback", "list", "--organisation", home, "--order", "oldest"];
  const stored = (await runVerb(dataFolder, verb)).map((line): FeedbackRow => JSON.parse(line));
  expect(stored).toHaveLength(received);
  expect(stored.filter((row) => row.themeIds.length > 0)).toHaveLength(2 + ofCare);
  expect(shown).toEqual(
    stored.map((row) => [row.id, kind[row.kind], status[row.status], row.themeIds.length > 0 ? theme : ""]),
  );
  const otherTexts = stored.filter(
    (row, index) => !inOneLine(lines[index]?.[at(columns.text)] ?? "").startsWith(inOneLine(row.firstLine)),
  );
  expect(otherTexts).toEqual([]);
}

/** A text, or as much of it as a row of the list holds, without the apostrophe that keeps a spreadsheet from reckoning. */
function inOneLine(text: string): string {
  return text.replace(/^'/u, "").replace(/…$/u, "").replaceAll(/\s+/gu, " ").trim();
}

/** Cells between semicolons, quoted where they hold one, a quote or a line end. */
function csvRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = "", end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^;"\r\n]*))(;|\r\n|$)/gu)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ";") continue;
    rows.push(row);
    row = [];
  }
  return rows.filter((cells) => cells.length > 1);
}
