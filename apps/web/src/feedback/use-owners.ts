import type { Assignable } from "@kuultu/domain/staff/team";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { useTRPC } from "#app/trpc";

const kept = { staleTime: 300_000 };

/** People and teams who can be given an item; null: any item. Undefined while they are coming. */
export function useAssignable(itemId: string | null, enabled = true): Assignable | undefined {
  return useQuery(useTRPC().feedback.assignable.queryOptions({ itemId }, { ...kept, enabled })).data;
}

/** Names whoever has an item. Empty while the names are coming, and where nobody has it. */
export function useOwnerName(
  needed: boolean,
): (owner: { readonly assigneeId: string | null; readonly teamId: string | null }) => string {
  const { t } = useTranslation("steps");
  const { staffId } = useOrganisation();
  const known = useAssignable(null, needed);
  return ({ assigneeId, teamId }) => {
    if (known === undefined || (assigneeId === null && teamId === null)) return "";
    const person = known.people.find(({ id }) => id === assigneeId);
    const team = known.teams.find(({ id }) => id === teamId);
    if (team !== undefined) return t("owner.team", { name: team.name });
    if (person === undefined) return t("owner.someone");
    return person.id === staffId ? t("owner.me", { name: person.name }) : person.name;
  };
}
