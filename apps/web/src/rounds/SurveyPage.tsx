import { getRouteApi, Link } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useMay, useOrganisation } from "#app/session";
import { useName } from "#locales/use-language";
import { useAnnounce } from "#ui/announcement";
import { Button } from "#ui/Button";
import { EmptyState } from "#ui/EmptyState";
import { Page } from "#ui/Page";
import { usePageTitle } from "#ui/page-title";
import { SkeletonLines } from "#ui/Skeleton";

import { NextRound } from "./NextRound.tsx";
import { DimensionsForm } from "./parts/DimensionsForm.tsx";
import { RoundQuestionnaires } from "./parts/RoundQuestionnaires.tsx";
import classes from "./parts/SurveyEditor.module.css";
import { DimensionList, SurveyFacts } from "./parts/SurveyFacts.tsx";
import { SurveyForm } from "./parts/SurveyForm.tsx";
import { SurveyQuestions } from "./parts/SurveyQuestions.tsx";
import { useSurvey } from "./use-survey.ts";

const route = getRouteApi("/$organisation/rounds/survey/$surveyId");

/** The questionnaire of a survey: what it is, its dimensions, its questions and what each round asks of them. */
export function SurveyPage() {
  const { t } = useTranslation(["questionnaire", "rounds", "app"]);
  const name = useName();
  const may = useMay();
  const errorWords = useErrorWords();
  const announce = useAnnounce();
  const { slug } = useOrganisation();
  const { surveyId } = route.useParams();
  const { data: survey, error } = useSurvey(surveyId);
  const [open, setOpen] = useState<"survey" | "dimensions" | null>(null);
  const openers = { survey: useRef<HTMLButtonElement>(null), dimensions: useRef<HTMLButtonElement>(null) };
  usePageTitle(t("app:pageTitle", { page: t("title") }));

  if (error !== null) return <EmptyState title={errorWords(error)} />;
  if (survey === undefined) {
    return (
      <Page title={t("title")}>
        <SkeletonLines count={10} height={20} gap={16} />
      </Page>
    );
  }
  const close = (): void => {
    if (open !== null) openers[open].current?.focus();
    setOpen(null);
  };
  const saved = (): void => {
    close();
    announce(t("saved"));
  };
  const opener = (part: "survey" | "dimensions") =>
    may("rounds.edit") && (
      <Button
        kind="field"
        ref={openers[part]}
        aria-label={t("changeNamed", { name: t(part === "survey" ? "survey.title" : "dimension.title") })}
        aria-expanded={open === part}
        onClick={() => setOpen(open === part ? null : part)}
      >
        {t("change")}
      </Button>
    );
  return (
    <Page
      title={name(survey.names)}
      controls={
        <p className={classes.quiet}>
          <Link to="/$organisation/rounds" params={{ organisation: slug }}>
            {t("rounds:title")}
          </Link>
          {" · "}
          {t("title")}
        </p>
      }
      actions={survey.rounds.length > 0 && may("rounds.edit") && <NextRound surveyId={survey.id} />}
    >
      <section className={classes.section} aria-labelledby="survey-facts">
        <div className={classes.head}>
          <h2 id="survey-facts">{t("survey.title")}</h2>
          {opener("survey")}
        </div>
        {open === "survey" ? (
          <SurveyForm survey={survey} onSaved={saved} onClose={close} />
        ) : (
          <SurveyFacts survey={survey} />
        )}
      </section>
      <section className={classes.section} aria-labelledby="survey-dimensions">
        <div className={classes.head}>
          <h2 id="survey-dimensions">{t("dimension.title")}</h2>
          {opener("dimensions")}
        </div>
        <p className={classes.lead}>{t("dimension.lead")}</p>
        {open === "dimensions" ? (
          <DimensionsForm survey={survey} onSaved={saved} onClose={close} />
        ) : (
          <DimensionList survey={survey} />
        )}
      </section>
      <SurveyQuestions survey={survey} />
      <RoundQuestionnaires survey={survey} />
    </Page>
  );
}
