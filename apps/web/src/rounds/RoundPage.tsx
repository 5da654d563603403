import { getRouteApi, Link } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useMay, useOrganisation } from "#app/session";
import { useName } from "#locales/use-language";
import { useAnnounce } from "#ui/announcement";
import { Button } from "#ui/Button";
import type { Command } from "#ui/command";
import { EmptyState } from "#ui/EmptyState";
import { Page } from "#ui/Page";
import { usePageTitle } from "#ui/page-title";
import { useCommands } from "#ui/shortcuts";
import { Skeleton, SkeletonLines } from "#ui/Skeleton";

import { CountsForm } from "./parts/CountsForm.tsx";
import { EditRoundForm } from "./parts/EditRoundForm.tsx";
import { HowCollected } from "./parts/HowCollected.tsx";
import { RoundActions } from "./parts/RoundActions.tsx";
import { RoundChanges } from "./parts/RoundChanges.tsx";
import { RoundLedgerView } from "./parts/RoundLedgerView.tsx";
import { RoundQuestions } from "./parts/RoundQuestions.tsx";
import { RoundTimeline } from "./parts/RoundTimeline.tsx";
import { WhatWasSaid } from "./parts/WhatWasSaid.tsx";
import { neighboursOf, surveyLines } from "./round-timeline-data.ts";
import classes from "./RoundPage.module.css";
import { useRound, useRounds } from "./use-rounds.ts";

const route = getRouteApi("/$organisation/rounds/$roundId");

/** A round: its place in time, its ledger, how it was collected, what was said, what it came to. */
export function RoundPage() {
  const { t } = useTranslation(["rounds", "questionnaire", "app"]);
  const name = useName();
  const errorWords = useErrorWords();
  const { slug } = useOrganisation();
  const navigate = route.useNavigate();
  const { roundId } = route.useParams();
  const may = useMay();
  const announce = useAnnounce();
  const [editing, setEditing] = useState<"round" | "counts" | null>(null);
  const roundOpener = useRef<HTMLButtonElement>(null);
  const countsOpener = useRef<HTMLButtonElement>(null);
  const { data: round, error } = useRound(roundId);
  const line = surveyLines(useRounds().data ?? []).find((one) => one.surveyId === round?.surveyId);
  const { before, after } = line === undefined ? { before: null, after: null } : neighboursOf(line, roundId);
  usePageTitle(t("app:pageTitle", { page: round === undefined ? t("title") : t("round", { name: round.name }) }));

  const closeForm = (): void => {
    (editing === "counts" ? countsOpener : roundOpener).current?.focus();
    setEditing(null);
  };
  const said = (): void => announce(t("questionnaire:saved"));
  const saved = (): void => {
    closeForm();
    said();
  };
  const go = (id: string | undefined): void => {
    if (id !== undefined)
      void navigate({ to: "/$organisation/rounds/$roundId", params: { organisation: slug, roundId: id } });
  };
  const commands: readonly Command[] = [
    {
      name: "rounds.before",
      label: t("before"),
      group: t("title"),
      keys: ["["],
      available: before !== null,
      run: () => go(before?.id),
    },
    {
      name: "rounds.after",
      label: t("after"),
      group: t("title"),
      keys: ["]"],
      available: after !== null,
      run: () => go(after?.id),
    },
  ];
  useCommands(commands);

  if (error !== null) return <EmptyState title={errorWords(error)} />;
  if (round === undefined) return <RoundSkeleton />;
  return (
    <Page
      title={t("round", { name: round.name })}
      controls={
        <p className={classes.about}>
          <Link to="/$organisation/rounds" params={{ organisation: slug }}>
            {name(round.surveyNames)}
          </Link>
          <span className={classes.state}>{t(`state.${round.state}`)}</span>
        </p>
      }
      actions={
        <>
          {may("rounds.edit") && (
            <>
              {round.responses === 0 && round.questions.length > 0 && (
                <Button
                  kind="field"
                  ref={countsOpener}
                  aria-expanded={editing === "counts"}
                  onClick={() => setEditing(editing === "counts" ? null : "counts")}
                >
                  {t("questionnaire:counts.title")}
                </Button>
              )}
              <Button
                kind="field"
                ref={roundOpener}
                aria-expanded={editing === "round"}
                onClick={() => setEditing(editing === "round" ? null : "round")}
              >
                {t("questionnaire:round.title")}
              </Button>
            </>
          )}
          <RoundActions round={round} />
        </>
      }
    >
      {editing === "round" && <EditRoundForm key={round.id} round={round} onClose={closeForm} onSaved={saved} />}
      {editing === "counts" && <CountsForm key={round.id} round={round} onClose={closeForm} onSaved={said} />}
      {line !== undefined && line.rounds.length > 1 && <RoundTimeline line={line} currentId={round.id} />}
      <div className={classes.ledger}>
        <RoundLedgerView round={round} />
      </div>
      <div className={classes.columns}>
        <HowCollected round={round} />
        <WhatWasSaid round={round} />
        <div className={classes.asked}>
          <RoundQuestions round={round} />
          <RoundChanges round={round} />
          <p className={classes.about}>
            <Link to="/$organisation/rounds/survey/$surveyId" params={{ organisation: slug, surveyId: round.surveyId }}>
              {t(may("rounds.edit") ? "questionnaire:edit" : "questionnaire:title")}
            </Link>
          </p>
        </div>
      </div>
    </Page>
  );
}

function RoundSkeleton() {
  return (
    <Page title={<Skeleton width={160} height={24} />}>
      <Skeleton height={48} />
      <div className={classes.ledger}>
        <Skeleton height={96} />
      </div>
      <div className={classes.columns}>
        <SkeletonLines count={6} height={14} gap={18} />
        <SkeletonLines count={8} height={14} gap={18} />
        <SkeletonLines count={6} height={14} gap={18} />
      </div>
    </Page>
  );
}
