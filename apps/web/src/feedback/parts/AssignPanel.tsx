import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { matching } from "#ui/palette-match";

import { type OwnerOption, ownerOptions } from "../owner-options.ts";
import { useAssignable } from "../use-owners.ts";
import { FindPanel } from "./FindPanel.tsx";
import type { StepPanelProps } from "./step-panel-props.ts";

/** Gives the item to a person or a team by name: oneself first. */
export function AssignPanel({ item, triage }: StepPanelProps) {
  const { t } = useTranslation("steps");
  const { staffId } = useOrganisation();
  const [query, setQuery] = useState("");
  const known = useAssignable(item.id);
  const owned = item.assigneeId !== null || item.teamId !== null;
  const nobody: OwnerOption = {
    id: "nobody",
    assigneeId: null,
    teamId: null,
    label: t("assign.nobody"),
    who: "nobody",
  };
  // Nothing is offered until everybody is known: Enter pressed early must not take the item from whoever has it.
  const [first, ...others] = known === undefined ? [] : ownerOptions(known, staffId);
  const all = first === undefined ? [] : [first, ...(owned ? [nobody] : []), ...others];
  const options = matching(query, all).map(({ entry }) => ({
    id: entry.id,
    name: entry.label,
    chosen: entry.id === (item.assigneeId ?? item.teamId),
    ...((entry.who === "me" || entry.who === "team" || entry.who === "ownTeam") && { note: t(`assign.${entry.who}`) }),
  }));
  const choose = (id: string): void => {
    const chosen = all.find((option) => option.id === id);
    if (chosen === undefined) return;
    if (id === (item.assigneeId ?? item.teamId)) return triage.showPanel("keypad");
    const { assigneeId, teamId, label } = chosen;
    triage.take({ name: "assign", assigneeId, teamId, ownerName: label });
  };
  return (
    <FindPanel
      title={t("assign.title")}
      placeholder={t("assign.placeholder")}
      nothing={known === undefined ? "" : t("assign.nothing")}
      hint={t("assign.hint")}
      query={query}
      onQuery={setQuery}
      options={options}
      onChoose={choose}
      onCancel={() => triage.showPanel("keypad")}
    />
  );
}
