import IconPlus from "@tabler/icons-react/dist/esm/icons/IconPlus.mjs";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useMay, useOrganisation } from "#app/session";
import { useName } from "#locales/use-language";
import { Button, buttonClass } from "#ui/Button";
import { EmptyState } from "#ui/EmptyState";
import { Page } from "#ui/Page";
import { usePageTitle } from "#ui/page-title";
import { SkeletonLines } from "#ui/Skeleton";

import { NewRoundForm } from "./NewRoundForm.tsx";
import { NextRound } from "./NextRound.tsx";
import { RoundList } from "./parts/RoundList.tsx";
import { RoundTimeline } from "./parts/RoundTimeline.tsx";
import { surveyLines } from "./round-timeline-data.ts";
import classes from "./RoundsPage.module.css";
import { useRounds } from "./use-rounds.ts";

const route = getRouteApi("/$organisation/rounds");

/** Surveys with their rounds on a line of time, and each round with its ledger. */
export function RoundsPage() {
  const { t } = useTranslation(["rounds", "questionnaire", "app"]);
  const name = useName();
  const may = useMay();
  const errorWords = useErrorWords();
  const { slug } = useOrganisation();
  const navigate = route.useNavigate();
  const [adding, setAdding] = useState(false);
  const { data: rounds, error } = useRounds();
  usePageTitle(t("app:pageTitle", { page: t("title") }));
  return (
    <Page
      title={t("title")}
      actions={
        may("rounds.edit") && (
          <Button kind="primary" aria-expanded={adding} onClick={() => setAdding(!adding)}>
            <IconPlus size={16} stroke={1.75} aria-hidden="true" />
            {t("new.title")}
          </Button>
        )
      }
    >
      {adding && (
        <NewRoundForm
          onClose={() => setAdding(false)}
          onMade={(round) =>
            void navigate({ to: "/$organisation/rounds/$roundId", params: { organisation: slug, roundId: round.id } })
          }
        />
      )}
      {error !== null && <EmptyState title={errorWords(error)} />}
      {rounds === undefined && error === null && <SkeletonLines count={8} height={20} gap={16} />}
      {rounds?.length === 0 && !adding && (
        <EmptyState title={t("empty.title")} lines={t(may("rounds.edit") ? "empty.linesEdit" : "empty.lines")} />
      )}
      {surveyLines(rounds ?? []).map((line) => (
        <section key={line.surveyId} className={classes.survey} aria-labelledby={`survey-${line.surveyId}`}>
          <div className={classes.head}>
            <h2 id={`survey-${line.surveyId}`} className={classes.name}>
              {name(line.names)}
            </h2>
            <Link
              to="/$organisation/rounds/survey/$surveyId"
              params={{ organisation: slug, surveyId: line.surveyId }}
              className={buttonClass("quiet")}
              aria-label={`${name(line.names)}: ${t(may("rounds.edit") ? "questionnaire:edit" : "questionnaire:title")}`}
            >
              {t(may("rounds.edit") ? "questionnaire:edit" : "questionnaire:title")}
            </Link>
            {may("rounds.edit") && <NextRound surveyId={line.surveyId} />}
          </div>
          {line.rounds.length > 1 && <RoundTimeline line={line} />}
          <RoundList rounds={line.rounds.toReversed()} label={name(line.names)} />
        </section>
      ))}
    </Page>
  );
}
