import type { StepResult } from "@kuultu/domain/feedback/feedback-view";

import type { ScreenClient } from "#app/trpc";

import type { Step } from "./optimistic-step.ts";

/** Asks the server to take a step on an item as it was at a version. */
export async function sendStep(
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
