import { useTranslation } from "react-i18next";

import { useFrameCommands } from "#app/frame-commands";
import type { TriageCommand } from "#feedback/triage-command";
import { triageCommands } from "#feedback/triage-commands";
import { type NamedCommand, useCommandWords } from "#feedback/use-command-words";
import { frame, type KeyedCommand } from "#ui/key-conflict";
import { useOwnKeys } from "#ui/shortcuts";

const inTriage: readonly (TriageCommand & NamedCommand)[] = triageCommands;
const nothing = (): void => undefined;

/** Commands of pages that have few, with the keys their pages give them. */
const ofPages = [
  { name: "rounds.before", place: "rounds", given: ["["] },
  { name: "rounds.after", place: "rounds", given: ["]"] },
  { name: "intake.next", place: "intake", given: ["mod+Enter"] },
  { name: "intake.problem", place: "intake", given: ["n"] },
] as const;

/** Every command that may have a key, whatever page it belongs to, with the keys it was given and those it has. */
export function useKeyTable(): readonly KeyedCommand[] {
  const { t } = useTranslation(["keys", "app", "rounds", "intake"]);
  const ofPage = {
    "rounds.before": t("rounds:before"),
    "rounds.after": t("rounds:after"),
    "intake.next": t("intake:next.label"),
    "intake.problem": t("intake:problems.nextOne"),
  };
  const keysOf = useOwnKeys();
  const wordsOf = useCommandWords();
  const onEveryPage = useFrameCommands(nothing, nothing, nothing);
  return [
    ...inTriage.map((command) => ({
      name: command.name,
      label: wordsOf(command.name),
      group: t(`group.${command.group}`),
      place: "feedback",
      given: command.keys,
      keys: keysOf(command.name, command.keys),
    })),
    ...ofPages.map(({ name, place, given }) => ({
      name,
      label: ofPage[name],
      group: t(`app:rooms.${place}`),
      place,
      given,
      keys: keysOf(name, given),
    })),
    ...onEveryPage.map(({ name, label, group, given = [], keys = [] }) => ({
      name,
      label,
      group,
      place: frame,
      given,
      keys,
    })),
  ];
}
