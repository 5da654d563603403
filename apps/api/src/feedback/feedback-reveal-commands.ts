import { z } from "zod";

import type { revealSchema } from "@kuultu/domain/feedback/triage-step";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import { may } from "@kuultu/domain/staff/permission";

import { recordAccess } from "#history/record-access";
import type { Scope } from "#trpc/scope";

const originalSchema = z.object({ title: z.string(), body: z.string() });

/** The texts as they were written, before masking. Who looked and why stands in the access log before the answer leaves. */
export function revealOriginal(
  scope: Scope,
  input: z.infer<typeof revealSchema>,
): Promise<{ title: string; body: string }> {
  return scope.transaction(async (tx) => {
    const where = { organisationId: tx.organisationId, id: input.itemId };
    const item = await tx.feedbackItem.findUnique({
      where: { organisationId_id: where },
      select: { serviceId: true, siteId: true, statusReason: true },
    });
    if (item === null || item.statusReason === "whistleblowing" || !may(scope.staff, "feedback.reveal", item)) {
      throw new RuleViolation("not-found");
    }
    const stored = await tx.feedbackOriginal.findUnique({
      where: { organisationId_itemId: { organisationId: tx.organisationId, itemId: input.itemId } },
      select: { keyVersion: true, nonce: true, ciphertext: true },
    });
    if (stored === null) throw new RuleViolation("not-found");
    await recordAccess(tx, scope, { purpose: "reveal", itemIds: [input.itemId], details: { reason: input.reason } });
    return originalSchema.parse(JSON.parse(scope.cipher.decrypt(stored)));
  });
}
