import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import {
  afterAnswerDelivered,
  type AnswerFailure,
  maySucceedLater,
  mostAttempts,
  retryAfterSeconds,
} from "@kuultu/domain/feedback/answer";
import { inLanguage } from "@kuultu/domain/language";
import { languageSchema } from "@kuultu/domain/language-schema";

import { lockAnswer } from "#feedback/answers/answer-record";
import { contactOf } from "#feedback/answers/contact-record";
import { applyFeedbackDeltas } from "#feedback/counts/roll-up";
import type { Mail } from "#feedback/answers/smtp-mailer";
import { stepValues } from "#feedback/step-values";
import { lockItems, settled, writeItem } from "#feedback/triaged-item";
import { newStep, recordChange } from "#history/record-change";
import type { JobKinds } from "#jobs/job-queue";
import type { Scope } from "#trpc/scope";
import type { ServerParts } from "#trpc/server-parts";
import { systemScopeById } from "#trpc/system-scope";

type SendJob = JobKinds["answer.send"];

/**
 * Lets one answer leave. That it is leaving is written before the try and what became of it after: called again for the same answer it
 * sends nothing twice. A try that was cut off in between has perhaps arrived; a person is told and decides.
 */
export async function sendAnswer(parts: ServerParts, job: SendJob): Promise<void> {
  const scope = await systemScopeById(parts, job.organisationId);
  const mail = await scope.transaction((tx) => beginTry(tx, scope, job.answerId));
  if (mail === null) return;
  const failure = parts.mailer === null ? "not-set-up" : await parts.mailer.send(mail);
  await scope.transaction((tx) => endTry(tx, scope, job, failure));
}

/** The message to hand over, or null where there is nothing (more) to do. */
async function beginTry(tx: OrganisationTransaction, scope: Scope, answerId: string): Promise<Mail | null> {
  const locked = await lockAnswer(tx, answerId);
  if (locked?.state !== "sending") return null;
  if (locked.leaving_since !== null) {
    await fail(tx, scope, answerId, locked.item_id, "interrupted");
    return null;
  }
  const contact = await contactOf(tx, scope, locked.item_id);
  if (contact?.email == null) {
    await fail(tx, scope, answerId, locked.item_id, "no-address");
    return null;
  }
  const { subject, body, language } = await tx.answer.update({
    where: { organisationId_id: { organisationId: tx.organisationId, id: answerId } },
    data: { leavingSince: scope.now, attempts: { increment: 1 } },
    select: { subject: true, body: true, language: true },
  });
  const senderName = inLanguage(scope.organisation.names, languageSchema.parse(language));
  return { id: answerId, to: { name: contact.name, email: contact.email }, senderName, language, subject, body };
}

async function endTry(
  tx: OrganisationTransaction,
  scope: Scope,
  job: SendJob,
  failure: AnswerFailure | null,
): Promise<void> {
  const where = { organisationId_id: { organisationId: tx.organisationId, id: job.answerId } };
  const found = await tx.answer.findUnique({ where, select: { itemId: true } });
  // The item before the answer: whoever takes a step on it holds them in this order, too.
  const [item] = found === null ? [] : await lockItems(tx, [found.itemId]);
  const locked = await lockAnswer(tx, job.answerId);
  if (item === undefined || locked === null) return;
  if (failure !== null && maySucceedLater(failure) && locked.attempts < mostAttempts) {
    await tx.answer.update({ where, data: { leavingSince: null }, select: { id: true } });
    await scope.jobs.enqueue(tx, "answer.send", job, { afterSeconds: retryAfterSeconds(locked.attempts) });
    return;
  }
  if (failure !== null) return fail(tx, scope, job.answerId, item.id, failure);
  await tx.answer.update({
    where,
    data: { state: "sent", sentAt: scope.now, leavingSince: null, failure: null },
    select: { id: true },
  });
  const becomes = settled(item, afterAnswerDelivered(item), scope.now);
  const answered = becomes.status !== item.status;
  const deltas = answered ? await writeItem(tx, item, becomes) : null;
  const values = { "answer.id": [null, job.answerId] as const, ...(answered && stepValues(item, becomes)) };
  const entry = { subject: "feedback", subjectId: item.id, change: "feedback.answer-sent", values } as const;
  await recordChange(tx, scope, newStep(), [entry]);
  if (deltas !== null) await applyFeedbackDeltas(tx, deltas);
}

/** Back to whoever looks after the item: what happened stands on it, in its history, and in the list of what did not arrive. */
async function fail(
  tx: OrganisationTransaction,
  scope: Scope,
  answerId: string,
  itemId: string,
  failure: AnswerFailure,
): Promise<void> {
  await tx.answer.update({
    where: { organisationId_id: { organisationId: tx.organisationId, id: answerId } },
    data: { state: "failed", failure, leavingSince: null },
    select: { id: true },
  });
  const values = { "answer.id": [null, answerId], "answer.failure": [null, failure] } as const;
  await recordChange(tx, scope, newStep(), [
    { subject: "feedback", subjectId: itemId, change: "feedback.answer-failed", values },
  ]);
}
