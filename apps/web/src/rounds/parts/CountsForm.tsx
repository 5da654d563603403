import type { RoundView } from "@kuultu/domain/rounds/round-view";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useName } from "#locales/use-language";
import { useTypedCounts } from "#rounds/use-survey";
import { Button } from "#ui/Button";
import { SelectField } from "#ui/Field";
import { SkeletonLines } from "#ui/Skeleton";

import classes from "../../ui/form-box.module.css";
import { QuestionCountsForm } from "./QuestionCountsForm.tsx";

/** Counts of a round of which no answers are known: question by question, as a report gives them. */
export function CountsForm({
  round,
  onSaved,
  onClose,
}: {
  readonly round: RoundView;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation("questionnaire");
  const name = useName();
  const { data: questions } = useTypedCounts(round.id);
  const [chosen, setChosen] = useState("");
  if (questions === undefined) return <SkeletonLines count={3} height={20} gap={12} />;
  const question = questions.find(({ questionId }) => questionId === chosen) ?? questions[0];
  return (
    <section className={classes.form} aria-label={t("counts.title")}>
      {question === undefined ? (
        <>
          <p>{t("counts.none")}</p>
          <Button onClick={onClose}>{t("cancel")}</Button>
        </>
      ) : (
        <>
          <p>{t("counts.lead")}</p>
          <SelectField
            label={t("counts.question")}
            value={question.questionId}
            autoFocus
            options={questions.map(({ questionId, names }) => ({ value: questionId, label: name(names) }))}
            onChange={(event) => setChosen(event.target.value)}
          />
          <QuestionCountsForm
            key={`${question.questionId} ${round.version}`}
            round={round}
            question={question}
            onSaved={onSaved}
            onClose={onClose}
          />
        </>
      )}
    </section>
  );
}
