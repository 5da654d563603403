import type { ComponentType } from "react";

import { afterFirstUse } from "#ui/deferred";
import { KeyHold, LetterHold } from "#ui/shortcuts";

import type { Panel } from "../step-panels.ts";
import { Keypad } from "./Keypad.tsx";
import type { StepPanelProps } from "./step-panel-props.ts";

/** A panel is written into as soon as it is asked for: its keys wait for it. */
const panel = (load: () => Promise<ComponentType<StepPanelProps>>) => afterFirstUse(load, <KeyHold />);

/** Every panel beside the keypad; each comes with its own code. */
const panels: Readonly<Record<Exclude<Panel, "keypad">, ComponentType<StepPanelProps>>> = {
  themes: panel(async () => (await import("./ThemePanel.tsx")).ThemePanel),
  "no-theme": panel(async () => (await import("./NoThemePanel.tsx")).NoThemePanel),
  route: panel(async () => (await import("./RoutePanel.tsx")).RoutePanel),
  answer: panel(async () => (await import("./AnswerPanel.tsx")).AnswerPanel),
  duplicate: panel(async () => (await import("./DuplicatePanel.tsx")).DuplicatePanel),
  reject: panel(async () => (await import("./RejectPanel.tsx")).RejectPanel),
  reopen: panel(async () => (await import("./ReopenPanel.tsx")).ReopenPanel),
  wait: panel(async () => (await import("./WaitPanel.tsx")).WaitPanel),
  assign: panel(async () => (await import("./AssignPanel.tsx")).AssignPanel),
  pins: panel(async () => (await import("./PinsPanel.tsx")).PinsPanel),
};

/** Panels in which somebody writes; the others are answered by a key of their own. */
const written: ReadonlySet<Panel> = new Set<Panel>(["themes", "answer", "duplicate", "reopen", "assign"]);

/** The keypad, or the question that the chosen step asks first. */
export function StepPanel(props: StepPanelProps) {
  const asked = props.triage.panel;
  if (asked === "keypad") return <Keypad {...props} />;
  const Asked = panels[asked];
  return (
    <>
      {written.has(asked) ? <LetterHold /> : null}
      <Asked {...props} />
    </>
  );
}
