import type { z } from "zod";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { revealContactSchema, setContactSchema } from "@kuultu/domain/feedback/answer-step";
import { type Contact, partsOf } from "@kuultu/domain/feedback/contact";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import { may, type Permission } from "@kuultu/domain/staff/permission";

import { contactOf, sealedContact, writeContacts } from "#feedback/answers/contact-record";
import { holdItem } from "#feedback/held-item";
import { recordAccess } from "#history/record-access";
import { newStep, recordChange } from "#history/record-change";
import type { Scope } from "#trpc/scope";

/** How the giver can be reached, for whoever answers. That it was looked at stands in the access log before the answer leaves. */
export function openContact(scope: Scope, itemId: string): Promise<Contact | null> {
  return scope.transaction(async (tx) => {
    await requireReach(tx, scope, "feedback.answer", itemId);
    await logContactRead(tx, scope, itemId);
    return contactOf(tx, scope, itemId);
  });
}

/** The same for whoever answers to the giver for their data, with the reason why. */
export function revealContact(scope: Scope, input: z.infer<typeof revealContactSchema>): Promise<Contact | null> {
  return scope.transaction(async (tx) => {
    await requireReach(tx, scope, "feedback.reveal", input.itemId);
    await logContactRead(tx, scope, input.itemId, input.reason);
    return contactOf(tx, scope, input.itemId);
  });
}

/** Writes down or corrects how the giver can be reached. The history knows which parts there are, not what they say. */
export function setContact(scope: Scope, input: z.infer<typeof setContactSchema>): Promise<Contact> {
  const { itemId, contact } = input;
  return scope.transaction(async (tx) => {
    await holdItem(tx, itemId);
    await requireReach(tx, scope, "feedback.answer", itemId);
    const before = await contactOf(tx, scope, itemId);
    await writeContacts(tx, [{ itemId, sealed: sealedContact(scope.cipher, contact) }]);
    const entry = {
      subject: "feedback",
      subjectId: itemId,
      change: "feedback.contact-set",
      values: { parts: [partsOf(before), partsOf(contact)] },
    } as const;
    await recordChange(tx, scope, newStep(), [entry]);
    await logContactRead(tx, scope, itemId);
    return contact;
  });
}

/** One entry of the access log: the contact of an item is about to be shown, or has gone into words that are. */
export function logContactRead(
  tx: OrganisationTransaction,
  scope: Scope,
  itemId: string,
  reason?: string,
): Promise<void> {
  const details = { what: "contact", ...(reason !== undefined && { reason }) };
  return recordAccess(tx, scope, { purpose: "reveal", itemIds: [itemId], details });
}

async function requireReach(
  tx: OrganisationTransaction,
  scope: Scope,
  permission: Permission,
  itemId: string,
): Promise<void> {
  const item = await tx.feedbackItem.findUnique({
    where: { organisationId_id: { organisationId: tx.organisationId, id: itemId } },
    select: { serviceId: true, siteId: true, statusReason: true },
  });
  if (item === null || item.statusReason === "whistleblowing" || !may(scope.staff, permission, item)) {
    throw new RuleViolation("not-found");
  }
}
