import type { Page } from "playwright-core";

const rows = Array.from(
  { length: 12 },
  (_, row) =>
    `${row + 1},${row % 2 === 0 ? "Jonotin" : "Odotin"} kauan ja soitin ${row + 1} kertaa,0${(row % 9) + 1}.11.2021`,
);
const content = ["Numero,Palaute,Päivä", ...rows].join("\n");

/**
 * Sends a small file twice, with the session of the page. One is left at the mapping, the other brought in.
 * Returns the addresses of both.
 */
export async function receiveFile(page: Page, origin: string): Promise<readonly [mapping: string, report: string]> {
  const home = `${origin}/lupavirasto/intake`;
  const choose = async (name: string): Promise<void> => {
    await page.goto(home);
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(content) });
    await page.getByRole("button", { name: "Kohdista sarakkeet" }).click();
  };
  await choose("palautteet.csv");
  await page.getByRole("button", { name: "Katso kuivaharjoitus" }).waitFor();
  const mapping = page.url();

  await choose("toiset.csv");
  await page.getByRole("button", { name: "Katso kuivaharjoitus" }).click();
  await page.getByRole("button", { name: /^Tuo \d+ riviä/ }).click();
  await page.getByRole("status").filter({ hasText: "Valmis" }).waitFor();
  return [mapping, page.url()];
}
