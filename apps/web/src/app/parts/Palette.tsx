import { useNavigate } from "@tanstack/react-router";
import IconSearch from "@tabler/icons-react/dist/esm/icons/IconSearch.mjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { CommandPalette, type PaletteEntry } from "#ui/CommandPalette";
import { useAllCommands } from "#ui/shortcuts";

import { useMay, useOrganisation } from "../session.tsx";
import { usePaletteEntries } from "../use-palette-entries.ts";

/** The commands of this page, the themes, the rounds, the languages, and a search through the feedback. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation("app");
  const may = useMay();
  const { slug } = useOrganisation();
  const navigate = useNavigate();
  const allCommands = useAllCommands();
  // The table as it was when the palette opened: what lies behind it stays the same meanwhile.
  const [commands] = useState(() =>
    allCommands().filter((each) => each.available !== false && each.keyboardOnly !== true),
  );
  const entries = usePaletteEntries();
  const findEntries = (query: string): PaletteEntry[] =>
    may("feedback.read")
      ? [
          {
            name: "search.feedback",
            label: t("palette.searchFeedback", { query }),
            group: t("palette.feedback"),
            icon: IconSearch,
            run: () =>
              void navigate({
                to: "/$organisation/feedback",
                params: { organisation: slug },
                search: { search: query },
              }),
          },
        ]
      : [];
  return (
    <CommandPalette
      label={t("palette.label")}
      placeholder={t("palette.placeholder")}
      nothingFound={t("palette.nothing")}
      hints={{ move: t("palette.move"), run: t("palette.run"), close: t("palette.close") }}
      entries={[...commands, ...entries]}
      findEntries={findEntries}
      onClose={onClose}
    />
  );
}
