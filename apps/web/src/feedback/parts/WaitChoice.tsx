import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { useLanguage } from "#locales/use-language";
import { Button } from "#ui/Button";
import { weekdayNear } from "#ui/figures";
import { onEscape } from "#ui/on-escape";

import { daysToWait } from "../item-clocks.ts";
import { type Reason, ReasonPanel } from "./ReasonPanel.tsx";
import styles from "./ReasonPanel.module.css";

type Wait = "tomorrow" | "week" | "month" | "answer" | "wake";

/** Until when to wait: a day that is offered, a day that is typed, or until an answer comes (null). */
export function WaitChoice(props: {
  /** Offers to wait no longer; null: nothing waits. */
  readonly onWake: (() => void) | null;
  readonly onWait: (until: string | null) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation("steps");
  const language = useLanguage();
  const { today } = useOrganisation();
  const days = daysToWait(today);
  const [typed, setTyped] = useState("");
  const { onWake, onWait } = props;
  const offered = (value: "tomorrow" | "week" | "month"): Reason<Wait> => ({
    value,
    label: t(`wait.${value}`),
    note: weekdayNear(language, days[value], today),
  });
  const reasons: Reason<Wait>[] = [
    offered("tomorrow"),
    offered("week"),
    offered("month"),
    { value: "answer", label: t("wait.answer") },
    ...(onWake === null ? [] : [{ value: "wake" as const, label: t("wait.wake") }]),
  ];
  const choose = (value: Wait): void => {
    if (value === "wake") onWake?.();
    else onWait(value === "answer" ? null : days[value]);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typed !== "") onWait(typed);
  };
  return (
    <>
      <ReasonPanel question={t("wait.title")} reasons={reasons} onChoose={choose} onCancel={props.onCancel} />
      <form className={styles.after} onSubmit={submit} onKeyDown={onEscape(props.onCancel)}>
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
