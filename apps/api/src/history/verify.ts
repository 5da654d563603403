import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";

import { replayFeedback } from "#feedback/history-replay";
import { recountFeedback } from "#feedback/counts/roll-up";
import { recountImports } from "#intake/import-recount";
import { recountRatings } from "#rounds/roll-up";
import type { ServerParts } from "#trpc/server-parts";

/** A kept figure that is not what the rows say. */
export interface Difference {
  /** What was recounted, such as `feedback_pair`, or played again: `history`. */
  readonly what: string;
  readonly key: string;
  readonly kept: number | string | null;
  readonly counted: number | string | null;
}

/** Counts anew from the rows and returns where the kept figures differ; the same question for every roll-up and ledger. */
type Recount = (tx: OrganisationTransaction) => Promise<readonly Difference[]>;

const recounts: readonly Recount[] = [recountFeedback, replayFeedback, recountRatings, recountImports];

/** Where any roll-up or ledger of the transaction's organisation differs from its rows. */
export async function recountAll(tx: OrganisationTransaction): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const recount of recounts) differences.push(...(await recount(tx)));
  return differences;
}

export interface OrganisationDifference extends Difference {
  readonly organisation: string;
}

/** Recounts every organisation, each in one transaction so that no change falls between the counting. */
export async function verify(parts: ServerParts): Promise<OrganisationDifference[]> {
  const organisations = await parts.database.accounts.organisation.findMany({
    select: { id: true, slug: true },
    orderBy: { slug: "asc" },
  });
  const differences: OrganisationDifference[] = [];
  for (const { id, slug } of organisations) {
    const found = await parts.database.forOrganisation(id, async (tx) => {
      await tx.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ", []);
      return recountAll(tx);
    });
    differences.push(...found.map((difference) => ({ organisation: slug, ...difference })));
  }
  return differences;
}
