import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";

import { useSession } from "#app/session";
import { serverError, useTRPC } from "#app/trpc";

import type { Step } from "./optimistic-step.ts";
import { stillToTake, type Unsent, type UnsentSteps } from "./unsent-steps.ts";

export interface Resuming {
  /** As a step of one's own that is shown and sent. Throws a RuleViolation where the rules refuse it. */
  readonly take: (item: FeedbackDetail, step: Step) => FeedbackDetail;
  /** How many steps were sent again, and what somebody else's change, or a rule, stood in the way of. */
  readonly resumed: (again: number, overtaken: readonly Unsent[]) => void;
}

/**
 * Takes the steps that an earlier load of the page sent without hearing the answer, once the list is there (`ready`). True until all
 * are taken: before that the items are not what they seem.
 */
export function useResumedSteps(unsent: UnsentSteps, ready: boolean, resuming: Resuming): boolean {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const { me } = useSession();
  const [underWay, setUnderWay] = useState(() => unsent.hasLeft());
  const newest = useRef(resuming);
  useEffect(() => {
    newest.current = resuming;
  });

  useEffect(() => {
    const takeOne = async (left: Unsent): Promise<{ again: number; overtaken: Unsent | null }> => {
      let item: FeedbackDetail;
      try {
        item = await cache.fetchQuery(trpc.feedback.item.queryOptions({ itemId: left.itemId }, { staleTime: 0 }));
      } catch (error) {
        // What the server could not be asked about stays for the next load.
        if (serverError(error)?.data != null) unsent.set({ ...left, steps: [] });
        return { again: 0, overtaken: left };
      }
      unsent.set({ ...left, steps: [] });
      const steps = stillToTake(item, left, me.name);
      if (steps === null) return { again: 0, overtaken: left };
      for (const [at, step] of steps.entries()) {
        try {
          newest.current.take(item, step);
        } catch {
          return { again: at, overtaken: { ...left, version: item.version, steps: steps.slice(at) } };
        }
      }
      return { again: steps.length, overtaken: null };
    };
    if (!ready || !unsent.hasLeft()) return;
    void Promise.all(unsent.takeLeft().map(takeOne)).then((taken) => {
      const again = taken.reduce((sum, one) => sum + one.again, 0);
      newest.current.resumed(
        again,
        taken.flatMap(({ overtaken }) => overtaken ?? []),
      );
      setUnderWay(false);
    });
  }, [cache, trpc, unsent, ready, me.name]);
  return underWay;
}
