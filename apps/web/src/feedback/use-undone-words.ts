import { useTranslation } from "react-i18next";

const named = [
  "kind-set",
  "coded",
  "uncoded",
  "no-theme",
  "done",
  "routed",
  "marked-duplicate",
  "rejected",
  "reopened",
  "waiting",
  "woken",
  "assigned",
  "answer-given",
  "answer-sent-again",
  "answered-elsewhere",
  "reply-expected",
  "no-reply-expected",
  "returned",
  "acknowledged",
  "settled",
] as const;

/** Names what was taken back by the code that the history has for it ("feedback.done"); null for what has no name. */
export function useUndoneWords(): (change: string | null) => string | null {
  const { t } = useTranslation("undoing");
  return (change) => {
    const name = named.find((each) => `feedback.${each}` === change);
    return name === undefined ? null : t(`step.${name}`);
  };
}
