import { useTranslation } from "react-i18next";

import { useMay } from "#app/session";
import type { Command } from "#ui/command";
import { useOwnKeys } from "#ui/shortcuts";

import { isAvailable, runCommand, type TriageCommand, type TriageContext } from "./triage-command.ts";
import { triageCommands } from "./triage-commands.ts";
import { type NamedCommand, useCommandWords } from "./use-command-words.ts";

/** A command of the table as it stands now. */
export interface TriageAction extends Command {
  readonly menu: boolean;
  /** With rows chosen it is about all of them. */
  readonly many: boolean;
}

const table: readonly (TriageCommand & NamedCommand)[] = triageCommands;

/** The table of commands as it is for this person and this moment: worded, with their own keys, available or not. */
export function useTriageActions(context: TriageContext): TriageAction[] {
  const { t } = useTranslation("keys");
  const may = useMay();
  const keysOf = useOwnKeys();
  const wordsOf = useCommandWords(context.names);
  const permissionOf = (command: TriageCommand) =>
    command.permission ?? (command.on === "item" ? "feedback.triage" : "feedback.read");
  return table
    .filter((command) => may(permissionOf(command)))
    .map((command) => ({
      name: command.name,
      label: wordsOf(command.name),
      group: t(`group.${command.group}`),
      keys: keysOf(command.name, command.keys),
      available: isAvailable(command, context),
      menu: command.menu === true,
      many: command.many === true,
      ...(command.keyboardOnly === true && { keyboardOnly: true }),
      ...(command.icon !== undefined && { icon: command.icon }),
      run: () => runCommand(command, context),
    }));
}
