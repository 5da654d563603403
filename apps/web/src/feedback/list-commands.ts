import type { TriageCommand, TriageContext } from "./triage-command.ts";

/** The button whose menu offers the list as a file; the command presses it. */
export const exportButtonId = "export-list";

/** What can be done with the list: moving through it, choosing rows, narrowing, keeping and exporting it. */
export const listCommands = [
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
    run: () => document.getElementById(exportButtonId)?.click(),
  },
  {
    name: "list.clear",
    on: "screen",
    group: "list",
    keys: [],
    run: ({ clearFilters }: TriageContext) => clearFilters(),
  },
] as const satisfies readonly TriageCommand[];
