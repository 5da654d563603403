import { flowFilterSchema } from "@kuultu/domain/feedback/flow";
import { z } from "zod";

const { shape } = flowFilterSchema;

/** What stands in the URL of the flow: what it is narrowed to. A value that makes no sense is left out. */
export const flowSearchSchema = z.object({
  roundId: shape.roundId.catch(undefined),
  source: shape.source.catch(undefined),
  serviceId: shape.serviceId.catch(undefined),
});
