import type { HistoryView } from "@kuultu/domain/feedback/feedback-view";
import { routingClasses } from "@kuultu/domain/feedback/triage-status";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { useStepHistoryWords } from "#feedback/use-step-history-words";
import { useLanguage } from "#locales/use-language";
import { dayNear, dayOfInstant, timeOfDay } from "#ui/figures";

import classes from "./RoutedItem.module.css";

/** What happened to it on the registrar's side, newest first. What triagers did before is theirs. */
export function RoutedHistory({ history }: { readonly history: readonly HistoryView[] }) {
  const { t } = useTranslation(["routed", "feedback"]);
  const language = useLanguage();
  const { today } = useOrganisation();
  const stepWords = useStepHistoryWords(false);
  const wordsOf = (entry: HistoryView): string | null => {
    const to = routingClasses.find((each) => each === entry.values["statusReason"]?.[1]);
    if (entry.change === "feedback.routed" && to !== undefined)
      return t("feedback:history.routed", { where: t(`feedback:routing.${to}`) });
    if (entry.change === "feedback.undone") return t("feedback:history.undone");
    return ["returned", "acknowledged", "settled"].some((name) => entry.change === `feedback.${name}`)
      ? stepWords(entry)
      : null;
  };
  const told = history.flatMap((entry) => {
    const words = wordsOf(entry);
    return words === null ? [] : [{ ...entry, words }];
  });
  return (
    <section className={classes.history}>
      <h3>{t("history")}</h3>
      <ol>
        {told.map(({ id, at, staffName, words }) => (
          <li key={id}>
            <time dateTime={at}>
              {dayNear(language, dayOfInstant(at), today)} {timeOfDay(language, at)}
            </time>
            <span>
              {staffName === null ? null : <strong>{staffName} </strong>}
              {words}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
