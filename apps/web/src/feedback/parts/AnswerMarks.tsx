import { mayAnswer } from "@kuultu/domain/feedback/answer";
import type { AnswerMark } from "@kuultu/domain/feedback/answer-view";
import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";
import IconAlertTriangle from "@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs";
import IconArrowBackUp from "@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs";
import IconCheck from "@tabler/icons-react/dist/esm/icons/IconCheck.mjs";
import IconSend from "@tabler/icons-react/dist/esm/icons/IconSend.mjs";
import { useTranslation } from "react-i18next";

import { useMay, useOrganisation } from "#app/session";
import { useLanguage } from "#locales/use-language";
import { Button } from "#ui/Button";
import { dayNear, dayOfInstant, timeOfDay } from "#ui/figures";

import styles from "./AnswerMarks.module.css";

const icons = {
  sending: IconSend,
  sent: IconCheck,
  elsewhere: IconCheck,
  failed: IconAlertTriangle,
  withdrawn: IconArrowBackUp,
} as const;

/** How the item was answered, and what to do where an answer did not arrive. */
export default function AnswerMarks({
  item,
  onRepair,
}: {
  readonly item: FeedbackDetail;
  readonly onRepair: () => void;
}) {
  const { t } = useTranslation("answers");
  const language = useLanguage();
  const { today } = useOrganisation();
  const answers = useMay()("feedback.answer");
  const leaving = item.answers.some(({ state }) => state === "sending");
  const words = ({ state, place }: AnswerMark): string =>
    state === "elsewhere"
      ? t("state.elsewhere", { place: place === null ? "" : t(`place.${place}`).toLocaleLowerCase(language) })
      : // Given elsewhere, nothing was to leave from here.
        t(state === "withdrawn" && place !== null ? "state.unmarked" : `state.${state}`);
  const when = (instant: string): string =>
    `${dayNear(language, dayOfInstant(instant), today)} ${timeOfDay(language, instant)}`;
  const delivered = item.answered || leaving;
  return (
    <section className={styles.marks} aria-label={t("marks.label")}>
      <ul>
        {item.answers.map((answer) => {
          const Icon = icons[answer.state];
          return (
            <li key={answer.id} className={styles.mark} data-state={answer.state}>
              <Icon size={16} stroke={1.5} aria-hidden="true" />
              <span>
                <strong>{words(answer)}</strong>{" "}
                <span className={styles.who}>
                  {[when(answer.sentAt ?? answer.madeAt), answer.staffName].filter((part) => part !== null).join(" · ")}
                </span>
                {answer.failure === null || answer.state !== "failed" ? null : (
                  <span className={styles.advice}>{t(`failure.${answer.failure}`)}</span>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      {answers && !delivered && mayAnswer(item) && item.answers.some(({ state }) => state === "failed") ? (
        <Button kind="field" small onClick={onRepair}>
          {t("marks.repair")}
        </Button>
      ) : null}
    </section>
  );
}
