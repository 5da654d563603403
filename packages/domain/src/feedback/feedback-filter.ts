import { z } from "zod";

import { daySchema, idSchema } from "#identifier";
import { textLanguageSchema } from "#language-schema";

import { feedbackKinds, feedbackSources, feedbackStatuses } from "./triage-status.ts";

/** Words to search for; quotes, "or" and a leading minus as in web search. */
export const searchSchema = z.string().trim().min(1).max(200);

/** What a list of feedback is narrowed to. The same object stands in the URL, in a request and in the command line. */
export const feedbackFilterSchema = z.object({
  /** `open` = new, in review, waiting; `processed` = the rest. */
  status: z.union([z.enum(["open", "processed"]), z.enum(feedbackStatuses)]).optional(),
  kind: z.enum(feedbackKinds).optional(),
  source: z.enum(feedbackSources).optional(),
  channelId: idSchema.optional(),
  serviceId: idSchema.optional(),
  language: textLanguageSchema.optional(),
  siteId: idSchema.optional(),
  customerGroupId: idSchema.optional(),
  themeId: idSchema.optional(),
  /** A person who has it; `nobody`: neither a person nor a team has it. */
  assigneeId: z.union([idSchema, z.literal("nobody")]).optional(),
  teamId: idSchema.optional(),
  /** What one import brought. */
  importId: idSchema.optional(),
  roundId: idSchema.optional(),
  /** Days in Europe/Helsinki, both included. */
  receivedFrom: daySchema.optional(),
  receivedTo: daySchema.optional(),
  /** Only where the product target for triage has passed. */
  pastTarget: z.boolean().optional(),
  /** Only where an answer could not be delivered, and no other was given. */
  undelivered: z.boolean().optional(),
  /** Only where another clock has run out: the target for an answer that is still expected, or the clock of a class that is not settled. */
  pastClock: z.enum(["answer", "routing"]).optional(),
  search: searchSchema.optional(),
});
export type FeedbackFilter = z.infer<typeof feedbackFilterSchema>;

export const feedbackOrderSchema = z.enum(["newest", "oldest"]);
export type FeedbackOrder = z.infer<typeof feedbackOrderSchema>;

/** One page, by keyset: `cursor` is what the page before gave as `nextCursor`. */
export const feedbackPageSchema = z.object({
  filter: feedbackFilterSchema.default({}),
  order: feedbackOrderSchema.default("newest"),
  cursor: z.string().max(100).nullish(),
  limit: z.int().min(1).max(200).default(50),
});
export type FeedbackPageInput = z.infer<typeof feedbackPageSchema>;
