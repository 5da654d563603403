import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { matching } from "#ui/palette-match";

import { type OwnerOption, ownerOptions } from "../owner-options.ts";
import { useAssignable } from "../use-owners.ts";
import { FindPanel } from "./FindPanel.tsx";

/** A person or a team by name, oneself first. */
export function OwnerPanel(props: {
  /** Offers whoever may have this item; null: any item. */
  readonly itemId: string | null;
  readonly title: string;
  readonly ownerId?: string | null;
  /** Whether it can be taken from whoever has it. */
  readonly offersNobody: boolean;
  readonly onChoose: (owner: OwnerOption) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation("steps");
  const { staffId } = useOrganisation();
  const [query, setQuery] = useState("");
  const known = useAssignable(props.itemId);
  const nobody: OwnerOption = {
    id: "nobody",
    assigneeId: null,
    teamId: null,
    label: t("assign.nobody"),
    who: "nobody",
  };
  // Nothing is offered until everybody is known: Enter pressed early must not take the item from whoever has it.
  const [first, ...others] = known === undefined ? [] : ownerOptions(known, staffId);
  const all = first === undefined ? [] : [first, ...(props.offersNobody ? [nobody] : []), ...others];
  const options = matching(query, all).map(({ entry }) => ({
    id: entry.id,
    name: entry.label,
    chosen: entry.id === props.ownerId,
    ...((entry.who === "me" || entry.who === "team" || entry.who === "ownTeam") && { note: t(`assign.${entry.who}`) }),
  }));
  const choose = (id: string): void => {
    const chosen = all.find((option) => option.id === id);
    if (chosen !== undefined) props.onChoose(chosen);
  };
  return (
    <FindPanel
      title={props.title}
      placeholder={t("assign.placeholder")}
      nothing={known === undefined ? "" : t("assign.nothing")}
      hint={t("assign.hint")}
      query={query}
      onQuery={setQuery}
      options={options}
      onChoose={choose}
      onCancel={props.onCancel}
    />
  );
}
