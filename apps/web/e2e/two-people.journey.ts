import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";

import { accessibilityViolations, arrive, launchBrowser, signInAs, type Visitor } from "./browser.ts";

const { origin } = inject("demonstration");
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const rows = (at: Page): Locator => at.getByRole("grid", { name: "Palautteet" }).getByRole("link");
const itemOf = (at: Page): string | null => new URL(at.url()).searchParams.get("item");

async function signedIn(person: Parameters<typeof signInAs>[2]): Promise<Visitor> {
  const visitor = await arrive(browser);
  await signInAs(visitor.page, origin, person);
  await rows(visitor.page).first().waitFor();
  return visitor;
}

test("two people on one item see each other; the second writer is shown what the first changed, and takes their step again", async () => {
  const first = await signedIn("Käsittelijä");
  const second = await signedIn("Teeman omistaja");
  await first.page.keyboard.press("Enter");
  await expect.poll(() => itemOf(first.page)).not.toBeNull();
  const address = first.page.url();
  await second.page.goto(address);
  await first.page.getByText(/^Samaan aikaan täällä: Demo/u).waitFor({ state: "attached" });
  await second.page.getByText(/^Samaan aikaan täällä: Demo/u).waitFor({ state: "attached" });

  // What the first one does arrives where the second one reads, without their doing anything.
  await first.page.keyboard.press("i");
  await second.page.getByRole("region", { name: "Tämä muuttui sillä välin" }).waitFor();
  expect(itemOf(second.page)).toBe(itemOf(first.page));
  await second.page.getByRole("button", { name: "Sulje" }).first().click();

  // Cut off from the changes, the second one decides on what they still see.
  await second.page.route("**/trpc/live.**", (route) => route.abort());
  await second.page.reload();
  await rows(second.page).first().waitFor();
  await second.page.getByRole("group", { name: "Palautteen teksti ja tiedot" }).waitFor();
  await first.page.keyboard.press("c");
  await expect
    .poll(() => first.page.getByRole("region", { name: "Palaute", exact: true }).getByText("Moite").count())
    .toBeGreaterThan(0);
  await second.page.keyboard.press("p");
  const meanwhile = second.page.getByRole("alert", { name: "Tämä muuttui sillä välin" });
  await meanwhile.getByText("Valintasi on tallessa: laji Kiitos").waitFor();
  expect(await accessibilityViolations(second.page)).toEqual([]);
  await meanwhile.getByRole("button", { name: "Tee uudelleen" }).waitFor();
  await second.page.keyboard.press("Enter");
  await meanwhile.waitFor({ state: "detached" });
  await first.page.getByRole("region", { name: "Tämä muuttui sillä välin" }).waitFor();
  await Promise.all([first.context.close(), second.context.close()]);
});

test("what somebody is writing stays under their hands while another changes the item; what is routed to its own channel is gone at once", async () => {
  const first = await signedIn("Käsittelijä");
  const second = await signedIn("Teeman omistaja");
  await first.page.keyboard.press("j");
  await expect.poll(() => itemOf(first.page)).not.toBeNull();
  const routed = itemOf(first.page);
  await second.page.goto(first.page.url());
  await second.page.getByText(/^Samaan aikaan täällä: Demo/u).waitFor({ state: "attached" });

  await second.page.keyboard.press("m");
  const note = second.page.getByRole("textbox", { name: "Muistiinpano" });
  await expect.poll(() => note.evaluate((field) => field === document.activeElement)).toBe(true);
  await second.page.keyboard.type("Soitetaan hänelle ");
  const writing = first.page.getByText(/^Samaan aikaan täällä: .*\(kirjoittaa\)/u);
  await writing.waitFor({ state: "attached" });
  await first.page.keyboard.press("i");
  await second.page.getByRole("region", { name: "Tämä muuttui sillä välin" }).waitFor();
  await second.page.keyboard.type("huomenna.");
  expect(await note.inputValue()).toBe("Soitetaan hänelle huomenna.");
  expect(itemOf(second.page)).toBe(routed);
  await second.page.keyboard.press("Escape");
  await writing.waitFor({ state: "detached" });

  await first.page.keyboard.press("r");
  await first.page.getByRole("heading", { name: "Minne palaute siirretään?" }).waitFor();
  await first.page.keyboard.press("8");
  await expect.poll(() => itemOf(second.page), { timeout: 60_000 }).not.toBe(routed);
  await second.page.getByRole("status").filter({ hasText: "Palaute ei ole enää nähtävissäsi." }).first().waitFor({
    state: "attached",
  });
  const shown = await rows(second.page).evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(shown.filter((address) => routed !== null && address.includes(routed))).toEqual([]);
  await first.page.keyboard.press("u");
  expect([...first.unexpected, ...second.unexpected]).toEqual([]);
  await Promise.all([first.context.close(), second.context.close()]);
});
