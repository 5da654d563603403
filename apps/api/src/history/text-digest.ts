import { createHmac } from "node:crypto";

import type { ScopeOrganisation } from "#trpc/scope";

/** Stands for a text where the text itself must not lie: the same text gives the same digest within one organisation only. */
export function textDigest(organisation: Pick<ScopeOrganisation, "digestSalt">, text: string): string {
  return createHmac("sha256", organisation.digestSalt).update(text).digest("base64url");
}
