import IconPlus from "@tabler/icons-react/dist/esm/icons/IconPlus.mjs";
import type { SurveyQuestionView, SurveyView } from "@kuultu/domain/rounds/survey-view";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useMay } from "#app/session";
import { useName } from "#locales/use-language";
import { useRemoveQuestion } from "#rounds/use-survey";
import { useAnnounce } from "#ui/announcement";
import { Button } from "#ui/Button";

import { QuestionForm } from "./QuestionForm.tsx";
import { QuestionVersions } from "./QuestionVersions.tsx";
import classes from "./SurveyEditor.module.css";

/** The questions of a survey, each with its newest wording and when it was asked; one is edited where it stands. */
export function SurveyQuestions({ survey }: { readonly survey: SurveyView }) {
  const { t } = useTranslation("questionnaire");
  const name = useName();
  const may = useMay();
  const errorWords = useErrorWords();
  const announce = useAnnounce();
  /** The id of the question whose form is open, or "new". */
  const [open, setOpen] = useState<string | null>(null);
  /** Whose button takes the focus when it comes back with the row that the form stood in. */
  const returning = useRef<string | null>(null);
  const opener = (id: string) => (button: HTMLButtonElement | null) => {
    if (button === null || returning.current !== id) return;
    returning.current = null;
    button.focus();
  };
  const remove = useRemoveQuestion();
  const close = (): void => {
    returning.current = open;
    setOpen(null);
  };
  const saved = (): void => {
    close();
    announce(t("saved"));
  };
  return (
    <section className={classes.section} aria-labelledby="survey-questions">
      <div className={classes.head}>
        <h2 id="survey-questions">{t("question.title")}</h2>
        {may("rounds.edit") && open !== "new" && (
          <Button kind="field" ref={opener("new")} onClick={() => setOpen("new")}>
            <IconPlus size={16} stroke={1.75} aria-hidden="true" />
            {t("question.add")}
          </Button>
        )}
      </div>
      {open === "new" && <QuestionForm survey={survey} question={null} onSaved={saved} onClose={close} />}
      {survey.questions.length === 0 && open === null && <p className={classes.lead}>{t("question.empty")}</p>}
      {remove.error !== null && <p role="alert">{errorWords(remove.error)}</p>}
      <ul className={classes.rows}>
        {survey.questions.map((question) =>
          open === question.id ? (
            <li key={question.id}>
              <QuestionForm survey={survey} question={question} onSaved={saved} onClose={close} />
            </li>
          ) : (
            <li key={question.id}>
              <div className={classes.row}>
                <strong>{name(question.versions[0].wordings)}</strong>
                <KindOf question={question} survey={survey} />
                <WhenAsked question={question} />
                <span className={classes.rowActions}>
                  {may("rounds.edit") && (
                    <>
                      {!question.asked && (
                        <Button
                          small
                          aria-label={t("removeNamed", { name: name(question.versions[0].wordings) })}
                          disabled={remove.isPending}
                          onClick={() => remove.mutate({ questionId: question.id, version: question.version })}
                        >
                          {t("remove")}
                        </Button>
                      )}
                      <Button
                        small
                        kind="field"
                        ref={opener(question.id)}
                        aria-label={t("changeNamed", { name: name(question.versions[0].wordings) })}
                        onClick={() => setOpen(question.id)}
                      >
                        {t("change")}
                      </Button>
                    </>
                  )}
                </span>
              </div>
              {question.versions.length > 1 && <QuestionVersions question={question} />}
            </li>
          ),
        )}
      </ul>
    </section>
  );
}

function KindOf({ question, survey }: { readonly question: SurveyQuestionView; readonly survey: SurveyView }) {
  const { t } = useTranslation("questionnaire");
  const name = useName();
  const { scale, options } = question.versions[0];
  const dimension = survey.dimensions.find(({ id }) => id === question.dimensionId);
  return (
    <span>
      {t(`kind.${question.kind}`)}
      {question.kind === "rating" && scale !== null && ` ${scale.min}–${scale.max}`}
      {options.length > 0 && ` (${options.length})`}
      {dimension !== undefined && ` · ${name(dimension.names)}`}
    </span>
  );
}

function WhenAsked({ question }: { readonly question: SurveyQuestionView }) {
  const { t } = useTranslation("questionnaire");
  const { version, rounds } = question.versions[0];
  const [from, to] = [rounds[0], rounds.at(-1)];
  return (
    <span className="figures">
      {t("question.version", { number: version })}
      {" · "}
      {from === undefined || !question.newestAsked
        ? t("question.neverAsked")
        : from === to
          ? from
          : t("question.askedIn", { from, to, count: rounds.length })}
    </span>
  );
}
