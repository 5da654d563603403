import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { useLanguage } from "#locales/use-language";
import { Button } from "#ui/Button";
import { weekdayNear } from "#ui/figures";

import { daysToWait } from "../item-clocks.ts";
import { type Reason, ReasonPanel } from "./ReasonPanel.tsx";
import styles from "./ReasonPanel.module.css";
import type { StepPanelProps } from "./step-panel-props.ts";

type Wait = "tomorrow" | "week" | "answer" | "wake";

/** Until when it waits: a day that is offered, a day that is typed, or until an answer comes. */
export function WaitPanel({ item, triage }: StepPanelProps) {
  const { t } = useTranslation("steps");
  const language = useLanguage();
  const { today } = useOrganisation();
  const days = daysToWait(today);
  const [typed, setTyped] = useState("");
  const wait = (until: string | null): void => triage.take({ name: "wait", until, asked: today });
  const reasons: Reason<Wait>[] = [
    { value: "tomorrow", label: t("wait.tomorrow"), note: weekdayNear(language, days.tomorrow, today) },
    { value: "week", label: t("wait.week"), note: weekdayNear(language, days.week, today) },
    { value: "answer", label: t("wait.answer") },
    ...(item.status === "waiting" ? [{ value: "wake" as const, label: t("wait.wake") }] : []),
  ];
  const choose = (value: Wait): void => {
    if (value === "wake") triage.take({ name: "wake" });
    else wait(value === "answer" ? null : days[value]);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typed !== "") wait(typed);
  };
  return (
    <>
      <ReasonPanel
        question={t("wait.title")}
        reasons={reasons}
        onChoose={choose}
        onCancel={() => triage.showPanel("keypad")}
      />
      <form className={styles.after} onSubmit={submit}>
        <label htmlFor="wait-day">{t("wait.day")}</label>
        <input
          id="wait-day"
          type="date"
          className={styles.field}
          min={days.tomorrow}
          max="2199-12-31"
          required
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" kind="field">
          {t("wait.confirm")}
        </Button>
      </form>
    </>
  );
}
