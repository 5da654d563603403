import { type BulkChange, decideBulk } from "@kuultu/domain/feedback/bulk-step";
import type { BulkPreview as Preview } from "@kuultu/domain/feedback/bulk-view";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useOrganisation } from "#app/session";
import { useLanguage } from "#locales/use-language";
import { Button } from "#ui/Button";
import { EmptyState } from "#ui/EmptyState";
import { TextField } from "#ui/Field";
import { timeOfDay } from "#ui/figures";
import { Keycap } from "#ui/Keycap";
import { useCommands } from "#ui/shortcuts";
import { SkeletonLines } from "#ui/Skeleton";

import type { Many } from "../use-many.ts";
import { tellRows } from "../row-fate.ts";
import type { Names } from "../use-names.ts";
import styles from "./Bulk.module.css";
import { BulkLedger } from "./BulkLedger.tsx";
import { BulkSamples } from "./BulkSamples.tsx";
import { useBulkPreview, useBulkStart } from "./use-bulk-preview.ts";
import { useBulkWords } from "./use-bulk-words.ts";

const shortestReason = 3;

/** Sentence, bar, table that adds up, samples, reason, how it runs and is undone; the button counts what changes. */
export function BulkPreview(props: {
  readonly many: Many;
  readonly change: BulkChange;
  readonly names: Names;
  /** Back to the choice; null: there was none. */
  readonly onOther: (() => void) | null;
  readonly onStarted: (bulkStepId: string) => void;
  readonly onCancel: () => void;
}) {
  const { many, change, names, onOther, onCancel } = props;
  const { t } = useTranslation("bulk");
  const language = useLanguage();
  const errorWords = useErrorWords();
  const { today } = useOrganisation();
  const words = useBulkWords(names, change);
  const [seed, setSeed] = useState(0);
  const [reason, setReason] = useState("");
  const preview = useBulkPreview(change, many, seed);
  const start = useBulkStart(({ id }) => props.onStarted(id));
  const counted = preview.data;
  const lacksReason = change.step === "reopen" && reason.trim().length < shortestReason;
  const ready = counted !== undefined && counted.changes > 0 && !lacksReason && !start.isPending;
  const begin = (): void => (ready ? start.mutate({ change, many, reason: reason.trim() }) : undefined);
  useEffect(() => {
    tellRows((row) => {
      const outcome = decideBulk(change, row, today, "given");
      if ("becomes" in outcome) return t("fate.changes");
      return outcome.leftAlone === "already-so" ? t("fate.same") : t("fate.skipped");
    });
    return () => tellRows(null);
  }, [change, today, t]);
  useCommands([
    {
      name: "bulk.start",
      label: t("start.name"),
      group: t("title"),
      keys: ["mod+Enter"],
      everywhere: true,
      available: ready,
      run: begin,
    },
    { name: "bulk.samples", label: t("samples.others"), group: t("title"), keys: ["n"], run: () => setSeed(seed + 1) },
    ...(onOther === null
      ? []
      : [{ name: "bulk.other", label: t("other"), group: t("title"), keys: ["t"], run: onOther }]),
  ]);
  if (preview.error !== null) return <EmptyState title={t("refused")} lines={errorWords(preview.error)} />;
  const deed = words.deed(change);
  const total = counted?.total ?? (many.kind === "ids" ? many.ids.length : many.total);
  return (
    <>
      <div className={styles.body} aria-busy={preview.isFetching || undefined}>
        <p className={styles.sentence}>
          {deed.verb} {deed.object === "" ? null : <strong>{deed.object}</strong>}
          <span className={styles.scope}>
            {t(many.kind === "ids" ? "scope.chosen" : "scope.matching", { count: total, shown: words.count(total) })}
          </span>
        </p>
        {counted === undefined ? (
          <SkeletonLines count={8} />
        ) : (
          <>
            <BulkLedger
              words={words}
              changed={{
                label: t("line.changes"),
                count: counted.changes,
                note: movement(counted, words.count, t),
              }}
              leftAlone={counted.leftAlone}
              total={{ count: counted.total, note: t("countedAt", { time: timeOfDay(language, counted.at) }) }}
            />
            <BulkSamples samples={counted.samples} onOthers={() => setSeed(seed + 1)} />
          </>
        )}
        <TextField
          label={change.step === "reopen" ? t("reason.required") : t("reason.label")}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <div className={styles.how}>
          <div>
            <h3>{t("how.runs")}</h3>
            <p>{t("how.runsText")}</p>
          </div>
          <div>
            <h3>{t("how.undone")}</h3>
            <p>
              <Keycap keys="u" /> {t("how.undoneText")}
            </p>
          </div>
        </div>
        {start.error === null ? null : (
          <p role="alert" className={styles.refusal}>
            {errorWords(start.error)}
          </p>
        )}
      </div>
      <footer className={styles.foot}>
        <Button kind="primary" keys="mod+Enter" aria-disabled={!ready} onClick={begin}>
          {lacksReason
            ? t("reason.missing")
            : t("start.count", { count: counted?.changes ?? 0, shown: words.count(counted?.changes ?? 0) })}
        </Button>
        {onOther === null ? null : (
          <Button kind="field" keys="t" onClick={onOther}>
            {t("other")}
          </Button>
        )}
        <Button keys="Escape" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </footer>
    </>
  );
}

type Words = ReturnType<typeof useTranslation<"bulk">>["t"];

function movement(
  { leavesQueue, entersQueue, endsWaiting }: Pick<Preview, "leavesQueue" | "entersQueue" | "endsWaiting">,
  count: (value: number) => string,
  t: Words,
): string {
  const moves = { leavesQueue, entersQueue, endsWaiting };
  return (["leavesQueue", "entersQueue", "endsWaiting"] as const)
    .filter((name) => moves[name] > 0)
    .map((name) => t(name, { count: moves[name], shown: count(moves[name]) }))
    .join(" · ");
}
