import type { AnswerView } from "@kuultu/domain/feedback/answer-view";
import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { Button } from "#ui/Button";

import { useAnswerSteps } from "../use-answering.ts";
import styles from "./AnswerPanel.module.css";

/** An answer that did not arrive: why, what to do, and the same words once more. */
export function FailedAnswer({
  item,
  answer,
  onSent,
}: {
  readonly item: FeedbackDetail;
  readonly answer: AnswerView;
  readonly onSent: (said: string) => void;
}) {
  const { t } = useTranslation("answers");
  const errorWords = useErrorWords();
  const { again } = useAnswerSteps(item);
  return (
    <div className={styles.failed}>
      <strong>{t("state.failed")}</strong>
      {answer.failure === null ? null : <p>{t(`failure.${answer.failure}`)}</p>}
      <p lang={answer.language}>{answer.subject}</p>
      {again.error === null ? null : <p role="alert">{errorWords(again.error)}</p>}
      <Button
        kind="field"
        disabled={again.isPending}
        onClick={() => again.mutate(answer.id, { onSuccess: () => onSent(t("said.given")) })}
      >
        {t("marks.again")}
      </Button>
    </div>
  );
}
