import { useMantineColorScheme, useComputedColorScheme } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import IconArrowsExchange from "@tabler/icons-react/dist/esm/icons/IconArrowsExchange.mjs";
import IconAt from "@tabler/icons-react/dist/esm/icons/IconAt.mjs";
import IconKeyboard from "@tabler/icons-react/dist/esm/icons/IconKeyboard.mjs";
import IconLogout from "@tabler/icons-react/dist/esm/icons/IconLogout.mjs";
import IconPencilPlus from "@tabler/icons-react/dist/esm/icons/IconPencilPlus.mjs";
import IconMoon from "@tabler/icons-react/dist/esm/icons/IconMoon.mjs";
import { useTranslation } from "react-i18next";

import type { Command } from "#ui/command";
import { useOwnKeys } from "#ui/shortcuts";

import { opens, rooms } from "./rooms.ts";
import { signOut, useOrganisation, useSetPreferences } from "./session.tsx";

/** Keys of the frame that buttons show too. */
const frameKeys = { "screen.palette": ["mod+k"], "screen.help": ["?"] } as const;

/** The first key of a command of the frame as this person has it. */
export function useFrameKey(name: keyof typeof frameKeys): string | undefined {
  return useOwnKeys()(name, frameKeys[name])[0];
}

/** What can be done on every page. */
export function useFrameCommands(showPalette: () => void, showHelp: () => void, showWriteDown: () => void): Command[] {
  const { t } = useTranslation("app");
  const navigate = useNavigate();
  const { slug, preferences, permissions } = useOrganisation();
  const setPreferences = useSetPreferences();
  const { toggle } = useColourScheme();
  const keysOf = useOwnKeys();
  const goTo = rooms.map((room): Command => ({
    name: `go.${room.name}`,
    label: t(`rooms.${room.name}`),
    group: t("group.go"),
    keys: [`g ${room.key}`],
    icon: room.icon,
    available: opens(room, permissions),
    run: () => void navigate({ to: room.to, params: { organisation: slug }, search: {} }),
  }));
  const group = t("group.screen");
  const commands: Command[] = [
    ...goTo.filter((command) => command.available),
    {
      name: "go.flow",
      label: t("command.flow"),
      group: t("group.go"),
      keys: ["g v"],
      icon: IconArrowsExchange,
      available: permissions.includes("feedback.read"),
      run: () => void navigate({ to: "/$organisation/feedback/flow", params: { organisation: slug }, search: {} }),
    },
    {
      name: "go.inbox",
      label: t("inbox.label"),
      group: t("group.go"),
      keys: ["g m"],
      icon: IconAt,
      available: permissions.includes("feedback.read"),
      run: () => void navigate({ to: "/$organisation/inbox", params: { organisation: slug }, search: {} }),
    },
    {
      name: "screen.palette",
      label: t("command.palette"),
      group,
      keys: frameKeys["screen.palette"],
      everywhere: true,
      keyboardOnly: true,
      run: showPalette,
    },
    {
      name: "screen.write-down",
      label: t("command.writeDown"),
      group,
      keys: ["n"],
      icon: IconPencilPlus,
      available: permissions.includes("feedback.triage"),
      run: showWriteDown,
    },
    {
      name: "screen.help",
      label: t("command.help"),
      group,
      keys: frameKeys["screen.help"],
      icon: IconKeyboard,
      run: showHelp,
    },
    { name: "screen.scheme", label: t("command.scheme"), group, icon: IconMoon, run: toggle },
    {
      name: "screen.single-keys",
      label: t("command.singleKeys"),
      group,
      icon: IconKeyboard,
      run: () => setPreferences({ singleKeys: !preferences.singleKeys }),
    },
    { name: "screen.sign-out", label: t("command.signOut"), group, icon: IconLogout, run: () => void signOut() },
  ];
  return commands.map((command) => {
    const given = command.keys ?? [];
    return { ...command, given, keys: keysOf(command.name, given) };
  });
}

/** Light or dark as seen now, and the other one. */
export function useColourScheme(): { readonly shown: "light" | "dark"; readonly toggle: () => void } {
  const shown = useComputedColorScheme("light", { getInitialValueInEffect: false });
  const { setColorScheme } = useMantineColorScheme();
  const setPreferences = useSetPreferences();
  return {
    shown,
    toggle: () => {
      const next = shown === "dark" ? "light" : "dark";
      setColorScheme(next);
      setPreferences({ colourScheme: next });
    },
  };
}
