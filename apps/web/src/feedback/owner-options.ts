import type { Assignable } from "@kuultu/domain/staff/team";

/** Somebody who can be given an item: exactly one of the ids is there, neither for "nobody". */
export interface OwnerOption {
  readonly id: string;
  readonly assigneeId: string | null;
  readonly teamId: string | null;
  readonly label: string;
  readonly who: "me" | "ownTeam" | "team" | "person" | "nobody";
}

/** In the order in which they are offered: oneself, one's own teams, the other teams, the other people. */
export function ownerOptions({ people, teams }: Assignable, staffId: string): OwnerOption[] {
  const persons = people.map(({ id, name }): OwnerOption => {
    return { id, assigneeId: id, teamId: null, label: name, who: id === staffId ? "me" : "person" };
  });
  const groups = teams.map(({ id, name, memberIds }): OwnerOption => {
    return { id, assigneeId: null, teamId: id, label: name, who: memberIds.includes(staffId) ? "ownTeam" : "team" };
  });
  const order = ["me", "ownTeam", "team", "person"];
  return [...persons, ...groups].toSorted((one, other) => order.indexOf(one.who) - order.indexOf(other.who));
}
