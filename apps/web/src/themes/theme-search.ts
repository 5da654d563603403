import { idSchema } from "@kuultu/domain/identifier";
import { z } from "zod";

/** What the themes screen shows, as it stands in the URL. */
export const themeSearchSchema = z.object({
  view: z.enum(["board", "table"]).optional().catch(undefined),
  ownerId: idSchema.optional().catch(undefined),
  /** Mentions of this round; `all`: of every round; absent: of the newest round that has feedback. */
  round: z
    .union([z.literal("all"), idSchema])
    .optional()
    .catch(undefined),
});
export type ThemeSearch = z.infer<typeof themeSearchSchema>;
