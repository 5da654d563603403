import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, it } from "vitest";

import { startTranslation } from "#locales/translation";

import { focusSearch, SearchField } from "./SearchField.tsx";

beforeAll(() => startTranslation("fi"));
afterEach(cleanup);

it("while a search narrows the list, its field is gone to with the words selected", async () => {
  render(<SearchField words="jono" onSearch={() => {}} onLeave={() => {}} />);
  const field = await screen.findByRole<HTMLInputElement>("searchbox");
  expect(document.activeElement).toBe(document.body);
  expect(focusSearch()).toBe(true);
  expect(document.activeElement).toBe(field);
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, 4]);
});

it("where the field does not stand, it is said, so that it is shown", () => expect(focusSearch()).toBe(false));
