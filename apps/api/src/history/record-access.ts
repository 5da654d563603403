import { v7 as uuidv7 } from "uuid";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";

import type { Scope } from "#trpc/scope";

export interface Access {
  readonly purpose: "read" | "search" | "reveal" | "export";
  readonly itemIds: readonly string[];
  /** Codes and ids; a search text only as its salted digest. */
  readonly details?: Readonly<Record<string, string | number | boolean>>;
}

/** Writes one group of accesses into the access log, before the answer leaves. */
export async function recordAccess(tx: OrganisationTransaction, scope: Scope, access: Access): Promise<void> {
  await tx.accessLog.create({
    data: {
      organisationId: tx.organisationId,
      id: uuidv7(),
      at: scope.now,
      staffId: scope.staff.id,
      purpose: access.purpose,
      itemIds: [...access.itemIds],
      details: access.details ?? {},
    },
  });
}
