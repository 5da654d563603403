import { useOwnKeys } from "#ui/shortcuts";

import type { TriageCommand } from "./triage-command.ts";
import { type TriageCommandName, triageCommands } from "./triage-commands.ts";

const given: ReadonlyMap<string, TriageCommand> = new Map(triageCommands.map((command) => [command.name, command]));

/** The first key of a command as this person has it, for keycaps and `aria-keyshortcuts`; undefined where it has none. */
export function useKeyOf(): (name: TriageCommandName) => string | undefined {
  const keysOf = useOwnKeys();
  return (name) => keysOf(name, given.get(name)?.keys ?? [])[0];
}
