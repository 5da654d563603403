import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useTRPC } from "#app/trpc";
import { matching } from "#ui/palette-match";

import { FindPanel } from "../parts/FindPanel.tsx";
import type { BulkChoiceProps } from "./BulkChoice.tsx";

const nobody = "nobody";

/** A person, a team, or nobody. */
export function BulkOwnerChoice({ onChoose, onCancel }: BulkChoiceProps) {
  const { t } = useTranslation(["bulk", "feedback"]);
  const trpc = useTRPC();
  const [query, setQuery] = useState("");
  const owners = useQuery(trpc.feedback.assignable.queryOptions({ itemId: null }, { staleTime: 60_000 })).data;
  const teamIds = new Set(owners?.teams.map(({ id }) => id));
  const entries = [
    { id: nobody, label: t("nobody"), note: "" },
    ...(owners?.teams ?? []).map(({ id, name }) => ({ id, label: name, note: t("team") })),
    ...(owners?.people ?? []).map(({ id, name }) => ({ id, label: name, note: "" })),
  ];
  return (
    <FindPanel
      title={t("owner.title")}
      placeholder={t("owner.placeholder")}
      nothing={t("owner.nothing")}
      query={query}
      onQuery={setQuery}
      options={matching(query, entries).map(({ entry }) => ({ id: entry.id, name: entry.label, note: entry.note }))}
      onChoose={(id) =>
        onChoose({
          step: "assign",
          assigneeId: id === nobody || teamIds.has(id) ? null : id,
          teamId: teamIds.has(id) ? id : null,
        })
      }
      onCancel={onCancel}
    />
  );
}
