import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useOrganisation } from "#app/session";
import { type IntakeStep, intakeSteps } from "#intake/intake-search";
import { columnLetter, type MappingGap } from "#intake/mapping-draft";
import { useStartImport } from "#intake/use-intake";
import { useIntakeWork } from "#intake/use-intake-work";
import { useLanguage } from "#locales/use-language";
import { Button } from "#ui/Button";
import { EmptyState } from "#ui/EmptyState";
import { wholeNumber } from "#ui/figures";
import { useCommands } from "#ui/shortcuts";
import { SkeletonLines } from "#ui/Skeleton";

import { DryRunStep } from "./DryRunStep.tsx";
import { IntakeFooter } from "./IntakeFooter.tsx";
import classes from "./IntakeWork.module.css";
import { type Looked, MappingStep } from "./MappingStep.tsx";
import { ReadingStep } from "./ReadingStep.tsx";
import { StepTrail } from "./StepTrail.tsx";

interface IntakeWorkProps {
  readonly uploadId: string;
  readonly step: Exclude<IntakeStep, "file">;
  readonly onStep: (step: IntakeStep) => void;
}

/** The steps that a received file goes through before it comes in. */
export function IntakeWork({ uploadId, step, onStep }: IntakeWorkProps) {
  const { t } = useTranslation("intake");
  const language = useLanguage();
  const errorWords = useErrorWords();
  const { slug } = useOrganisation();
  const navigate = useNavigate();
  const work = useIntakeWork(uploadId, step);
  const [looked, setLooked] = useState<Looked>({ column: null, row: null });
  const start = useStartImport();
  const { proposal, draft, gaps, dryRun } = work;
  const file = proposal.data;
  const result = dryRun?.data;

  function next(): void {
    const gap = step === "reading" ? undefined : gaps[0];
    if (gap !== undefined) return showGap(gap);
    if (step !== "dry-run") return onStep(intakeSteps[intakeSteps.indexOf(step) + 1] ?? "file");
    if (draft === null || start.isPending) return undefined;
    return start.mutate(
      { uploadId, ...draft },
      {
        onSuccess: ({ id }) =>
          void navigate({ to: "/$organisation/intake/$importId", params: { organisation: slug, importId: id } }),
      },
    );
  }

  function showGap(gap: MappingGap): void {
    if (step !== "mapping") onStep("mapping");
    const column = "column" in gap ? gap.column : null;
    if (column !== null) setLooked({ ...looked, column });
    const place =
      column === null
        ? document.getElementById(gap.kind === "round" ? "intake-round" : "columns-title")
        : document.querySelector(`[data-column="${CSS.escape(column)}"] select`);
    place?.scrollIntoView({ block: "center" });
    if (place instanceof HTMLElement) place.focus();
  }

  function nextProblem(): void {
    const problems = result?.problems ?? [];
    const at = problems.findIndex((problem) => problem.row === looked.row && problem.column === looked.column);
    const problem = problems[(at + 1) % problems.length];
    if (problem !== undefined) setLooked({ column: problem.column, row: problem.row });
  }

  useCommands([
    {
      name: "intake.next",
      label: t("next.label"),
      group: t("title"),
      keys: ["mod+Enter"],
      everywhere: true,
      run: next,
    },
    {
      name: "intake.problem",
      label: t("problems.nextOne"),
      group: t("title"),
      keys: ["n"],
      available: step === "mapping" && (result?.problemCount ?? 0) > 0,
      run: nextProblem,
    },
  ]);

  function gapWords(gap: MappingGap): string {
    if (!("column" in gap)) return t(`gap.${gap.kind}`);
    const index = file?.columns.findIndex((column) => column.column === gap.column) ?? -1;
    return t(`gap.${gap.kind}`, { letter: index < 0 ? gap.column : columnLetter(index) });
  }

  const gap = step === "reading" ? undefined : gaps[0];
  const error = proposal.error ?? dryRun?.error ?? start.error;
  const rows = wholeNumber(language, result?.ledger.added ?? 0);
  return (
    <div className={classes.work}>
      <header className={classes.head}>
        <h1>{t("title")}</h1>
        <p>{file?.upload.fileName}</p>
        <StepTrail current={step} onStep={onStep} />
      </header>
      <div className={classes.body} data-padded={step !== "mapping" || undefined}>
        {error != null && (
          <p role="alert" className={classes.error}>
            {errorWords(error)}
          </p>
        )}
        {proposal.error !== null && file === undefined && (
          <EmptyState
            title={t("gone.title")}
            lines={t("gone.lines")}
            action={<Button onClick={() => onStep("file")}>{t("gone.again")}</Button>}
          />
        )}
        {file === undefined && proposal.error === null && <SkeletonLines count={10} height={20} gap={16} />}
        {file !== undefined && step === "reading" && (
          <ReadingStep proposal={file} stale={proposal.isPlaceholderData} onReading={work.readAs} />
        )}
        {file !== undefined && draft !== null && step === "mapping" && (
          <MappingStep
            proposal={file}
            draft={draft}
            gaps={gaps}
            dryRun={result}
            stale={work.stale}
            looked={looked}
            onLook={setLooked}
            onDraft={work.change}
          />
        )}
        {step === "dry-run" && <DryRunStep dryRun={result} />}
      </div>
      <IntakeFooter dryRun={step === "reading" ? undefined : result} stale={work.stale}>
        <Button onClick={() => onStep("file")}>{t("cancel")}</Button>
        {step !== "reading" && (
          <Button kind="field" onClick={() => onStep(step === "mapping" ? "reading" : "mapping")}>
            {t("back")}
          </Button>
        )}
        <Button
          kind={gap === undefined ? "primary" : "field"}
          className={gap === undefined ? "" : (classes.gap ?? "")}
          keys="mod+Enter"
          aria-busy={start.isPending}
          onClick={next}
        >
          {gap !== undefined
            ? gapWords(gap)
            : step === "dry-run"
              ? t("next.start", { count: result?.ledger.added ?? 0, rows })
              : t(`next.${step}`)}
        </Button>
      </IntakeFooter>
    </div>
  );
}
