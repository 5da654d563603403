import { mayAnswer, mayExpectReply } from "@kuultu/domain/feedback/answer";
import type { FeedbackKind } from "@kuultu/domain/feedback/triage-status";

import { kindIcons } from "./parts/kind-icon.ts";
import type { ItemContext, TriageCommand, TriageContext } from "./triage-command.ts";
import { writeNoteId } from "./use-notes.ts";
import { verbatimId } from "./use-word-choice.ts";

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

const reply = <N extends string>(name: N, expected: boolean, keys: readonly string[]) =>
  ({
    name: `item.${name}`,
    on: "item",
    group: "item",
    keys,
    menu: true,
    available: ({ item }: ItemContext) => mayExpectReply(item, expected),
    run: ({ triage }: ItemContext) => triage.take({ name: "reply", expected }),
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
/** What can be done to the item that is read, or to all that are chosen. */
export const itemCommands = [
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
  reply("expect-reply", true, ["shift+y"]),
  reply("expect-none", false, ["shift+n"]),
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
    // While a step on many is asked about, the newest one lies out of sight.
    available: ({ many }: TriageContext) => many.asked === null,
    run: ({ triage }: TriageContext) => triage.undo(),
  },
  kind("idea", ["i"]),
  kind("complaint", ["c"]),
  kind("praise", ["p"]),
  kind("question", ["q"]),
  kind("other", []),
  ...themes,
] as const satisfies readonly TriageCommand[];
