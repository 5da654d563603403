import type { Day } from "#identifier";
import { RuleViolation } from "#rule-violation";
import type { Permission } from "#staff/permission";

import { type MeasureFacts, measureProgress } from "./measure-progress.ts";

export const themeStatuses = [
  "new",
  "under_review",
  "planned",
  "in_progress",
  "delivered",
  "verified",
  "declined",
  "merged",
] as const;
export type ThemeStatus = (typeof themeStatuses)[number];

export const actionStatuses = ["planned", "in_progress", "delivered", "dropped"] as const;
export type ActionStatus = (typeof actionStatuses)[number];

/** What a move lacks; the screen words each and asks for it. */
export const themeRequirements = [
  "owner",
  "action",
  "target_date",
  "measure_or_reason",
  "start_date",
  "evidence",
  "delivery_date",
  "public_reason",
  "baseline",
  "completed_measurement",
  "moved_intended_way",
  "other_approver",
  "reason",
  "new_evidence",
] as const;
export type ThemeRequirement = (typeof themeRequirements)[number];

/** What a move of a theme is decided on. */
export interface ThemeFacts {
  readonly status: ThemeStatus;
  readonly ownerId: string | null;
  /** Actions that have not been dropped. */
  readonly actions: number;
  readonly targetOn: Day | null;
  readonly noMeasureReason: string | null;
  readonly startedOn: Day | null;
  readonly deliveredOn: Day | null;
  readonly evidence: string | null;
  readonly publicReason: string | null;
  readonly measures: readonly MeasureFacts[];
  readonly today: Day;
  /** Who acts, with what `permissionsOf` says of them. */
  readonly actor: { readonly staffId: string; readonly permissions: readonly Permission[] };
}

/** What is given together with a move. */
export interface ThemeSupply {
  readonly ownerId?: string | undefined;
  readonly targetOn?: Day | undefined;
  readonly noMeasureReason?: string | undefined;
  readonly startedOn?: Day | undefined;
  readonly deliveredOn?: Day | undefined;
  readonly evidence?: string | undefined;
  readonly publicReason?: string | undefined;
  readonly reason?: string | undefined;
}

/** The values of the theme after a move; what is absent stays as it was. */
export interface ThemeMove {
  readonly status: ThemeStatus;
  readonly ownerId?: string;
  readonly targetOn?: Day;
  readonly noMeasureReason?: string;
  readonly startedOn?: Day;
  readonly deliveredOn?: Day | null;
  readonly evidence?: string | null;
  readonly publicReason?: string | null;
}

type Given = ThemeFacts & { readonly supplied: ThemeSupply };

interface MoveRule {
  readonly from: readonly ThemeStatus[];
  readonly to: ThemeStatus;
  readonly allowed: (given: Given) => boolean;
  readonly missing: (given: Given) => readonly (ThemeRequirement | false)[];
  readonly values: (given: Given) => Omit<ThemeMove, "status">;
}

const holds = (given: Given, permission: Permission) => given.actor.permissions.includes(permission);
const isOwner = (given: Given) => given.ownerId === given.actor.staffId;
const runsIt = (given: Given) => isOwner(given) && holds(given, "themes.run");
const filled = (text: string | null | undefined) => (text ?? "").trim() !== "";
const startOf = (given: Given) => given.supplied.startedOn ?? given.startedOn;
const deliveryOf = (given: Given) => given.supplied.deliveredOn ?? given.deliveredOn;
/** Work has begun, or has been delivered, today at the latest; and it is not delivered before it begins. */
const hasBegun = (given: Given) => (startOf(given) ?? "9999") <= given.today;
const isDelivered = (given: Given) =>
  (deliveryOf(given) ?? "9999") <= given.today && (deliveryOf(given) ?? "") >= (startOf(given) ?? "");

function verificationLacks(given: Given): readonly (ThemeRequirement | false)[] {
  const progress = given.measures.map((measure) => ({
    couldBeChance: measure.couldBeChance === true,
    ...measureProgress(measure, given.startedOn, given.deliveredOn, given.today),
  }));
  const compared = progress.filter((measure) => measure.baseline !== null && measure.afterwards !== null);
  const moved = compared.filter((measure) => measure.moved);
  return [
    // Without an owner nobody could say whose work an approver must not verify.
    !filled(given.ownerId) && "owner",
    isOwner(given) && "other_approver",
    !progress.some((measure) => measure.baseline !== null) && "baseline",
    compared.length === 0 && "completed_measurement",
    compared.length > 0 && moved.length === 0 && "moved_intended_way",
    moved.length > 0 && moved.every((measure) => measure.couldBeChance) && !filled(given.supplied.reason) && "reason",
  ];
}

/**
 * The only table of moves, in the order in which they are offered: onwards, back, declining last. Merging is a step of its own, with
 * the theme that it goes into.
 */
const moveRules: readonly MoveRule[] = [
  {
    from: ["new"],
    to: "under_review",
    allowed: (given) => holds(given, "feedback.triage") || holds(given, "themes.run"),
    missing: (given) => [!filled(given.supplied.ownerId ?? given.ownerId) && "owner"],
    values: ({ supplied: { ownerId } }) => ({ ...(ownerId !== undefined && { ownerId }) }),
  },
  {
    from: ["under_review"],
    to: "planned",
    allowed: runsIt,
    missing: (given) => [
      given.actions === 0 && "action",
      !filled(given.supplied.targetOn ?? given.targetOn) && "target_date",
      given.measures.length === 0 &&
        !filled(given.supplied.noMeasureReason ?? given.noMeasureReason) &&
        "measure_or_reason",
    ],
    values: ({ supplied: { targetOn, noMeasureReason } }) => ({
      ...(targetOn !== undefined && { targetOn }),
      ...(noMeasureReason !== undefined && { noMeasureReason }),
    }),
  },
  {
    from: ["planned"],
    to: "in_progress",
    allowed: runsIt,
    missing: (given) => [!hasBegun(given) && "start_date"],
    values: ({ supplied: { startedOn } }) => ({ ...(startedOn !== undefined && { startedOn }) }),
  },
  {
    from: ["in_progress"],
    to: "delivered",
    allowed: runsIt,
    missing: (given) => [
      !filled(given.supplied.evidence ?? given.evidence) && "evidence",
      !isDelivered(given) && "delivery_date",
    ],
    values: ({ supplied: { evidence, deliveredOn } }) => ({
      ...(evidence !== undefined && { evidence }),
      ...(deliveredOn !== undefined && { deliveredOn }),
    }),
  },
  {
    from: ["delivered"],
    to: "verified",
    allowed: (given) => holds(given, "themes.approve"),
    missing: verificationLacks,
    values: () => ({}),
  },
  {
    from: ["delivered", "verified"],
    to: "in_progress",
    allowed: runsIt,
    missing: (given) => [!filled(given.supplied.reason) && "reason"],
    // A second delivery needs its own day and evidence; the first ones stay in the history.
    values: () => ({ deliveredOn: null, evidence: null }),
  },
  {
    from: ["declined"],
    to: "under_review",
    allowed: runsIt,
    missing: (given) => [!filled(given.supplied.evidence) && "new_evidence"],
    values: () => ({ publicReason: null }),
  },
  {
    from: ["under_review", "planned"],
    to: "declined",
    allowed: (given) => runsIt(given) || holds(given, "themes.approve"),
    missing: (given) => [!filled(given.supplied.publicReason ?? given.publicReason) && "public_reason"],
    values: ({ supplied: { publicReason } }) => ({ ...(publicReason !== undefined && { publicReason }) }),
  },
];

function lacks(rule: MoveRule, given: Given): ThemeRequirement[] {
  return rule.missing(given).filter((requirement) => requirement !== false);
}

/** The moves that the actor may make, each with what it still lacks when nothing is supplied. */
export function themeMoves(
  facts: ThemeFacts,
): { readonly to: ThemeStatus; readonly missing: readonly ThemeRequirement[] }[] {
  const given = { ...facts, supplied: {} };
  return moveRules
    .filter((rule) => rule.from.includes(facts.status) && rule.allowed(given))
    .map((rule) => ({ to: rule.to, missing: lacks(rule, given) }));
}

/**
 * The values after a move. An owner without the approver's permission only proposes to decline: the public reason is kept, the status
 * stays. Throws `themes.transition-not-allowed`, `not-permitted`, or `themes.requirements-missing` with what is missing.
 */
export function checkThemeMove(facts: ThemeFacts, to: ThemeStatus, supplied: ThemeSupply = {}): ThemeMove {
  const rule = moveRules.find((candidate) => candidate.to === to && candidate.from.includes(facts.status));
  if (rule === undefined) throw new RuleViolation("themes.transition-not-allowed", { from: facts.status, to });
  const given = { ...facts, supplied };
  if (!rule.allowed(given)) throw new RuleViolation("not-permitted", { from: facts.status, to });
  const missing = lacks(rule, given);
  if (missing.length > 0) throw new RuleViolation("themes.requirements-missing", { missing });
  const proposesOnly = to === "declined" && !holds(given, "themes.approve");
  return { status: proposesOnly ? facts.status : to, ...rule.values(given) };
}
