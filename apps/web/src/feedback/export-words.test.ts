import { exportPhrases } from "@kuultu/domain/feedback/export-phrases";
import { languages } from "@kuultu/domain/language";
import { expect, it } from "vitest";

import type { feedback as texts } from "#locales/fi/feedback";

const files = import.meta.glob<{ readonly feedback: typeof texts }>("../locales/{fi,sv,en,ru}/feedback.ts", {
  eager: true,
});

it.each(languages)("an export in %s says what the screen says", (language) => {
  const shown = files[`../locales/${language}/feedback.ts`]?.feedback;
  const { kind, status, source, noTheme, routing, reject } = exportPhrases[language];
  expect(shown).toMatchObject({ kind, status, source, noTheme, routing, reject });
});
