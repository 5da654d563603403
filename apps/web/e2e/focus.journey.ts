import type { Page } from "playwright-core";
import { inject, test } from "vitest";

import { current, openTriage, poll } from "./by-keyboard.ts";

const { origin } = inject("demonstration");
let page: Page;

openTriage("Analyytikko, käsittelijä ja teeman omistaja", (opened) => {
  page = opened;
});

/** Where the keyboard is: in the question of a step, on the open row, on what is read, or nowhere. */
const place = (): Promise<string> =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (focused?.closest("[data-steps]") != null) return "question";
    if (focused?.matches("[data-queue] [aria-current]") === true) return "row";
    return focused?.id || focused?.localName || "";
  });

async function read(query: string): Promise<void> {
  await page.goto(`${origin}/lupavirasto/feedback${query}`);
  await current(page).waitFor();
  await page.getByRole("article").waitFor();
}

const keypad = () => page.getByRole("heading", { name: "Teemat", exact: true });

test.each([
  { question: "themes", query: "", key: "t" },
  { question: "no theme", query: "", key: "0" },
  { question: "route", query: "", key: "r" },
  { question: "wait", query: "", key: "w" },
  { question: "assign", query: "", key: "a" },
  { question: "duplicate", query: "", key: "d" },
  { question: "reject", query: "", key: "Backspace" },
  { question: "answer", query: "?status=all&pastClock=answer", key: "y" },
])(
  "Escape from the question of a step ($question) gives the keyboard back to where it came from",
  async ({ query, key }) => {
    await read(query);
    await page.keyboard.press("Enter");
    await poll(place).toBe("reading");
    await page.keyboard.press(key);
    await poll(place).toBe("question");
    await page.keyboard.press("Escape");
    await poll(place).toBe("reading");

    await current(page).focus();
    await page.keyboard.press(key);
    await poll(place).toBe("question");
    await page.keyboard.press("Escape");
    await poll(place).toBe("row");
  },
);

test("the order of the keys and opening again, asked from their buttons, end at what is read", async () => {
  await read("");
  await page.getByRole("button", { name: "Järjestä" }).press("Enter");
  await page.getByRole("heading", { name: "Numeronäppäinten järjestys" }).waitFor();
  await page.keyboard.press("Escape");
  await keypad().waitFor();
  await poll(place).toBe("reading");

  await read("?status=closed");
  await page.getByRole("button", { name: "Lisää toimintoja" }).press("Enter");
  await page.getByRole("menuitem", { name: "Avaa uudelleen" }).press("Enter");
  await page.getByRole("heading", { name: "Miksi palaute avataan uudelleen?" }).waitFor();
  await page.keyboard.press("Escape");
  await poll(place).toBe("reading");
});

test.each([
  { step: "no theme", keys: ["0", "1"] },
  { step: "route", keys: ["r", "1"] },
  { step: "wait", keys: ["w", "1"] },
  { step: "reject", keys: ["Backspace", "1"] },
])(
  "a step that is taken ($step) leaves the keyboard on what is read, or on the row that is read next",
  async ({ keys: [ask = "", answer = ""] }) => {
    for (const expected of ["reading", "row"]) {
      await read("?kind=idea");
      if (expected === "row") await current(page).focus();
      else await page.keyboard.press("Enter");
      await poll(place).toBe(expected);
      await page.keyboard.press(ask);
      await poll(place).toBe("question");
      await page.keyboard.press(answer);
      await keypad().waitFor();
      await poll(place).toBe(expected);
      await page.keyboard.press("u");
      await poll(async () => (await page.getByRole("status").allInnerTexts()).join("")).toContain("Kumottu");
    }
  },
);
