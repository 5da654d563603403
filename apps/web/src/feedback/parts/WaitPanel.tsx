import { useOrganisation } from "#app/session";

import type { StepPanelProps } from "./step-panel-props.ts";
import { WaitChoice } from "./WaitChoice.tsx";

/** Until when the item waits. */
export function WaitPanel({ item, triage }: StepPanelProps) {
  const { today } = useOrganisation();
  return (
    <WaitChoice
      onWake={item.status === "waiting" ? () => triage.take({ name: "wake" }) : null}
      onWait={(until) => triage.take({ name: "wait", until, asked: today })}
      onCancel={() => triage.showPanel("keypad")}
    />
  );
}
