import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";
import { mayStep, type TriageStep } from "@kuultu/domain/feedback/triage-status";
import type { Permission } from "@kuultu/domain/staff/permission";

import type { Command } from "#ui/command";

import type { Panel } from "./step-panels.ts";
import type { ManyChoice } from "./use-many.ts";
import type { Names } from "./use-names.ts";
import type { Selection } from "./use-selection.ts";
import type { Triage } from "./use-triage.ts";

/** What a command may look at and use. */
export interface TriageContext {
  /** What is read; undefined while it is coming. */
  readonly item: FeedbackDetail | undefined;
  readonly triage: Triage;
  readonly selection: Selection;
  readonly many: ManyChoice;
  readonly names: Names;
  readonly showSearch: () => void;
  readonly clearFilters: () => void;
  /** The find of saved views. */
  readonly findView: () => void;
  /** Asks for the name under which the filters and the order of now are kept. */
  readonly saveView: () => void;
  /** The menu of commands at the row that is read. */
  readonly showMenu: () => void;
}
export type ItemContext = TriageContext & { readonly item: FeedbackDetail };

export const triageGroups = ["item", "kind", "themes", "move", "choose", "list"] as const;
export type TriageGroup = (typeof triageGroups)[number];

interface TriageCommandFacts extends Pick<Command, "keyboardOnly" | "icon"> {
  /** Unique; worded in `locales/<language>/keys.ts` as `command.<name>`. */
  readonly name: string;
  readonly group: TriageGroup;
  /** Unless a person has chosen others. A key stands in this table once. */
  readonly keys: readonly string[];
  /** Who may; absent: who triages for commands on an item, everyone for the others. */
  readonly permission?: Permission;
  /** Stands in the menu of a row and of the pane. */
  readonly menu?: true;
  /** With rows chosen it is about all of them: `ManyChoice.asked` becomes its name, and the pane for many asks the rest. */
  readonly many?: true;
}

/** About the item that is read: available while the pane shows one, no rows are chosen, and the step can be taken from its state. */
interface ItemCommand extends TriageCommandFacts {
  readonly on: "item";
  readonly step?: TriageStep;
  readonly available?: (context: ItemContext) => boolean;
  /** Either what it does, or the panel that asks first. */
  readonly run?: (context: ItemContext) => void;
  readonly panel?: Panel;
}

/** About the list and the screen. */
interface ScreenCommand extends TriageCommandFacts {
  readonly on: "screen";
  readonly available?: (context: TriageContext) => boolean;
  readonly run: (context: TriageContext) => void;
}

export type TriageCommand = ItemCommand | ScreenCommand;

/** Whether it can be done now; the server decides again. */
export function isAvailable(command: TriageCommand, context: TriageContext): boolean {
  if (command.on === "screen") return command.available?.(context) ?? true;
  if (context.many.many !== null) return command.many === true;
  const { item } = context;
  if (item === undefined) return false;
  if (command.step !== undefined && !mayStep(command.step, item.status)) return false;
  return command.available?.({ ...context, item }) ?? true;
}

/** Does it, or asks first. */
export function runCommand(command: TriageCommand, context: TriageContext): void {
  if (command.on === "screen") return command.run(context);
  if (context.many.many !== null) return context.many.ask(command.name);
  const { item } = context;
  if (item === undefined) return;
  if (command.panel !== undefined) context.triage.showPanel(command.panel);
  else command.run?.({ ...context, item });
}
