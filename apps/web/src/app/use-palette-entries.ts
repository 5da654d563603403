import { languages } from "@kuultu/domain/language";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import IconCalendarEvent from "@tabler/icons-react/dist/esm/icons/IconCalendarEvent.mjs";
import IconLanguage from "@tabler/icons-react/dist/esm/icons/IconLanguage.mjs";
import IconTargetArrow from "@tabler/icons-react/dist/esm/icons/IconTargetArrow.mjs";
import { useTranslation } from "react-i18next";

import { useLanguage, useName } from "#locales/use-language";
import type { PaletteEntry } from "#ui/CommandPalette";
import { languageName } from "#ui/figures";

import { useMay, useOrganisation } from "./session.tsx";
import { useTRPC } from "./trpc.ts";
import { useChooseLanguage } from "./use-choose-language.ts";

/** What the palette finds besides commands: themes and rounds by name, and the other languages. */
export function usePaletteEntries(): PaletteEntry[] {
  return [...useThemeEntries(), ...useRoundEntries(), ...useLanguageEntries()];
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

function useRoundEntries(): PaletteEntry[] {
  const { t } = useTranslation("app");
  const trpc = useTRPC();
  const may = useMay();
  const name = useName();
  const { slug } = useOrganisation();
  const navigate = useNavigate();
  const options = { enabled: may("figures.read"), staleTime: 60_000 };
  const rounds = useQuery(trpc.rounds.list.queryOptions(undefined, options)).data ?? [];
  return rounds.map((round) => ({
    name: `round.${round.id}`,
    label: t("palette.round", { name: round.name }),
    note: name(round.surveyNames),
    group: t("palette.rounds"),
    icon: IconCalendarEvent,
    run: () =>
      void navigate({ to: "/$organisation/rounds/$roundId", params: { organisation: slug, roundId: round.id } }),
  }));
}

/** Each language by its own name too: whoever looks for it may not read the one that is shown. */
function useLanguageEntries(): PaletteEntry[] {
  const { t } = useTranslation("app");
  const shown = useLanguage();
  const choose = useChooseLanguage();
  return languages
    .filter((language) => language !== shown)
    .map((language) => ({
      name: `language.${language}`,
      label: `${t("top.language")}: ${languageName(language, language)}`,
      group: t("group.screen"),
      icon: IconLanguage,
      run: () => void choose(language),
    }));
}
