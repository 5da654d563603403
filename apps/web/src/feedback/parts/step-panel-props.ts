import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";

import type { Names } from "../use-names.ts";
import type { Triage } from "../use-triage.ts";

/** What every panel of the docked part is given. */
export interface StepPanelProps {
  readonly item: FeedbackDetail;
  readonly triage: Triage;
  readonly names: Names;
}
