import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";
import { feedbackKinds, isOpen, mayStep } from "@kuultu/domain/feedback/triage-status";
import { useTranslation } from "react-i18next";

import { useMay } from "#app/session";
import type { Command } from "#ui/command";

import { kindIcons } from "./parts/kind-icon.ts";
import { kindKeys } from "./parts/KindSwitch.tsx";
import type { Names } from "./use-names.ts";
import type { Selection } from "./use-selection.ts";
import type { Panel, Triage } from "./use-triage.ts";

export interface TriageActionsInput {
  readonly item: FeedbackDetail | undefined;
  readonly triage: Triage;
  readonly selection: Selection;
  readonly names: Names;
  readonly showSearch: () => void;
  readonly clearFilters: () => void;
}

/** Everything that can be done in Triage: one table for the keys, the buttons, the palette and the help. */
export function useTriageActions({
  item,
  triage,
  selection,
  names,
  showSearch,
  clearFilters,
}: TriageActionsInput): Command[] {
  const { t } = useTranslation("feedback");
  const may = useMay();
  const triages = may("feedback.triage");
  const move: Command[] = [
    {
      name: "move.next",
      label: t("command.next"),
      group: t("group.move"),
      keys: ["j"],
      keyboardOnly: true,
      run: () => selection.step(1),
    },
    {
      name: "move.previous",
      label: t("command.previous"),
      group: t("group.move"),
      keys: ["k"],
      keyboardOnly: true,
      run: () => selection.step(-1),
    },
    {
      name: "move.open",
      label: t("command.open"),
      group: t("group.move"),
      keys: ["Enter"],
      keyboardOnly: true,
      available: item !== undefined,
      run: () => {
        selection.open(item?.id);
        document.getElementById("reading")?.focus();
      },
    },
    { name: "list.search", label: t("command.search"), group: t("group.list"), keys: ["/"], run: showSearch },
    { name: "list.clear", label: t("command.clearFilters"), group: t("group.list"), run: clearFilters },
  ];
  if (!triages || item === undefined) return move;

  const onItem = t("group.item");
  const inKeypad = triage.panel === "keypad";
  const panel = (name: Panel, step: Parameters<typeof mayStep>[0], label: string, keys: string): Command => ({
    name: `item.${name}`,
    label,
    group: onItem,
    keys: [keys],
    available: mayStep(step, item.status),
    run: () => triage.showPanel(name),
  });
  const kinds = feedbackKinds.map((kind): Command => {
    const keys = kindKeys[kind];
    return {
      name: `item.kind-${kind}`,
      label: t("command.kind", { kind: t(`kind.${kind}`) }),
      group: onItem,
      ...(keys !== undefined && { keys: [keys] }),
      icon: kindIcons[kind],
      available: item.kind !== kind,
      run: () => triage.take({ name: "kind", kind }),
    };
  });
  const themes = names.themes
    .filter((theme) => theme.pinnedDigit !== null)
    .toSorted((a, b) => (a.pinnedDigit ?? 0) - (b.pinnedDigit ?? 0))
    .map((theme): Command => ({
      name: `item.theme-${theme.id}`,
      label: t("command.theme", { name: names.theme(theme.id) }),
      group: t("group.themes"),
      keys: [String(theme.pinnedDigit)],
      available: inKeypad && mayStep("code", item.status),
      run: () => triage.toggleTheme(theme.id),
    }));
  const open = isOpen(item.status);
  return [
    ...move,
    {
      name: "item.done",
      label: t("command.done"),
      group: onItem,
      keys: ["e"],
      available: open,
      run: () => triage.take({ name: "done" }),
    },
    panel("themes", "code", t("command.themes"), "t"),
    {
      ...panel("no-theme", "no_theme", t("command.noTheme"), "0"),
      available: inKeypad && mayStep("no_theme", item.status),
    },
    panel("route", "route", t("command.route"), "r"),
    panel("duplicate", "duplicate", t("command.duplicate"), "d"),
    panel("reject", "reject", t("command.reject"), "Backspace"),
    {
      name: "item.reopen",
      label: t("command.reopen"),
      group: onItem,
      available: mayStep("reopen", item.status),
      run: () => triage.showPanel("reopen"),
    },
    ...kinds,
    ...themes,
    { name: "item.undo", label: t("command.undo"), group: onItem, keys: ["u"], run: triage.undo },
    {
      name: "item.back",
      label: t("command.close"),
      group: t("group.move"),
      keys: ["Escape"],
      keyboardOnly: true,
      available: !inKeypad || triage.words !== null || selection.named,
      run: () => {
        if (!inKeypad) triage.showPanel("keypad");
        else if (triage.words !== null) triage.chooseWords(null);
        else selection.close();
      },
    },
  ];
}
