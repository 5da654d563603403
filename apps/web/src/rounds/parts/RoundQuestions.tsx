import type { RoundQuestionView, RoundView } from "@kuultu/domain/rounds/round-view";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useLanguage, useName } from "#locales/use-language";
import { Button } from "#ui/Button";
import { decimal, share, wholeNumber } from "#ui/figures";

import classes from "./RoundSections.module.css";

const shownFirst = 8;

/** What was asked, in which version, and what it came to. */
export function RoundQuestions({ round }: { readonly round: RoundView }) {
  const { t } = useTranslation("rounds");
  const name = useName();
  const language = useLanguage();
  const [all, setAll] = useState(false);
  const rows = all ? round.questions : round.questions.slice(0, shownFirst);
  // In the first round every question is new, which is no news.
  const isNews = round.questions.some((question) => !question.isNew);
  if (round.questions.length === 0) return null;
  return (
    <section aria-labelledby="questions-title" className={classes.section}>
      <h2 id="questions-title" className={classes.title}>
        {t("questions.title")} <span className="figures">{wholeNumber(language, round.questions.length)}</span>
      </h2>
      <div className={classes.frame} role="region" aria-label={t("questions.title")} tabIndex={0}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t("questions.question")}</th>
              <th scope="col">{t("questions.version")}</th>
              <th scope="col">n</th>
              <th scope="col">{t("questions.figure")}</th>
            </tr>
          </thead>
          <tbody className="figures">
            {rows.map((question) => (
              <tr key={question.questionId}>
                <th scope="row">
                  {name(question.names)}{" "}
                  {isNews && question.isNew && <span className={classes.tag}>{t("questions.new")}</span>}
                </th>
                <td>{question.version}</td>
                <td>
                  {question.suppressed
                    ? "<10"
                    : question.n === null || question.n === 0
                      ? "–"
                      : wholeNumber(language, question.n)}
                </td>
                <td>
                  <Answered question={question} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {round.questions.length > shownFirst && !all && (
        <Button onClick={() => setAll(true)}>{t("questions.all", { count: round.questions.length })}</Button>
      )}
    </section>
  );
}

function Answered({ question }: { readonly question: RoundQuestionView }) {
  const { t } = useTranslation("rounds");
  const language = useLanguage();
  if (question.kind === "open_text") return <span className={classes.quiet}>{t("questions.openText")}</span>;
  if (question.suppressed) return <span className={classes.quiet}>{t("questions.suppressed")}</span>;
  if (question.mean === null) return "–";
  return (
    <strong>
      {question.kind === "yes_no" ? share(language, Number(question.mean)) : decimal(language, question.mean)}
    </strong>
  );
}
