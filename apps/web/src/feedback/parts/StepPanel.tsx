import type { ComponentType } from "react";

import { afterFirstUse } from "#ui/deferred";

import type { Panel } from "../step-panels.ts";
import { Keypad } from "./Keypad.tsx";
import type { StepPanelProps } from "./step-panel-props.ts";

/** Every panel beside the keypad; each comes with its own code. */
const panels: Readonly<Record<Exclude<Panel, "keypad">, ComponentType<StepPanelProps>>> = {
  themes: afterFirstUse(async () => (await import("./ThemePanel.tsx")).ThemePanel),
  "no-theme": afterFirstUse(async () => (await import("./NoThemePanel.tsx")).NoThemePanel),
  route: afterFirstUse(async () => (await import("./RoutePanel.tsx")).RoutePanel),
  duplicate: afterFirstUse(async () => (await import("./DuplicatePanel.tsx")).DuplicatePanel),
  reject: afterFirstUse(async () => (await import("./RejectPanel.tsx")).RejectPanel),
  reopen: afterFirstUse(async () => (await import("./ReopenPanel.tsx")).ReopenPanel),
};

/** The keypad, or the question that the chosen step asks first. */
export function StepPanel(props: StepPanelProps) {
  const { panel } = props.triage;
  if (panel === "keypad") return <Keypad {...props} />;
  const Asked = panels[panel];
  return <Asked {...props} />;
}
