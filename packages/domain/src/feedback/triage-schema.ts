import { z } from "zod";

import { feedbackKinds, feedbackSources } from "./triage-status.ts";

export const feedbackKindSchema = z.enum(feedbackKinds);
export const feedbackSourceSchema = z.enum(feedbackSources);
