import { mayAnswer } from "@kuultu/domain/feedback/answer";
import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";
import { type FeedbackKind, mayStep, type TriageStep } from "@kuultu/domain/feedback/triage-status";
import type { Permission } from "@kuultu/domain/staff/permission";

import type { Command } from "#ui/command";

import { kindIcons } from "./parts/kind-icon.ts";
import type { Panel } from "./step-panels.ts";
import type { ManyChoice } from "./use-many.ts";
import type { Names } from "./use-names.ts";
import type { Selection } from "./use-selection.ts";
import type { Triage } from "./use-triage.ts";
import { writeNoteId } from "./use-notes.ts";
import { verbatimId } from "./use-word-choice.ts";

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
  /** What the list finds, as a file. */
  readonly showExport: () => void;
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

const inKeypad = ({ triage }: ItemContext): boolean => triage.panel === "keypad";

const kind = <K extends FeedbackKind>(name: K, keys: readonly string[]) =>
  ({
    name: `item.kind-${name}`,
    on: "item",
    group: "kind",
    keys,
    icon: kindIcons[name],
    many: true,
    available: ({ item }: ItemContext) => item.kind !== name,
    run: ({ triage }: ItemContext) => triage.take({ name: "kind", kind: name }),
  }) as const;

export const pinnedDigits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
export type PinnedDigit = (typeof pinnedDigits)[number];
const pinnedTheme = ({ names }: TriageContext, digit: PinnedDigit): string | undefined =>
  names.themes.find((theme) => theme.pinnedDigit === digit)?.id;

const themes = pinnedDigits.map(
  (digit) =>
    ({
      name: `item.theme-${digit}`,
      on: "item",
      group: "themes",
      keys: [String(digit)],
      step: "code",
      many: true,
      available: (context: ItemContext) => inKeypad(context) && pinnedTheme(context, digit) !== undefined,
      run: (context: ItemContext) => {
        const themeId = pinnedTheme(context, digit);
        if (themeId !== undefined) context.triage.toggleTheme(themeId);
      },
    }) as const,
);

/**
 * Everything that can be done in Triage, once: this table feeds the keyboard, the buttons, the palette, the menus, the help and
 * the settings of keys. A new command is one entry here and its words in four languages.
 */
export const triageCommands = [
  {
    name: "item.done",
    on: "item",
    group: "item",
    keys: ["e"],
    menu: true,
    many: true,
    step: "done",
    run: ({ triage }: ItemContext) => triage.take({ name: "done" }),
  },
  {
    name: "item.themes",
    on: "item",
    group: "item",
    keys: ["t"],
    step: "code",
    panel: "themes",
    menu: true,
    many: true,
  },
  {
    name: "item.no-theme",
    on: "item",
    group: "item",
    keys: ["0"],
    step: "no_theme",
    panel: "no-theme",
    menu: true,
    many: true,
    available: inKeypad,
  },
  { name: "item.route", on: "item", group: "item", keys: ["r"], step: "route", panel: "route", menu: true, many: true },
  { name: "item.wait", on: "item", group: "item", keys: ["w"], step: "wait", panel: "wait", menu: true, many: true },
  {
    name: "item.wake",
    on: "item",
    group: "item",
    keys: [],
    step: "wake",
    menu: true,
    run: ({ triage }: ItemContext) => triage.take({ name: "wake" }),
  },
  {
    name: "item.assign",
    on: "item",
    group: "item",
    keys: ["a"],
    step: "assign",
    panel: "assign",
    menu: true,
    many: true,
  },
  {
    name: "item.answer",
    on: "item",
    group: "item",
    keys: ["y"],
    permission: "feedback.answer",
    panel: "answer",
    menu: true,
    available: ({ item }: ItemContext) => mayAnswer(item),
  },
  {
    name: "item.duplicate",
    on: "item",
    group: "item",
    keys: ["d"],
    step: "duplicate",
    panel: "duplicate",
    menu: true,
  },
  {
    name: "item.reject",
    on: "item",
    group: "item",
    keys: ["Backspace"],
    step: "reject",
    panel: "reject",
    menu: true,
    many: true,
  },
  { name: "item.reopen", on: "item", group: "item", keys: [], step: "reopen", panel: "reopen", menu: true, many: true },
  {
    name: "item.words",
    on: "item",
    group: "item",
    keys: ["v"],
    step: "code",
    run: () => document.getElementById(verbatimId)?.focus(),
  },
  {
    name: "item.note",
    on: "item",
    group: "item",
    keys: ["m"],
    permission: "feedback.read",
    run: () => document.getElementById(writeNoteId)?.click(),
  },
  { name: "item.pins", on: "item", group: "themes", keys: [], permission: "codebook.edit", panel: "pins" },
  {
    name: "item.undo",
    on: "screen",
    permission: "feedback.triage",
    group: "item",
    keys: ["u"],
    menu: true,
    run: ({ triage }: TriageContext) => triage.undo(),
  },
  kind("idea", ["i"]),
  kind("complaint", ["c"]),
  kind("praise", ["p"]),
  kind("question", ["q"]),
  kind("other", []),
  ...themes,
  {
    name: "move.next",
    on: "screen",
    group: "move",
    keys: ["j"],
    keyboardOnly: true,
    run: ({ selection }: TriageContext) => selection.step(1),
  },
  {
    name: "move.previous",
    on: "screen",
    group: "move",
    keys: ["k"],
    keyboardOnly: true,
    run: ({ selection }: TriageContext) => selection.step(-1),
  },
  {
    name: "move.open",
    on: "screen",
    group: "move",
    keys: ["Enter"],
    keyboardOnly: true,
    available: ({ item }: TriageContext) => item !== undefined,
    run: ({ selection, item }: TriageContext) => {
      selection.open(item?.id);
      document.getElementById("reading")?.focus();
    },
  },
  {
    name: "move.menu",
    on: "screen",
    group: "move",
    keys: ["ContextMenu", "shift+F10"],
    keyboardOnly: true,
    available: ({ selection }: TriageContext) => selection.id !== undefined,
    run: ({ showMenu }: TriageContext) => showMenu(),
  },
  {
    name: "move.back",
    on: "screen",
    group: "move",
    keys: ["Escape"],
    keyboardOnly: true,
    available: ({ triage, many, selection }: TriageContext) =>
      many.many !== null || triage.panel !== "keypad" || triage.words !== null || selection.named,
    run: ({ triage, many, selection }: TriageContext) => {
      if (many.asked !== null) many.ask(null);
      else if (many.many !== null) many.clear();
      else if (triage.panel !== "keypad") triage.showPanel("keypad");
      else if (triage.words !== null) triage.chooseWords(null);
      else selection.close();
    },
  },
  {
    name: "choose.row",
    on: "screen",
    permission: "feedback.triage",
    group: "choose",
    keys: ["x"],
    available: ({ selection }: TriageContext) => selection.id !== undefined,
    run: ({ many, selection }: TriageContext) => {
      if (selection.id !== undefined) many.toggle(selection.id);
    },
  },
  {
    name: "choose.down",
    on: "screen",
    permission: "feedback.triage",
    group: "choose",
    keys: ["shift+j"],
    keyboardOnly: true,
    run: ({ many }: TriageContext) => many.extendBy(1),
  },
  {
    name: "choose.up",
    on: "screen",
    permission: "feedback.triage",
    group: "choose",
    keys: ["shift+k"],
    keyboardOnly: true,
    run: ({ many }: TriageContext) => many.extendBy(-1),
  },
  {
    name: "choose.fetched",
    on: "screen",
    permission: "feedback.triage",
    group: "choose",
    keys: ["mod+a"],
    run: ({ many }: TriageContext) => many.chooseFetched(),
  },
  {
    name: "choose.all",
    on: "screen",
    permission: "feedback.triage",
    group: "choose",
    keys: ["mod+shift+a"],
    run: ({ many }: TriageContext) => many.chooseAllThatMatch(),
  },
  {
    name: "choose.none",
    on: "screen",
    permission: "feedback.triage",
    group: "choose",
    keys: [],
    available: ({ many }: TriageContext) => many.many !== null,
    run: ({ many }: TriageContext) => many.clear(),
  },
  {
    name: "list.search",
    on: "screen",
    group: "list",
    keys: ["/"],
    run: ({ showSearch }: TriageContext) => showSearch(),
  },
  {
    name: "list.views",
    on: "screen",
    group: "list",
    keys: ["shift+v"],
    run: ({ findView }: TriageContext) => findView(),
  },
  {
    name: "list.save-view",
    on: "screen",
    group: "list",
    keys: [],
    run: ({ saveView }: TriageContext) => saveView(),
  },
  {
    name: "list.export",
    on: "screen",
    permission: "feedback.export",
    group: "list",
    keys: [],
    run: ({ showExport }: TriageContext) => showExport(),
  },
  {
    name: "list.clear",
    on: "screen",
    group: "list",
    keys: [],
    run: ({ clearFilters }: TriageContext) => clearFilters(),
  },
] as const satisfies readonly TriageCommand[];

export type TriageCommandName = (typeof triageCommands)[number]["name"];

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
