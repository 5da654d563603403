import type { CDPSession, Page } from "playwright-core";

import { watchAnswers } from "./answered-decisions.ts";
import { arrive, launchBrowser, type Visitor } from "./browser.ts";

/** Who measures where; handed over by the bench that made the items. The last person has the most of them. */
interface Setting {
  readonly origin: string;
  readonly password: string;
  readonly people: readonly { readonly slug: string; readonly size: number; readonly email: string }[];
}

const setting = JSON.parse(process.env["KUULTU_BENCH"] ?? "null") as Setting | null;
if (setting === null) throw new Error("Started by npm run bench -- screen.");
const { origin, password, people } = setting;

const reloads = 15;
/** Between two keys, at least. */
const readingMs = 150;
/** As many open items as the bench makes of so many. */
const decisions = Math.min(2000, Math.floor(Math.max(...people.map(({ size }) => size)) * 0.002) - 1);
/** No more than there are open items to step to. */
const presses = Math.min(100, decisions);
const earlyDecisions = Math.floor(decisions / 10);

const row = '[role="grid"] [role="row"]';
const verbatim = '#reading [role="group"]';
/** Made anew for every item, also where two say the same. */
const article = "#reading article";
const nothingThere = "#content p";

/** In the page: when everything that is looked for stood there and was painted, in ms since the navigation began. */
async function paintedAt(page: Page, selectors: readonly string[]): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve, reject) => {
        const look = (): void => {
          const missing = wanted.filter(
            (selector) => (document.querySelector(selector)?.textContent ?? "").trim() === "",
          );
          if (performance.now() > 60_000)
            return reject(new Error(`${location.href} never showed ${missing.join(" and ")}`));
          if (missing.length > 0) return void requestAnimationFrame(look);
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
        };
        look();
      }),
    [...selectors],
  );
}

async function openedAt(page: Page, path: string, selectors: readonly string[]): Promise<number> {
  await page.goto(`${origin}${path}`, { waitUntil: "commit" });
  return paintedAt(page, selectors);
}

const browser = await launchBrowser();

async function signedIn(email: string): Promise<Visitor> {
  const visitor = await arrive(browser);
  const { context } = visitor;
  // What runs this program names functions through a helper, which functions handed to the page call there too.
  await context.addInitScript("globalThis.__name = (named) => named");
  const answer = await context.request.post(`${origin}/api/auth/sign-in/email`, {
    data: { email, password },
    headers: { origin },
  });
  if (!answer.ok()) throw new Error(`Signing in was answered with ${answer.status()}.`);
  return visitor;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function tell(name: string, size: number, ours: readonly number[], plain: number, limit: number, share = 0.5): void {
  const value = quantile(ours, share);
  const [min, max] = [Math.min(...ours), Math.max(...ours)];
  const rest = { unit: "ms", limit, wanted: "at most", runs: ours.length, min, max };
  console.log(JSON.stringify({ name, size, ours: value, plain, ratio: value / plain, ...rest }));
}

/** What the page remembers between two questions of this program. */
interface Watching {
  shown: Element | null;
  painted: Promise<number>;
  frames: { longest: number; before: number };
}

/** From the press of a key to the painting of what it brings, for each of several presses. */
async function pressAndPaint(page: Page, key: string, times: number): Promise<number[]> {
  const taken: number[] = [];
  for (let press = 0; press < times; press += 1) {
    // The watch stands before the key is pressed: a press overtakes what the page is still asked to do.
    await page.evaluate((selector) => {
      const pane = document.querySelector("#reading");
      const before = document.querySelector(selector);
      const painted = new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error("A key brought no other item.")), 60_000);
        let pressed = 0;
        window.addEventListener("keydown", (event) => (pressed = event.timeStamp), { capture: true, once: true });
        const watch = new MutationObserver(() => {
          const now = document.querySelector(selector);
          if (now === before || now === null) return;
          watch.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - pressed)));
        });
        if (pane !== null) watch.observe(pane, { subtree: true, childList: true });
      });
      Object.assign(window, { painted });
    }, article);
    await page.keyboard.press(key);
    taken.push(await page.evaluate(() => (window as unknown as Watching).painted));
    // A person reads before the next key; what is fetched ahead has the time that it has then.
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 })));
    await page.waitForTimeout(readingMs);
  }
  return taken;
}

/** Decisions that the server has not answered yet, at most: steps go to it one after the other, and a person does not outrun them by far. */
const ahead = 5;

/** Categorises item after item by two keys until the server has answered each, and tells the longest frame on the way. */
async function decide(page: Page, times: number): Promise<number> {
  const answers = watchAnswers(page);
  await page.evaluate(() => {
    const frames = { longest: 0, before: Number.POSITIVE_INFINITY };
    const next = (now: number): void => {
      frames.longest = Math.max(frames.longest, now - frames.before);
      frames.before = now;
      requestAnimationFrame(next);
    };
    Object.assign(window, { frames });
    requestAnimationFrame(next);
  });
  for (let decision = 0; decision < times; decision += 1) {
    await page.evaluate((selector) => void Object.assign(window, { shown: document.querySelector(selector) }), article);
    await page.keyboard.press("1");
    await page.keyboard.press("e");
    await page.waitForFunction(
      (selector) => {
        const now = document.querySelector(selector);
        return now !== null && now !== (window as unknown as Watching).shown;
      },
      article,
      { polling: "raf" },
    );
    await answers.until(decision - ahead);
  }
  await answers.until(times);
  return page.evaluate(() => (window as unknown as Watching).frames.longest);
}

async function heap(devtools: CDPSession): Promise<number> {
  await devtools.send("HeapProfiler.collectGarbage");
  await devtools.send("HeapProfiler.collectGarbage");
  return (await devtools.send("Runtime.getHeapUsage")).usedSize / 1_000_000;
}

try {
  const [few, many] = people;
  if (few === undefined || many === undefined) throw new Error("Two organisations are compared.");
  const openings: { triage: number[]; empty: number[] }[] = [];
  for (const person of [few, many]) {
    const { context, page } = await signedIn(person.email);
    const triage: number[] = [];
    const empty: number[] = [];
    for (let reload = -2; reload < reloads; reload += 1) {
      const full = await openedAt(page, `/${person.slug}/feedback?status=open`, [row, verbatim]);
      const bare = await openedAt(page, `/${person.slug}/nothing-here`, [nothingThere]);
      if (reload < 0) continue;
      triage.push(full);
      empty.push(bare);
    }
    openings.push({ triage, empty });
    await context.close();
  }
  const [withFew, withMany] = openings;
  if (withFew === undefined || withMany === undefined) throw new Error("Nothing was opened.");
  tell("screen.first-row-and-verbatim.of-empty-page", many.size, withMany.triage, quantile(withMany.empty, 0.5), 2);
  tell("screen.first-row-and-verbatim.of-few-items", many.size, withMany.triage, quantile(withFew.triage, 0.5), 1.2);

  const { context, page } = await signedIn(many.email);
  const devtools = await context.newCDPSession(page);
  await openedAt(page, `/${many.slug}/feedback?status=open`, [row, verbatim]);
  await page.waitForLoadState("networkidle");
  const next = await pressAndPaint(page, "j", presses);
  tell("screen.key-to-next-verbatim.p95-of-50-ms", many.size, next, 50, 1, 0.95);
  const sameItem: number[] = [];
  for (let reload = 0; reload < reloads; reload += 1)
    sameItem.push(await openedAt(page, new URL(page.url()).pathname + new URL(page.url()).search, [row, verbatim]));
  tell("screen.key-to-next-verbatim.of-reload", many.size, next, quantile(sameItem, 0.5), 0.25);

  await openedAt(page, `/${many.slug}/feedback?status=open`, [row, verbatim]);
  const longest = await decide(page, earlyDecisions);
  tell("screen.200-decisions.longest-frame-of-200-ms", many.size, [longest], 200, 1);
  const early = await heap(devtools);
  await decide(page, decisions - earlyDecisions);
  const late = await heap(devtools);
  console.log(
    JSON.stringify({
      name: "screen.heap.2000-decisions-of-200",
      size: many.size,
      ours: late,
      plain: early,
      unit: "MB",
      ratio: late / early,
      limit: 1.1,
      wanted: "at most",
      runs: 1,
      min: late,
      max: late,
    }),
  );
} finally {
  await browser.close();
}
