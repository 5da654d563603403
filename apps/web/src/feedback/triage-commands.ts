import { itemCommands } from "./item-commands.ts";
import { listCommands } from "./list-commands.ts";
import type { TriageCommand } from "./triage-command.ts";

/**
 * Everything that can be done in Triage, once: this table feeds the keyboard, the buttons, the palette, the menus, the help and
 * the settings of keys. A new command is one entry in either part and its
 * words in four languages.
 */
export const triageCommands = [...itemCommands, ...listCommands] as const satisfies readonly TriageCommand[];

export type TriageCommandName = (typeof triageCommands)[number]["name"];
