import type { LocalisedText } from "#language";
import { RuleViolation } from "#rule-violation";
import type { TrendEdge } from "#trends/trend-view";

import { fixedScale, hasOptions, type QuestionKind, type QuestionWording } from "./question.ts";

export type EdgeKind = TrendEdge["kind"];

/** What stands between a version and the one before it. */
export interface VersionEdge {
  readonly kind: EdgeKind;
  readonly notes: LocalisedText;
}

/** In what a version differs from another. */
export const wordingParts = ["wording", "scale", "labels", "mode", "options"] as const;
export type WordingPart = (typeof wordingParts)[number];

/**
 * The wording as the kind of its question has it: the scale of a kind that has no choice of one, no labels and no options where there
 * are none. Violations: `rounds.scale-missing`, `rounds.labels-off-scale`, `rounds.too-few-options`, `rounds.options-alike`.
 */
export function checkedWording(kind: QuestionKind, wording: QuestionWording): QuestionWording {
  const scale = kind === "rating" ? wording.scale : fixedScale(kind);
  if (kind === "rating" && scale === null) throw new RuleViolation("rounds.scale-missing");
  const scaleLabels = scale === null ? {} : wording.scaleLabels;
  for (const value of Object.keys(scaleLabels).map(Number)) {
    if (scale !== null && (value < scale.min || value > scale.max)) {
      throw new RuleViolation("rounds.labels-off-scale", { value, min: scale.min, max: scale.max });
    }
  }
  const options = hasOptions(kind) ? wording.options : [];
  if (hasOptions(kind) && options.length < 2) throw new RuleViolation("rounds.too-few-options");
  if (new Set(options.map(({ key }) => key)).size < options.length) throw new RuleViolation("rounds.options-alike");
  return { wordings: wording.wordings, scale, scaleLabels, mode: wording.mode, options };
}

/** The parts in which one wording differs from another; none: it is the same version. */
export function changedParts(before: QuestionWording, after: QuestionWording): WordingPart[] {
  const same: Readonly<Record<WordingPart, boolean>> = {
    wording: sameText(before.wordings, after.wordings),
    scale: before.scale?.min === after.scale?.min && before.scale?.max === after.scale?.max,
    labels: sameLabels(before.scaleLabels, after.scaleLabels),
    mode: before.mode === after.mode,
    options:
      before.options.length === after.options.length &&
      before.options.every((option, index) => {
        const other = after.options[index];
        return other !== undefined && option.key === other.key && sameText(option.names, other.names);
      }),
  };
  return wordingParts.filter((part) => !same[part]);
}

function sameText(one: LocalisedText, other: LocalisedText): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof LocalisedText>;
  return [...keys].every((language) => one[language] === other[language]);
}

function sameLabels(one: QuestionWording["scaleLabels"], other: QuestionWording["scaleLabels"]): boolean {
  const values = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...values].every((value) => sameText(one[value] ?? {}, other[value] ?? {}));
}

/** Answers on two scales are never comparable, whatever anybody says. Violation: `rounds.not-comparable-scale`. */
export function checkEdge(parts: readonly WordingPart[], kind: EdgeKind): void {
  if (kind === "comparable" && parts.includes("scale")) throw new RuleViolation("rounds.not-comparable-scale");
}

/**
 * Options as they are to be stored: one that was offered in an asked version and is now worded otherwise is another option, with a key
 * of its own; a language that it had not may be added. `known`: the options that asked versions offer.
 */
export function rekeyedOptions(
  known: QuestionWording["options"],
  wanted: QuestionWording["options"],
): QuestionWording["options"] {
  const taken = new Set([...known, ...wanted].map(({ key }) => key));
  return wanted.map((option) => {
    const before = known.find(({ key }) => key === option.key);
    const reworded =
      before !== undefined &&
      (Object.keys(before.names) as (keyof LocalisedText)[]).some(
        (language) => before.names[language] !== option.names[language],
      );
    if (!reworded) return option;
    let number = 2;
    while (taken.has(`${option.key.slice(0, 54)}-${number}`)) number += 1;
    const key = `${option.key.slice(0, 54)}-${number}`;
    taken.add(key);
    return { ...option, key };
  });
}

const gravity: Readonly<Record<EdgeKind, number>> = { comparable: 0, break: 1, not_comparable: 2 };

/**
 * What stands between two rounds that asked two versions of a question: the gravest of the steps between them, the newest where equals.
 * Null where it is the same version. `edges`: by number of version, what stands before it; a version without one is a break.
 */
export function edgeBetween(
  edges: ReadonlyMap<number, VersionEdge>,
  fromVersion: number,
  toVersion: number,
): VersionEdge | null {
  const [low, high] = [Math.min(fromVersion, toVersion), Math.max(fromVersion, toVersion)];
  let gravest: VersionEdge | null = null;
  for (let version = low + 1; version <= high; version += 1) {
    const edge = edges.get(version) ?? { kind: "break" as const, notes: {} };
    if (gravest === null || gravity[edge.kind] >= gravity[gravest.kind]) gravest = edge;
  }
  return gravest;
}
