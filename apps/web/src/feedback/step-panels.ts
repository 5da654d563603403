/** What may stand in the docked part of the pane; a new panel is one name here and one line in `parts/StepPanel.tsx`. */
export const panels = [
  "keypad",
  "themes",
  "no-theme",
  "route",
  "answer",
  "duplicate",
  "reject",
  "reopen",
  "pins",
  "wait",
  "assign",
] as const;
export type Panel = (typeof panels)[number];
