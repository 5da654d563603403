import { z } from "zod";

/** Which section is open; none named: the first that one may see. */
export const settingsSearchSchema = z.object({ section: z.string().optional().catch(undefined) });
