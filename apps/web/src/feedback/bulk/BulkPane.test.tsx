import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { Suspense } from "react";
import { afterEach, beforeAll, expect, it } from "vitest";

import { startTranslation } from "#locales/translation";
import { useCommands } from "#ui/shortcuts";

import { atDesk, twoThemes } from "../testing/at-desk.tsx";
import { BulkPane } from "./BulkPane.tsx";

beforeAll(() => startTranslation("fi"));
afterEach(cleanup);

const undone: string[] = [];

function Triage({ asks }: { readonly asks: boolean }) {
  useCommands([{ name: "item.undo", label: "undo", group: "x", keys: ["u"], run: () => undone.push("newest") }]);
  return asks ? (
    <Suspense>
      <BulkPane
        many={{ kind: "ids", ids: ["1", "2"] }}
        asked="item.route"
        names={twoThemes}
        onStarted={() => {}}
        onCancel={() => {}}
      />
    </Suspense>
  ) : null;
}

it("while a step on many is asked about, undo takes back nothing that nobody sees, and says so", async () => {
  const { wrapper } = atDesk(() => null);
  const { rerender } = render(<Triage asks={false} />, { wrapper });
  rerender(<Triage asks />);
  await screen.findByRole("heading", { name: "Joukkomuutos" });
  fireEvent.keyDown(document.body, { key: "u" });
  expect(undone).toEqual([]);
  expect(screen.getByRole("status").textContent).toBe("Esikatselu, mitään ei ole vielä muutettu");
  rerender(<Triage asks={false} />);
  fireEvent.keyDown(document.body, { key: "u" });
  expect(undone).toEqual(["newest"]);
});
