import { feedbackFilterSchema, feedbackOrderSchema } from "@kuultu/domain/feedback/feedback-filter";
import { idSchema } from "@kuultu/domain/identifier";
import { z } from "zod";

const { shape } = feedbackFilterSchema;

/** What stands in the URL of Triage: the filter, the order, the chosen item. A value that makes no sense is left out. */
export const feedbackSearchSchema = z.object({
  status: shape.status.catch(undefined),
  kind: shape.kind.catch(undefined),
  source: shape.source.catch(undefined),
  channelId: shape.channelId.catch(undefined),
  serviceId: shape.serviceId.catch(undefined),
  language: shape.language.catch(undefined),
  themeId: shape.themeId.catch(undefined),
  roundId: shape.roundId.catch(undefined),
  receivedFrom: shape.receivedFrom.catch(undefined),
  receivedTo: shape.receivedTo.catch(undefined),
  pastTarget: shape.pastTarget.catch(undefined),
  search: shape.search.catch(undefined),
  order: feedbackOrderSchema.optional().catch(undefined),
  item: idSchema.optional().catch(undefined),
});
export type FeedbackSearch = z.infer<typeof feedbackSearchSchema>;
