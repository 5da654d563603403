import type { FeedbackDetail, StepResult } from "@kuultu/domain/feedback/feedback-view";
import { type InfiniteData, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";

import { type ScreenClient, useTRPC, useTRPCClient } from "#app/trpc";

import { afterStep, rowOf, type Step } from "./optimistic-step.ts";
import { withChangedRow, withoutRow } from "./queue-pages.ts";
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
export function useTriageSteps(report: StepReport) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const cache = useQueryClient();
  /** What the server said last, and the steps sent since, by item. */
  const waiting = useRef(new Map<string, { server: FeedbackDetail; steps: Step[] }>());
  /** The newest answers to one's own steps: a key may be pressed before the screen has shown them. */
  const answers = useRef(new Map<string, FeedbackDetail>());

  const show = (item: FeedbackDetail): void => {
    cache.setQueryData(trpc.feedback.item.queryKey({ itemId: item.id }), item);
    cache.setQueriesData<InfiniteData<{ rows: readonly FeedbackDetail[] }>>(
      trpc.feedback.list.infiniteQueryFilter(),
      (list) => (list === undefined ? list : withChangedRow(list, item.id, (row) => ({ ...row, ...rowOf(row, item) }))),
    );
  };
  const settle = (itemId: string, server: FeedbackDetail | undefined, step: Step): void => {
    const entry = waiting.current.get(itemId);
    if (entry === undefined) return;
    entry.steps = entry.steps.filter((each) => each !== step);
    entry.server = server ?? entry.server;
    show(entry.steps.reduce(safely, entry.server));
    if (entry.steps.length === 0) waiting.current.delete(itemId);
  };
  const refreshFigures = useFiguresRefresh();
  const remember = (item: FeedbackDetail): void => {
    answers.current.delete(item.id);
    answers.current.set(item.id, item);
    const [oldest] = answers.current.keys();
    if (answers.current.size > mostAnswers && oldest !== undefined) answers.current.delete(oldest);
  };

  const stepMutation = useMutation({
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
      settle(taken.item.id, undefined, taken.step);
      void cache.invalidateQueries(trpc.feedback.item.queryFilter({ itemId: taken.item.id }));
      void cache.invalidateQueries(trpc.feedback.list.infiniteQueryFilter());
      refreshFigures();
      report.refused(taken, error);
    },
  });
  const undoMutation = useMutation({
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
      const after = afterStep(entry.steps.reduce(safely, entry.server), step);
      waiting.current.set(item.id, { ...entry, steps: [...entry.steps, step] });
      void cache.cancelQueries(trpc.feedback.item.queryFilter({ itemId: item.id }));
      show(after);
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

async function sendStep(
  client: ScreenClient,
  item: { itemId: string; version: number },
  step: Step,
): Promise<StepResult> {
  switch (step.name) {
    case "kind":
      return await client.feedback.setKind.mutate({ ...item, kind: step.kind });
    case "code":
      return await client.feedback.code.mutate({ ...item, themeId: step.themeId, words: step.words });
    case "uncode":
      return await client.feedback.uncode.mutate({ ...item, themeId: step.themeId, codingId: step.codingId });
    case "no-theme":
      return await client.feedback.noTheme.mutate({ ...item, reason: step.reason });
    case "done":
      return await client.feedback.done.mutate(item);
    case "route":
      return await client.feedback.route.mutate({ ...item, routingClass: step.routingClass });
    case "duplicate":
      return await client.feedback.markDuplicate.mutate({ ...item, duplicateOfId: step.duplicateOfId });
    case "reject":
      return await client.feedback.reject.mutate({ ...item, reason: step.reason });
    case "reopen":
      return await client.feedback.reopen.mutate({ ...item, reason: step.reason });
    case "wait":
      return await client.feedback.wait.mutate({ ...item, until: step.until });
    case "wake":
      return await client.feedback.wake.mutate(item);
    case "reply":
      return await client.feedback.expectReply.mutate({ ...item, expected: step.expected });
    case "assign":
      return await client.feedback.assign.mutate({ ...item, assigneeId: step.assigneeId, teamId: step.teamId });
  }
}
