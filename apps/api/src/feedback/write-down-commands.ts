import { isDeepStrictEqual } from "node:util";

import { v5 as uuidv5 } from "uuid";
import type { z } from "zod";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { writeDownSchema } from "@kuultu/domain/feedback/answer-step";
import type { Contact } from "@kuultu/domain/feedback/contact";
import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";
import { maskPersonalData } from "@kuultu/domain/feedback/personal-data";
import type { TextLanguage } from "@kuultu/domain/language";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import { may } from "@kuultu/domain/staff/permission";

import { contactOf, sealedContact } from "#feedback/answers/contact-record";
import { feedbackDetail, logRead } from "#feedback/feedback-item-queries";
import { originalText, receiveFeedback } from "#feedback/receive-feedback";
import { newStep, recordChange } from "#history/record-change";
import { languageRecogniser } from "#intake/text-language";
import type { Scope } from "#trpc/scope";

/**
 * Takes in what somebody said by phone or at a counter, written down by a member of staff: masked at the door like everything that comes
 * in. Sent twice under the same id it is there once; other words under it are another item. `not-permitted` where the writer's reach would not let them triage it afterwards.
 */
export async function writeDown(scope: Scope, input: z.infer<typeof writeDownSchema>): Promise<FeedbackDetail> {
  const { source, kind, serviceId, siteId, channelId, replyExpected } = input;
  const contact = replyExpected ? input.contact : null;
  if (!may(scope.staff, "feedback.triage", input)) {
    throw new RuleViolation("not-permitted", { permission: "feedback.triage" });
  }
  const body = maskPersonalData(input.body);
  const language = input.language ?? (await recognisedLanguage(body.text));
  return scope.transaction(async (tx) => {
    await requireFacets(tx, { service: serviceId, site: siteId, channel: channelId });
    const { itemId, there } = await placeFor(tx, scope, { itemId: input.itemId, text: body.text, contact });
    if (!there) {
      await receiveFeedback(tx, scope, [
        {
          id: itemId,
          receivedAt: scope.now,
          kind,
          source,
          language,
          serviceId,
          siteId,
          channelId,
          replyExpected,
          customerGroupId: null,
          roundId: null,
          responseId: null,
          importId: null,
          title: "",
          titleMasks: [],
          body: body.text,
          masks: body.masks,
          original: body.masks.length === 0 ? null : scope.cipher.encrypt(originalText("", input.body)),
          contact: contact === null ? null : sealedContact(scope.cipher, contact),
        },
      ]);
      const entry = {
        subject: "feedback",
        subjectId: itemId,
        change: "feedback.written-down",
        values: { source: [null, source] },
      } as const;
      await recordChange(tx, scope, newStep(), [entry]);
    }
    const item = await feedbackDetail(tx, itemId);
    if (item.statusReason === "whistleblowing" || !may(scope.staff, "feedback.read", item)) {
      throw new RuleViolation("not-found");
    }
    await logRead(tx, scope, [itemId]);
    return item;
  });
}

/** Which of our languages a text is in, as far as it is written yet. Nothing of it is kept. */
export async function recognisedLanguage(text: string): Promise<TextLanguage> {
  return (await languageRecogniser())(text);
}

interface Written {
  readonly itemId: string;
  /** Masked. */
  readonly text: string;
  readonly contact: Contact | null;
}

/**
 * The id under which it is to stand: the writer's own, unless other words stand there. Whoever wrote on after an answer got lost, or in
 * a second tab, loses nothing; always the same id for the same words.
 */
async function placeFor(tx: OrganisationTransaction, scope: Scope, { itemId, text, contact }: Written) {
  const found = await lockPlace(tx, itemId);
  if (found === null) return { itemId, there: false };
  if (found === text && isDeepStrictEqual(await contactOf(tx, scope, itemId), contact)) return { itemId, there: true };
  const beside = uuidv5(text, itemId);
  return { itemId: beside, there: (await lockPlace(tx, beside)) !== null };
}

/** The text that stands under an id; null where there is none yet. */
async function lockPlace(tx: OrganisationTransaction, itemId: string): Promise<string | null> {
  // Two presses at once wait for each other here, so that the second finds what the first brought.
  await tx.sql({
    name: "feedback.lock-new",
    text: "SELECT pg_advisory_xact_lock(hashtextextended(concat_ws(' ', 'kuultu written down', $1::text, $2::text), 0))",
    values: [tx.organisationId, itemId],
  });
  const [found] = await tx.sql<{ body: string }>({
    name: "feedback.text-there",
    text: "SELECT body FROM feedback_text WHERE organisation_id = $1::uuid AND item_id = $2::uuid",
    values: [tx.organisationId, itemId],
  });
  return found?.body ?? null;
}

/** `not-found` for a value that the organisation does not have, or has of another facet. */
async function requireFacets(
  tx: OrganisationTransaction,
  chosen: Readonly<Record<"service" | "site" | "channel", string | null>>,
): Promise<void> {
  for (const facet of ["service", "site", "channel"] as const) {
    const id = chosen[facet];
    if (id === null) continue;
    const found = await tx.facetValue.findFirst({
      where: { organisationId: tx.organisationId, id, facet },
      select: { id: true },
    });
    if (found === null) throw new RuleViolation("not-found");
  }
}
