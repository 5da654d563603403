import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { dayIn } from "@kuultu/domain/day";
import { routingDue } from "@kuultu/domain/feedback/routing";

import { answerDue } from "#feedback/answers/reply-commands";
import { hiddenReason } from "#feedback/counts/pair-roll-up";
import { applyFeedbackDeltas } from "#feedback/counts/roll-up";
import { lockMerging } from "#feedback/duplicates/duplicate-commands";
import { stepValues } from "#feedback/step-values";
import { type ItemChange, lockItems, type TriagedItem } from "#feedback/triaged-item";
import { writeItems } from "#feedback/write-items";
import { newStep, recordManyChanged } from "#history/record-change";
import type { ManyChanged } from "#history/record-change";
import type { JobHandler } from "#jobs/job-handlers";
import { loadRoutingRules } from "#routed/routing-rule-queries";
import type { Scope } from "#trpc/scope";
import { systemScopeById } from "#trpc/system-scope";

const atOnce = 500;

/** What some items lack, and what they become; `decide` answers null for one that somebody has changed since the look. */
interface CatchUp {
  readonly change: ManyChanged["change"];
  find(tx: OrganisationTransaction): Promise<readonly { readonly id: string }[]>;
  decide(tx: OrganisationTransaction, scope: Scope): Promise<(item: TriagedItem) => ItemChange | null>;
}

const catchUps: readonly CatchUp[] = [
  {
    change: "feedback.clock-counted",
    find: (tx) =>
      tx.sql({
        name: "feedback.without-answer-day",
        text: `SELECT id FROM feedback_item WHERE organisation_id = $1::uuid AND reply_expected AND answer_due_on IS NULL ORDER BY id LIMIT $2::int`,
        values: [tx.organisationId, atOnce],
      }),
    decide: async (_, scope) => (item) =>
      item.replyExpected && item.answerDueOn === null ? { answerDueOn: answerDue(scope, item.receivedAt) } : null,
  },
  {
    change: "feedback.clock-counted",
    // Routed before the day was kept: the step says nothing of it. A class that counts no days has none, now as then.
    find: async (tx) => {
      const counted = (await loadRoutingRules(tx)).filter(({ length }) => length !== null);
      return tx.sql({
        name: "feedback.without-routing-day",
        text: `SELECT i.id FROM feedback_item i WHERE i.organisation_id = $1::uuid AND i.status_reason = ANY($3::text[])
            AND i.status = 'routed' AND i.routed_on IS NOT NULL AND i.routing_due_on IS NULL
            AND NOT EXISTS (SELECT FROM history h WHERE h.organisation_id = $1::uuid AND h.subject_id = i.id AND h.values ? 'routedOn')
          ORDER BY i.id LIMIT $2::int`,
        values: [tx.organisationId, atOnce, counted.map(({ routingClass }) => routingClass)],
      });
    },
    decide: async (tx) => {
      const rules = await loadRoutingRules(tx);
      return ({ statusReason, receivedAt, routedOn, routingDueOn }) => {
        const rule = rules.find(({ routingClass }) => routingClass === statusReason);
        if (rule === undefined || routedOn === null || routingDueOn !== null) return null;
        return { routingDueOn: routingDue(rule, dayIn(receivedAt), routedOn) };
      };
    },
  },
  {
    change: "feedback.repeat-hidden",
    // A repeat of a repeat is found once that one is hidden. Nobody merges meanwhile, nor makes feedback of the report again.
    find: async (tx) => {
      await lockMerging(tx);
      return tx.sql({
        name: "feedback.repeats-left-to-see",
        text: `SELECT d.id FROM feedback_item k JOIN feedback_item d ON d.organisation_id = $1::uuid AND d.duplicate_of_id = k.id
          WHERE k.organisation_id = $1::uuid AND k.status_reason = $3::text AND d.status_reason IS DISTINCT FROM $3::text
          ORDER BY d.id LIMIT $2::int`,
        values: [tx.organisationId, atOnce, hiddenReason],
      });
    },
    decide: async () => (item) =>
      item.status === "duplicate" && item.statusReason !== hiddenReason ? { statusReason: hiddenReason } : null,
  },
];

/** Gives items what an older program left out, by the rules of today: the last days of their clocks, and the hiding of what repeats a report. */
export const catchUpItems: JobHandler<"feedback.catch-up"> = async (parts, { organisationId }, { signal }) => {
  const scope = await systemScopeById(parts, organisationId);
  for (const each of catchUps) {
    while ((await scope.transaction((tx) => catchUpSome(tx, scope, each))) > 0) {
      if (signal.aborted) return "unfinished";
    }
  }
};

/** Returns how many it changed. */
async function catchUpSome(
  tx: OrganisationTransaction,
  scope: Scope,
  { change, find, decide }: CatchUp,
): Promise<number> {
  const ids = (await find(tx)).map(({ id }) => id);
  if (ids.length === 0) return 0;
  const items = await lockItems(tx, ids, { codings: false, answered: false });
  const decided = await decide(tx, scope);
  const written = items.flatMap((before) => {
    const becomes = decided(before);
    return becomes === null ? [] : [{ before, change: becomes }];
  });
  const deltas = await writeItems(tx, written);
  await recordManyChanged(tx, scope, newStep(), {
    subject: "feedback",
    change,
    entries: written.map((item) => ({ subjectId: item.before.id, values: stepValues(item.before, item.change) })),
  });
  await applyFeedbackDeltas(tx, deltas);
  return written.length;
}
