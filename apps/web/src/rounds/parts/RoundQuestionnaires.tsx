import type { SurveyRoundView, SurveyView } from "@kuultu/domain/rounds/survey-view";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useMay } from "#app/session";
import { SegmentedControl } from "#ui/SegmentedControl";

import { QuestionnaireForm } from "./QuestionnaireForm.tsx";
import classes from "./SurveyEditor.module.css";

const isOpen = ({ state }: SurveyRoundView): boolean => state === "planned" || state === "collecting";

/** What each round that has not closed asks, in which order. */
export function RoundQuestionnaires({ survey }: { readonly survey: SurveyView }) {
  const { t } = useTranslation("questionnaire");
  const may = useMay();
  const [chosen, setChosen] = useState<string | null>(null);
  const rounds = survey.rounds.filter(isOpen);
  const round = rounds.find(({ id }) => id === chosen) ?? rounds.at(-1);
  if (!may("rounds.edit")) return null;
  return (
    <section className={classes.section} aria-labelledby="survey-asked">
      <div className={classes.head}>
        <h2 id="survey-asked">{t("ask.title")}</h2>
        {round !== undefined && (
          <SegmentedControl
            label={t("ask.round")}
            name="survey-round"
            segments={rounds.map(({ id, name }) => ({ value: id, label: name }))}
            value={round.id}
            onChange={setChosen}
          />
        )}
      </div>
      {round === undefined ? (
        <p className={classes.lead}>{t("ask.none")}</p>
      ) : (
        <QuestionnaireForm key={`${round.id} ${round.version}`} survey={survey} round={round} />
      )}
    </section>
  );
}
