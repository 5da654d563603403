import type { Day } from "@kuultu/domain/identifier";
import type { ThemeRequirement, ThemeStatus } from "@kuultu/domain/themes/theme-status";
import type { ThemeCard } from "@kuultu/domain/themes/theme-view";

/** The states on the way, in order; declined and merged stand aside. */
export const themePath = [
  "new",
  "under_review",
  "planned",
  "in_progress",
  "delivered",
  "verified",
] as const satisfies readonly ThemeStatus[];

export type MoveOffer = ThemeCard["moves"][number];

/** What a person may fill in with a move. `action` becomes an action of its own before the move. */
export interface MoveValues {
  readonly ownerId?: string;
  readonly action?: string;
  readonly targetOn?: Day;
  readonly noMeasureReason?: string;
  readonly startedOn?: Day;
  readonly deliveredOn?: Day;
  readonly evidence?: string;
  readonly publicReason?: string;
  readonly reason?: string;
}

export interface MoveField {
  readonly requirement: ThemeRequirement;
  readonly name: keyof MoveValues;
  readonly kind: "staff" | "day" | "line" | "text";
}

const fields: Readonly<Partial<Record<ThemeRequirement, Omit<MoveField, "requirement">>>> = {
  owner: { name: "ownerId", kind: "staff" },
  action: { name: "action", kind: "line" },
  target_date: { name: "targetOn", kind: "day" },
  measure_or_reason: { name: "noMeasureReason", kind: "text" },
  start_date: { name: "startedOn", kind: "day" },
  evidence: { name: "evidence", kind: "text" },
  delivery_date: { name: "deliveredOn", kind: "day" },
  public_reason: { name: "publicReason", kind: "text" },
  reason: { name: "reason", kind: "text" },
  new_evidence: { name: "evidence", kind: "text" },
};

/** The fields of the form inside the card. */
export function moveFields(offer: MoveOffer): MoveField[] {
  return offer.missing.flatMap((requirement) => {
    const field = fields[requirement];
    return field === undefined ? [] : [{ requirement, ...field }];
  });
}

/** What no form can give: measurements to come, another person. The move has to wait for them. */
export function moveObstacles(offer: MoveOffer): ThemeRequirement[] {
  return offer.missing.filter((requirement) => fields[requirement] === undefined);
}

/** The fields that are still empty; a move with any of them is not sent but asked for. */
export function emptyFields(offer: MoveOffer, values: MoveValues): MoveField[] {
  return moveFields(offer).filter((field) => (values[field.name] ?? "").trim() === "");
}

/** Days that are most often today; the rest starts empty. */
export function firstValues(offer: MoveOffer, today: Day): MoveValues {
  return {
    ...(offer.missing.includes("start_date") && { startedOn: today }),
    ...(offer.missing.includes("delivery_date") && { deliveredOn: today }),
  };
}

/** The next move on the way that this person may make; null where there is none. */
export function nextMove(card: Pick<ThemeCard, "status" | "moves">): MoveOffer | null {
  const at = themePath.findIndex((status) => status === card.status);
  const next = at < 0 ? undefined : themePath[at + 1];
  return card.moves.find((move) => move.to === next) ?? null;
}
