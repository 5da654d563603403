import type { BulkStepView } from "@kuultu/domain/feedback/bulk-view";
import IconX from "@tabler/icons-react/dist/esm/icons/IconX.mjs";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useLanguage } from "#locales/use-language";
import { useAnnounce } from "#ui/announcement";
import { Button } from "#ui/Button";
import { EmptyState } from "#ui/EmptyState";
import { day, dayOfInstant, timeOfDay } from "#ui/figures";
import { focusOnArrival } from "#ui/focus";
import { useCommands } from "#ui/shortcuts";
import { SkeletonLines } from "#ui/Skeleton";

import type { Names } from "../use-names.ts";
import styles from "./Bulk.module.css";
import { BulkLedger } from "./BulkLedger.tsx";
import { useBulkEnds, useBulkStep } from "./use-bulk-step.ts";
import { useBulkWords } from "./use-bulk-words.ts";

export interface BulkReportProps {
  readonly bulkStepId: string;
  readonly names: Names;
  /** Another bulk step is to be shown: the one that takes this one back. */
  readonly onShow: (bulkStepId: string) => void;
  readonly onClose: () => void;
}

/** A bulk step that runs or has ended: how far it is, what it changed and what not, stopping it, taking it back. */
export function BulkReport({ bulkStepId, names, onShow, onClose }: BulkReportProps) {
  const { t } = useTranslation("bulk");
  const errorWords = useErrorWords();
  const { data: step, error } = useBulkStep(bulkStepId);
  useCommands([{ name: "bulk.back", label: t("back"), group: t("title"), keys: ["Escape"], run: onClose }]);
  return (
    <section className={styles.pane} aria-labelledby="bulk-title">
      <header className={styles.head}>
        <h2 id="bulk-title" tabIndex={-1} ref={focusOnArrival}>
          {t("title")}
        </h2>
        <span className={styles.note}>{step === undefined ? null : t(`state.${step.state}`)}</span>
        <Button kind="icon" aria-label={t("close")} onClick={onClose}>
          <IconX size={18} stroke={1.75} />
        </Button>
      </header>
      {error !== null && step?.state === "running" ? (
        <p role="alert" className={styles.given}>
          {t("away")}. {t("runsOn")}
        </p>
      ) : null}
      {error !== null && step === undefined ? (
        <EmptyState title={t("away")} lines={errorWords(error)} />
      ) : step === undefined ? (
        <div className={styles.body}>
          <SkeletonLines count={6} />
        </div>
      ) : (
        <Ended step={step} names={names} onShow={onShow} onClose={onClose} />
      )}
    </section>
  );
}

function Ended(props: { readonly step: BulkStepView } & Omit<BulkReportProps, "bulkStepId">) {
  const { step, names, onShow, onClose } = props;
  const { t } = useTranslation(["bulk", "keys"]);
  const language = useLanguage();
  const announce = useAnnounce();
  const errorWords = useErrorWords();
  const words = useBulkWords(names, step.change);
  const { stop, undo } = useBulkEnds(({ id }) => onShow(id));
  const running = step.state === "running";
  const said = t(`said.${step.state}`, { count: step.changed, shown: words.count(step.changed) });
  useEffect(() => {
    if (!running) announce(said);
  }, [running, said, announce]);
  const deed = words.deed(step.change);
  const refusal = stop.error ?? undo.error;
  const undoable = !running && step.undoesStepId === null && step.undoneById === null && step.changed > 0;
  // What its button says, its key does: this step goes back, not one that was taken since.
  useCommands(
    undoable
      ? [
          {
            name: "item.undo",
            label: t("keys:command.item.undo"),
            group: t("title"),
            keys: ["u"],
            run: () => (undo.isPending ? undefined : undo.mutate({ stepId: step.stepId })),
          },
        ]
      : [],
  );
  return (
    <>
      <div className={styles.body}>
        <p className={styles.sentence}>
          {deed.verb} {deed.object === "" ? null : <strong>{deed.object}</strong>}
          <span className={styles.scope}>{said}</span>
        </p>
        {running ? (
          <progress
            className={styles.progress}
            max={step.total}
            value={step.total - step.remaining}
            aria-label={t("progress")}
          />
        ) : null}
        <BulkLedger
          words={words}
          changed={{
            label: running || step.changed > 0 ? t("line.changed") : t("line.nothing"),
            count: step.changed,
            note: "",
          }}
          leftAlone={step.leftAlone}
          remaining={step.remaining}
          total={{
            count: step.total,
            note: t("startedAt", {
              day: day(language, dayOfInstant(step.startedAt)),
              time: timeOfDay(language, step.startedAt),
            }),
          }}
        />
        {step.reason === "" ? null : <p className={styles.given}>{t("reason.given", { reason: step.reason })}</p>}
        {running ? <p className={styles.note}>{t("how.runsText")}</p> : null}
        {refusal === null ? null : (
          <p role="alert" className={styles.refusal}>
            {errorWords(refusal)}
          </p>
        )}
      </div>
      <footer className={styles.foot}>
        {running ? (
          <Button kind="field" aria-disabled={stop.isPending} onClick={() => stop.mutate({ bulkStepId: step.id })}>
            {t("stop")}
          </Button>
        ) : null}
        {undoable ? (
          <Button
            kind="field"
            keys="u"
            aria-disabled={undo.isPending}
            onClick={() => undo.mutate({ stepId: step.stepId })}
          >
            {t("undo", { count: step.changed, shown: words.count(step.changed) })}
          </Button>
        ) : null}
        {step.undoneById === null ? null : (
          <Button kind="field" onClick={() => onShow(step.undoneById ?? step.id)}>
            {t("undone")}
          </Button>
        )}
        <Button keys="Escape" onClick={onClose}>
          {t("back")}
        </Button>
      </footer>
    </>
  );
}
