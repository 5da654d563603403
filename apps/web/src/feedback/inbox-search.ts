import { z } from "zod";

/** What stands in the address of the inbox. */
export const inboxSearchSchema = z.object({ unread: z.boolean().optional().catch(undefined) });
