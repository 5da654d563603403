import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";
import { type InfiniteData, useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";

import { ownSteps, serverError, useTRPC, useTRPCClient } from "#app/trpc";

import { afterStep, rowOf, type Step } from "./optimistic-step.ts";
import { withChangedRow, withoutRow } from "./queue-pages.ts";
import { sendStep } from "./send-step.ts";
import { ledgerAfter } from "./step-ledger.ts";
import type { UnsentSteps } from "./unsent-steps.ts";
import { useFiguresRefresh } from "./use-figures-refresh.ts";

interface Taken {
  readonly item: FeedbackDetail;
  readonly step: Step;
}

export interface StepReport {
  /** The server refused: the item is back as it was. */
  readonly refused: (taken: Taken, error: unknown) => void;
  /** `bulkStepId`: many items are being taken back as a bulk step. */
  readonly undone: (items: readonly FeedbackDetail[], bulkStepId: string | null) => void;
  readonly undoRefused: (error: unknown) => void;
}

type Page = { readonly rows: readonly { readonly id: string }[] };

/** So many of the newest answers are remembered: a key is pressed at most a few items ahead of the screen. */
const mostAnswers = 20;

/** Steps are shown at once, sent one after another, and taken back where the server refuses. */
export function useTriageSteps(report: StepReport, unsent: UnsentSteps) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  /** What the server said last, and the steps sent since, by item. */
  const waiting = useRef(new Map<string, { server: FeedbackDetail; steps: Step[] }>());
  /** The newest answers to one's own steps: a key may be pressed before the screen has shown them. */
  const answers = useRef(new Map<string, FeedbackDetail>());

  const leaving = useLeaving(unsent);
  const write = (itemId: string): void => {
    const { server, steps } = waiting.current.get(itemId) ?? {};
    unsent.set({ itemId, version: server?.version ?? 0, steps: steps ?? [] });
  };
  const show = (item: FeedbackDetail): void => {
    cache.setQueryData(trpc.feedback.item.queryKey({ itemId: item.id }), item);
    cache.setQueriesData<InfiniteData<{ rows: readonly FeedbackDetail[] }>>(
      trpc.feedback.list.infiniteQueryFilter(),
      (list) => (list === undefined ? list : withChangedRow(list, item.id, (row) => ({ ...row, ...rowOf(row, item) }))),
    );
  };
  /** The truth follows the step at once; what is being counted meanwhile does not know of it. */
  const count = (before: FeedbackDetail, after: FeedbackDetail): void => {
    if (before.status === after.status) return;
    void cache.cancelQueries(trpc.feedback.summary.queryFilter());
    for (const roundId of new Set([null, before.roundId]))
      cache.setQueryData(trpc.feedback.summary.queryKey({ roundId }), (summary) =>
        summary === undefined
          ? summary
          : { ...summary, ledger: ledgerAfter(summary.ledger, before.status, after.status) },
      );
  };
  const settle = (itemId: string, server: FeedbackDetail | undefined, step: Step): void => {
    const entry = waiting.current.get(itemId);
    if (entry === undefined) return;
    entry.steps = entry.steps.filter((each) => each !== step);
    entry.server = server ?? entry.server;
    show(entry.steps.reduce(safely, entry.server));
    if (entry.steps.length === 0) waiting.current.delete(itemId);
    write(itemId);
  };
  const refreshFigures = useFiguresRefresh();
  const remember = (item: FeedbackDetail): void => {
    answers.current.delete(item.id);
    answers.current.set(item.id, item);
    const [oldest] = answers.current.keys();
    if (answers.current.size > mostAnswers && oldest !== undefined) answers.current.delete(oldest);
  };

  const stepMutation = useMutation({
    mutationKey: ownSteps,
    scope: { id: "triage" },
    // A step that has been answered is of no more use; thousands of them would stay for minutes.
    gcTime: 0,
    mutationFn: ({ item, step }: Taken) =>
      sendStep(
        client,
        { itemId: item.id, version: waiting.current.get(item.id)?.server.version ?? item.version },
        step,
      ),
    onSuccess: (result, { item, step }) => {
      remember(result.item);
      settle(item.id, result.item, step);
      refreshFigures();
    },
    onError: (error, taken) => {
      // The page is being left, and its requests with it: the next load takes the step again.
      if (leaving.current && serverError(error)?.data == null) return;
      settle(taken.item.id, undefined, taken.step);
      void cache.invalidateQueries(trpc.feedback.item.queryFilter({ itemId: taken.item.id }));
      void cache.invalidateQueries(trpc.feedback.list.infiniteQueryFilter());
      refreshFigures();
      report.refused(taken, error);
    },
  });
  const undoMutation = useMutation({
    mutationKey: ownSteps,
    scope: { id: "triage" },
    mutationFn: () => client.feedback.undo.mutate({}),
    onSuccess: (result) => {
      for (const item of result.items) {
        remember(item);
        show(item);
      }
      void cache.invalidateQueries(trpc.feedback.list.infiniteQueryFilter());
      refreshFigures();
      report.undone(result.items, result.bulk?.id ?? null);
    },
    onError: report.undoRefused,
  });

  return {
    /** Takes a step on an item and the steps before it, shown already or not. Throws a RuleViolation where the rules refuse it at once. */
    take: (item: FeedbackDetail, step: Step): FeedbackDetail => {
      const entry = waiting.current.get(item.id) ?? { server: newer(item, answers.current.get(item.id)), steps: [] };
      const before = entry.steps.reduce(safely, entry.server);
      const after = afterStep(before, step);
      waiting.current.set(item.id, { ...entry, steps: [...entry.steps, step] });
      write(item.id);
      void cache.cancelQueries(trpc.feedback.item.queryFilter({ itemId: item.id }));
      show(after);
      count(before, after);
      stepMutation.mutate({ item, step });
      return after;
    },
    /** Takes an item out of the lists that show open ones only. */
    removeRow: (itemId: string): void => {
      cache.setQueriesData<InfiniteData<Page>>(trpc.feedback.list.infiniteQueryFilter(), (list) =>
        list === undefined ? list : withoutRow(list, itemId),
      );
    },
    undo: () => undoMutation.mutate(),
  };
}

function newer(shown: FeedbackDetail, answered: FeedbackDetail | undefined): FeedbackDetail {
  return answered !== undefined && answered.version > shown.version ? answered : shown;
}

/** A later step may rest on one that was refused; then it is left out of what is shown until its own answer comes. */
function safely(item: FeedbackDetail, step: Step): FeedbackDetail {
  try {
    return afterStep(item, step);
  } catch {
    return item;
  }
}

/** Whether the page is being left. While the server has not answered, whoever leaves is asked first. */
function useLeaving(unsent: UnsentSteps) {
  const leaving = useRef(false);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (!unsent.isEmpty()) event.preventDefault();
    };
    const leave = (): void => void (leaving.current = true);
    const stay = (): void => void (leaving.current = false);
    window.addEventListener("beforeunload", ask);
    window.addEventListener("pagehide", leave);
    window.addEventListener("pageshow", stay);
    return () => {
      window.removeEventListener("beforeunload", ask);
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("pageshow", stay);
    };
  }, [unsent]);
  return leaving;
}
