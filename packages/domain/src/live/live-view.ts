import { z } from "zod";

import { feedbackFilterSchema } from "#feedback/feedback-filter";
import type { FeedbackRow } from "#feedback/feedback-view";
import { idSchema } from "#identifier";

/** Rooms that a screen may have to fetch anew; the queue of Triage is told of item by item. */
export const liveRooms = ["themes", "rounds", "intake", "routed", "staff"] as const;
export type LiveRoom = (typeof liveRooms)[number];

/** Somebody else who has the item open. */
export interface PresentPerson {
  readonly staffId: string;
  readonly name: string;
  readonly writing: boolean;
}

/** What a screen is told of the changes of others. Ids and versions only; what they mean it fetches itself. */
export interface LiveMessage {
  /** What lies before cannot be told any more: everything that is shown has to be fetched anew. */
  readonly everything: boolean;
  /** Items of feedback that the reader may see, as they are now. */
  readonly items: readonly { readonly id: string; readonly version: number }[];
  /** More items of feedback have changed, or come, than are named. */
  readonly others: boolean;
  /** Items that this screen has open and its reader may not see any more. */
  readonly gone: readonly string[];
  readonly rooms: readonly LiveRoom[];
  /** Who else has this screen's open item open, where that has changed. */
  readonly presence: { readonly itemId: string; readonly people: readonly PresentPerson[] } | null;
}

/** One screen (a tab of a browser) listens; `lastEventId`: what it heard last, "" or absent for the first time. */
export const listenSchema = z.object({ screenId: idSchema, lastEventId: z.string().max(100).nullish() });

/** A screen has an item open (null: none any more), and its reader is or is not writing on it. */
export const presenceSchema = z.object({
  screenId: idSchema,
  itemId: idSchema.nullable(),
  writing: z.boolean().default(false),
});
export type PresenceInput = z.infer<typeof presenceSchema>;

/** Rows that have changed, as they are now. */
export interface ChangedRows {
  readonly rows: readonly FeedbackRow[];
  /** Those of them that the filter finds. */
  readonly matching: readonly string[];
}

export const changedRowsSchema = z.object({
  itemIds: z.array(idSchema).min(1).max(200),
  filter: feedbackFilterSchema.default({}),
});

/** How often a screen says that it still has its item open, and when it is forgotten; milliseconds. */
export const presenceEveryMs = 10_000;
export const presenceForgottenMs = 30_000;
