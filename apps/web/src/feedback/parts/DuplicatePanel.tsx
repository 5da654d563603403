import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useTRPC } from "#app/trpc";
import { Button } from "#ui/Button";

import { candidateKey, type CandidateChoice, toggled } from "../candidate-choice.ts";
import { useMerge } from "../use-merge.ts";
import { CandidateList } from "./CandidateList.tsx";
import styles from "./DuplicatePanel.module.css";
import { DuplicateSearch } from "./DuplicateSearch.tsx";
import type { StepPanelProps } from "./step-panel-props.ts";

/** What says the same as the open item, with the reason; one is chosen as what it repeats, or several are merged into it. */
export function DuplicatePanel(props: StepPanelProps) {
  const { t } = useTranslation("reading");
  const { item, triage } = props;
  const trpc = useTRPC();
  const [choice, setChoice] = useState<CandidateChoice>({ pointed: 0, marked: [] });
  const [searching, setSearching] = useState(false);
  const { data: candidates, isPending } = useQuery(
    trpc.feedback.duplicateCandidates.queryOptions({ itemId: item.id }, { staleTime: 30_000, retry: false }),
  );
  const leave = (): void => triage.showPanel("keypad");
  const { merge, refusal } = useMerge(item.id, leave);
  const choose = (duplicateOfId: string): void => triage.take({ name: "duplicate", duplicateOfId });
  const mergeMarked = (): void => merge((candidates ?? []).filter(({ id }) => choice.marked.includes(id)));
  const ids = candidates?.map(({ id }) => id) ?? [];

  if (searching || (!isPending && ids.length === 0))
    return <DuplicateSearch {...props} hint={ids.length === 0 ? t("duplicates.none") : undefined} onChoose={choose} />;
  return (
    <>
      <div className={styles.head}>
        <h2>{t("duplicates.label")}</h2>
        {choice.marked.length === 0 ? null : (
          <Button kind="field" small keys="Enter" onClick={mergeMarked}>
            {t("duplicates.merge", { count: choice.marked.length })}
          </Button>
        )}
        <Button keys="/" onClick={() => setSearching(true)}>
          {t("duplicates.search")}
        </Button>
        <Button keys="Escape" onClick={leave}>
          {t("duplicates.cancel")}
        </Button>
      </div>
      {candidates === undefined ? (
        <p className={styles.looking} role="status">
          {t("duplicates.looking")}
        </p>
      ) : (
        <CandidateList
          candidates={candidates}
          choice={choice}
          onPoint={(pointed) => setChoice((before) => ({ ...before, pointed }))}
          onMark={(id) => setChoice((before) => ({ ...before, marked: toggled(before.marked, id) }))}
          onChoose={choose}
          onKey={(key) => {
            const meant = candidateKey(ids, choice, key);
            if (meant === null) return false;
            if (meant === "leave") leave();
            else if (meant === "search") setSearching(true);
            else if ("choice" in meant) setChoice(meant.choice);
            else if ("chosen" in meant) choose(meant.chosen);
            else mergeMarked();
            return true;
          }}
        />
      )}
      {refusal === null ? (
        <p className={styles.hint}>{choice.marked.length === 0 ? t("duplicates.hint") : t("duplicates.hintMarked")}</p>
      ) : (
        <p className={styles.refusal} role="alert">
          {refusal}
        </p>
      )}
    </>
  );
}
