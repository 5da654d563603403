import { z } from "zod";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { ChangeEntry } from "@kuultu/domain/history/change";

/** Where every process hears of the changes of all: ids, codes and switches, no texts and no names. */
export const changeChannel = "kuultu_change";

/** More ids than these are "many": a notice must stay well below the 8 000 bytes that PostgreSQL takes. */
const namedAtMost = 50;

const changeSchema = z.object({
  what: z.literal("change"),
  organisationId: z.string(),
  subject: z.string(),
  /** Null: many. */
  ids: z.array(z.string()).nullable(),
  /** Those of them that have just become whistleblowing reports. */
  hidden: z.array(z.string()).default([]),
});
const presenceSchema = z.object({
  what: z.literal("presence"),
  organisationId: z.string(),
  screenId: z.string(),
  staffId: z.string(),
  itemId: z.string().nullable(),
  writing: z.boolean(),
});
const noticeSchema = z.discriminatedUnion("what", [changeSchema, presenceSchema]);
export type ChangeNotice = z.infer<typeof changeSchema>;
export type PresenceNotice = z.infer<typeof presenceSchema>;

/** Null for what no process of ours has said. */
export function readNotice(payload: string): ChangeNotice | PresenceNotice | null {
  try {
    return noticeSchema.safeParse(JSON.parse(payload)).data ?? null;
  } catch {
    return null;
  }
}

/** Tells every process of a change when the transaction commits, and nobody when it does not. `hidden`: those that nobody who triages sees from now on. */
export function announceChange(
  tx: OrganisationTransaction,
  subject: ChangeEntry["subject"],
  ids: readonly string[],
  hidden: readonly string[] = [],
): Promise<void> {
  const { organisationId } = tx;
  const named = ids.length <= namedAtMost;
  return notify(tx, {
    what: "change",
    organisationId,
    subject,
    ids: named ? [...new Set(ids)] : null,
    hidden: named ? [...new Set(hidden)] : [],
  });
}

/** A statement of its own: with another one it might run on a worker, where nobody listens. */
export async function notify(tx: OrganisationTransaction, notice: ChangeNotice | PresenceNotice): Promise<void> {
  await tx.sql({
    name: "live.notify",
    text: "SELECT pg_notify($1::text, $2::text)",
    values: [changeChannel, JSON.stringify(notice)],
  });
}
