import type { Workplace } from "#trpc/scope-loader";
import type { ServerParts } from "#trpc/server-parts";

/** The signed-in person, whatever the organisation. */
export interface SignedInAccount {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
}

/** What a call brings along. */
export interface CallContext {
  readonly parts: ServerParts;
  readonly account: SignedInAccount | null;
  /** From the header `x-kuultu-organisation`. */
  readonly organisationSlug: string | null;
  /** `loadWorkplace`, or what it gave a moment ago. */
  readonly findWorkplace: (userId: string, slug: string) => Promise<Workplace>;
}
