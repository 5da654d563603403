import { MantineProvider } from "@mantine/core";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, it } from "vitest";

import { startTranslation } from "#locales/translation";

import { atDesk } from "../testing/at-desk.tsx";
import { ExportMenuLayer } from "./ExportMenuLayer.tsx";

beforeAll(() => startTranslation("fi"));
afterEach(cleanup);

it("stays for the other format when one file has been asked for", async () => {
  const { wrapper } = atDesk(() => null);
  render(
    <MantineProvider env="test">
      <ExportMenuLayer search={{}} total={3} capped={false} startOpen={false} />
    </MantineProvider>,
    { wrapper },
  );
  fireEvent.click(await screen.findByRole("button", { name: "Vie näkymä tiedostoon" }));
  const csv = await screen.findByRole("menuitem", { name: "Lataa CSV" });
  // There is no disk here to write the file to.
  csv.addEventListener("click", (event) => event.preventDefault());
  fireEvent.click(csv);
  expect(screen.getByRole("button", { expanded: true })).toBeDefined();
  expect(screen.getByRole("menuitem", { name: "Lataa XLSX (Excel)" })).toBeDefined();
});
