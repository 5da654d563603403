import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import IconSearch from "@tabler/icons-react/dist/esm/icons/IconSearch.mjs";
import IconTargetArrow from "@tabler/icons-react/dist/esm/icons/IconTargetArrow.mjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useName } from "#locales/use-language";
import { CommandPalette, type PaletteEntry } from "#ui/CommandPalette";
import { useAllCommands } from "#ui/shortcuts";

import { useMay, useOrganisation } from "../session.tsx";
import { useTRPC } from "../trpc.ts";

/** The commands of this page, the themes, and a search through the feedback. */
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
  const themes = useThemeEntries();
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
      entries={[...commands, ...themes]}
      findEntries={findEntries}
      onClose={onClose}
    />
  );
}

function useThemeEntries(): PaletteEntry[] {
  const { t } = useTranslation("app");
  const trpc = useTRPC();
  const may = useMay();
  const name = useName();
  const { slug } = useOrganisation();
  const navigate = useNavigate();
  const list = useQuery(trpc.themes.list.queryOptions({}, { enabled: may("themes.read"), staleTime: 60_000 })).data;
  return (list?.themes ?? []).map((theme) => ({
    name: `theme.${theme.id}`,
    label: name(theme.names),
    group: t("palette.themes"),
    icon: IconTargetArrow,
    run: () =>
      void navigate({ to: "/$organisation/themes/$themeId", params: { organisation: slug, themeId: theme.id } }),
  }));
}
