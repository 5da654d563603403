import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { Button } from "#ui/Button";
import { focusOnArrival } from "#ui/focus";
import { onEscape } from "#ui/on-escape";
import { SegmentedControl } from "#ui/SegmentedControl";
import { KeyHold } from "#ui/shortcuts";
import { SkeletonLines } from "#ui/Skeleton";

import { useAnswerDesk, useContact } from "../use-answering.ts";
import { useConfirmation } from "../use-confirmation.ts";
import { useWriting } from "../writing.tsx";
import { AnswerContact } from "./AnswerContact.tsx";
import { AnswerElsewhere } from "./AnswerElsewhere.tsx";
import styles from "./AnswerPanel.module.css";
import { AnswerWriting } from "./AnswerWriting.tsx";
import { FailedAnswer } from "./FailedAnswer.tsx";
import type { StepPanelProps } from "./step-panel-props.ts";

/** Who is answered, how, and with what words; where no mail can be sent, that it was answered elsewhere. */
export function AnswerPanel({ item, triage }: StepPanelProps) {
  const { t } = useTranslation("answers");
  const errorWords = useErrorWords();
  const confirm = useConfirmation();
  useWriting();
  const desk = useAnswerDesk(item.id);
  const contact = useContact(item.id, item.hasContact);
  const [way, setWay] = useState<"mail" | "elsewhere">("mail");
  const close = (): void => triage.showPanel("keypad");
  const done = (said: string): void => {
    confirm(said, item, triage.undo);
    close();
  };
  const failed = desk.data?.answers.find(({ state }) => state === "failed");
  return (
    <section
      className={styles.panel}
      aria-labelledby="answer-title"
      tabIndex={-1}
      ref={focusOnArrival}
      onKeyDown={onEscape(close)}
    >
      <div className={styles.head}>
        <h2 id="answer-title">{t("panel.title")}</h2>
        <Button keys="Escape" onClick={close}>
          {t("panel.cancel")}
        </Button>
      </div>
      {desk.error === null ? null : <p role="alert">{errorWords(desk.error)}</p>}
      {desk.data === undefined ? (
        desk.error === null && (
          <>
            <KeyHold />
            <SkeletonLines count={6} height={20} gap={12} />
          </>
        )
      ) : (
        <>
          {contact.error === null ? null : <p role="alert">{errorWords(contact.error)}</p>}
          <AnswerContact item={item} contact={contact.data ?? null} isComing={contact.isLoading} />
          {failed === undefined ? null : <FailedAnswer item={item} answer={failed} onSent={done} />}
          {desk.data.maySend ? (
            <SegmentedControl
              label={t("panel.way")}
              name="answer-way"
              value={way}
              segments={[
                { value: "mail", label: t("panel.mail") },
                { value: "elsewhere", label: t("panel.elsewhere") },
              ]}
              onChange={setWay}
            />
          ) : (
            <p className={styles.notice}>{t("panel.notSetUp")}</p>
          )}
          {desk.data.maySend && way === "mail" ? (
            <AnswerWriting item={item} desk={desk.data} contact={contact.data ?? null} onSent={done} />
          ) : (
            <AnswerElsewhere item={item} desk={desk.data} focused={!desk.data.maySend} onMarked={done} />
          )}
          <p className={styles.note}>{t("panel.kept")}</p>
        </>
      )}
    </section>
  );
}
