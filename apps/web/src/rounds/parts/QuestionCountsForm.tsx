import type { RoundView } from "@kuultu/domain/rounds/round-view";
import type { TypedCounts } from "@kuultu/domain/rounds/survey-view";
import { meanText, ratingStatistics } from "@kuultu/domain/statistics/rating-statistics";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useLanguage } from "#locales/use-language";
import { readCount } from "#rounds/round-draft";
import { useSetCounts } from "#rounds/use-survey";
import { Button } from "#ui/Button";
import { FieldRow, FormActions, TextField } from "#ui/Field";
import { decimal, wholeNumber } from "#ui/figures";

import classes from "./QuestionCountsForm.module.css";

/** How often each value of one question was given, with what that comes to while it is typed. */
export function QuestionCountsForm({
  round,
  question,
  onSaved,
  onClose,
}: {
  readonly round: RoundView;
  readonly question: TypedCounts;
  readonly onSaved: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation("questionnaire");
  const language = useLanguage();
  const errorWords = useErrorWords();
  const [texts, setTexts] = useState<readonly string[]>(() =>
    [...question.counts, question.cannotSay].map((count) => (count === 0 ? "" : String(count))),
  );
  const { mutate, isPending, error } = useSetCounts();
  const read = texts.map(readCount);
  const wrong = read.includes(undefined);
  const all = read.map((count) => count ?? 0);
  const counts = all.slice(0, -1);
  const { n, mean } = ratingStatistics({ scaleMin: question.scale.min, counts });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (wrong) return;
    mutate(
      {
        roundId: round.id,
        version: round.version,
        questionId: question.questionId,
        counts: [...counts],
        cannotSay: all.at(-1) ?? 0,
      },
      { onSuccess: onSaved },
    );
  }

  return (
    <form className={classes.counts} onSubmit={submit} noValidate aria-label={t("counts.title")}>
      <FieldRow>
        {texts.map((text, index) => (
          <TextField
            // The place in the scale is what a field is.
            key={index}
            label={
              index === texts.length - 1
                ? t("counts.cannotSay")
                : t("question.label", { value: question.scale.min + index })
            }
            inputMode="numeric"
            value={text}
            error={read[index] === undefined ? t("round.number") : undefined}
            onChange={(event) => setTexts(texts.with(index, event.target.value))}
          />
        ))}
      </FieldRow>
      {n > 0 && mean !== null && (
        <p className="figures">
          {t("counts.result", { n: wholeNumber(language, n), mean: decimal(language, meanText(mean)) })}
        </p>
      )}
      {error !== null && <p role="alert">{errorWords(error)}</p>}
      <FormActions>
        <Button kind="primary" type="submit" disabled={isPending || wrong}>
          {t("save")}
        </Button>
        <Button onClick={onClose}>{t("cancel")}</Button>
      </FormActions>
    </form>
  );
}
