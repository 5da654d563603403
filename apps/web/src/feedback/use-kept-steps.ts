import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";
import { RuleViolation, type ViolationCode } from "@kuultu/domain/rule-violation";
import { useState } from "react";

import { serverError } from "#app/trpc";

import { afterStep, type Step } from "./optimistic-step.ts";

/** Steps that were refused because somebody else had changed the item: kept until their writer takes them again or drops them. */
export interface KeptSteps {
  readonly itemId: string;
  /** The version on which they were taken. */
  readonly version: number;
  readonly steps: readonly Step[];
}

export interface Keeping {
  readonly kept: KeptSteps | null;
  /** True where the refusal is of this kind and its step is kept. */
  readonly keep: (item: FeedbackDetail, step: Step, error: unknown) => boolean;
  /** Keeps steps that were overtaken while the page was being loaded anew. */
  readonly restore: (kept: KeptSteps) => void;
  readonly drop: () => void;
}

export function useKeptSteps(): Keeping {
  const [kept, setKept] = useState<KeptSteps | null>(null);
  return {
    kept,
    keep: (item, step, error) => {
      if (serverError(error)?.data?.violation?.code !== "changed-meanwhile") return false;
      setKept((before) =>
        before?.itemId === item.id
          ? { ...before, steps: [...before.steps, step] }
          : { itemId: item.id, version: item.version, steps: [step] },
      );
      return true;
    },
    restore: setKept,
    drop: () => setKept(null),
  };
}

/** The rule that stands in the way of taking the steps on the item as it is now; null where none does. */
export function hindrance(item: FeedbackDetail, steps: readonly Step[]): ViolationCode | null {
  try {
    steps.reduce(afterStep, item);
    return null;
  } catch (error) {
    if (error instanceof RuleViolation) return error.code;
    throw error;
  }
}
