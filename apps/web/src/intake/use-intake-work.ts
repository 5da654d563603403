import type { FileReading } from "@kuultu/domain/intake/column-mapping";
import { useDebouncedValue } from "@mantine/hooks";
import { useMemo, useState } from "react";

import type { IntakeStep } from "./intake-search.ts";
import { type IntakeDraft, keepDraft, keptDraft, mappingGaps } from "./mapping-draft.ts";
import { useDryRun, useProposal } from "./use-intake.ts";

const dryRunPause = 500;

/** One file on its way in: how it is read, what its columns become, what is missing, and what would come of it. */
export function useIntakeWork(uploadId: string, step: IntakeStep) {
  const [kept] = useState(() => keptDraft(uploadId));
  const [reading, setReading] = useState<FileReading | undefined>(kept?.mapping.reading);
  const [changed, setChanged] = useState<IntakeDraft | null>(kept);
  const proposal = useProposal(uploadId, reading);
  const proposed = proposal.data?.mapping;
  // Its identity says whether it has changed since the dry run.
  const draft = useMemo(
    () => changed ?? (proposed === undefined ? null : { mapping: proposed, roundId: null }),
    [changed, proposed],
  );
  const gaps = draft === null ? [] : mappingGaps(draft.mapping, draft.roundId);
  // While somebody goes through the columns, only what they rest at is run.
  const [settled] = useDebouncedValue(draft, dryRunPause);
  const looked = settled ?? draft;
  const runnable = looked !== null && mappingGaps(looked.mapping, looked.roundId).every((gap) => gap.kind === "round");
  const dryRun = useDryRun(
    uploadId,
    looked,
    runnable && !proposal.isPlaceholderData && (step === "mapping" || step === "dry-run"),
  );
  return {
    proposal,
    draft,
    gaps,
    dryRun: runnable ? dryRun : null,
    stale: dryRun.isFetching || draft !== looked,
    /** Another reading is another file: what was said of the columns starts from its proposal. */
    readAs: (next: FileReading) => {
      setReading(next);
      setChanged(null);
    },
    change: (next: IntakeDraft) => {
      setChanged(next);
      keepDraft(uploadId, next);
    },
  };
}
