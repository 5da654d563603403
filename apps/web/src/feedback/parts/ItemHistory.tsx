import type { FeedbackDetail, HistoryView } from "@kuultu/domain/feedback/feedback-view";
import { feedbackKinds, noThemeReasons, rejectReasons, routingClasses } from "@kuultu/domain/feedback/triage-status";
import { useId, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useOrganisation } from "#app/session";
import { useLanguage } from "#locales/use-language";
import { Button } from "#ui/Button";
import { dayNear, dayOfInstant, timeOfDay } from "#ui/figures";

import type { Names } from "../use-names.ts";
import { useOlderHistory } from "../use-older-history.ts";
import { useUndoneWords } from "../use-undone-words.ts";
import { useStepHistoryWords } from "../use-step-history-words.ts";
import styles from "./ItemHistory.module.css";

/** Their own words hold the reason already. */
const saysReason: ReadonlySet<string> = new Set(["feedback.reopened", "feedback.returned"]);

/** Who did what to the item, newest first. */
export function ItemHistory({ item, names }: { readonly item: FeedbackDetail; readonly names: Names }) {
  const { t } = useTranslation(["feedback", "reading"]);
  const errorWords = useErrorWords();
  const titleId = useId();
  const when = useWhen();
  const older = useOlderHistory(item);
  const words = useHistoryWords({ ...item, history: older.history }, names);
  const entries = joined(older.history.toSorted((a, b) => b.at.localeCompare(a.at)));
  const box = useRef<HTMLElement>(null);
  const asked = useRef(false);
  useLayoutEffect(() => {
    if (older.exists || !asked.current) return;
    asked.current = false;
    // The button has gone with what it brought; the keyboard stays at the history.
    box.current?.focus({ preventScroll: true });
  }, [older.exists]);
  return (
    <section ref={box} className={styles.history} tabIndex={-1} aria-labelledby={titleId}>
      <h2 id={titleId}>{t("history.label")}</h2>
      <ol>
        {entries.map((entry) => (
          <li key={entry.id}>
            <time dateTime={entry.at}>{when(entry.at)}</time>
            <span>
              {entry.staffName === null ? null : <strong>{entry.staffName} </strong>}
              {words(entry)}
              {entry.texts["reason"] === undefined || saysReason.has(entry.change)
                ? null
                : ` – ${entry.texts["reason"]}`}
            </span>
          </li>
        ))}
        {older.exists ? (
          <li>
            <span />
            <span>
              <Button
                kind="field"
                small
                aria-disabled={older.isComing}
                onClick={() => {
                  asked.current = true;
                  older.show();
                }}
              >
                {t("reading:history.older")}
              </Button>
              {older.error === null ? null : <span role="alert"> {errorWords(older.error)}</span>}
            </span>
          </li>
        ) : null}
        {older.exists || entries.some((entry) => entry.change === "feedback.received") ? null : (
          <li>
            <time dateTime={item.receivedAt}>{when(item.receivedAt)}</time>
            <span>{t("history.received")}</span>
          </li>
        )}
      </ol>
    </section>
  );
}

/** Themes that one person added in the same minute are one line: "coded: Waiting, Advice". */
function joined(entries: readonly HistoryView[]): HistoryView[] {
  const lines: HistoryView[] = [];
  for (const entry of entries) {
    const last = lines.at(-1);
    const follows =
      last?.change === "feedback.coded" &&
      entry.change === "feedback.coded" &&
      last.staffName === entry.staffName &&
      last.at.slice(0, 16) === entry.at.slice(0, 16);
    if (!follows || last === undefined) lines.push(entry);
    else lines[lines.length - 1] = { ...last, values: { ...renamed(entry.values, entry.id), ...last.values } };
  }
  return lines;
}

const renamed = (values: HistoryView["values"], id: string): HistoryView["values"] =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [`${id}.${field}`, value]));

/** The time today, the day and month this year, the whole day before. */
export function useWhen(): (instant: string) => string {
  const { t } = useTranslation("feedback");
  const language = useLanguage();
  const { today } = useOrganisation();
  return (instant) => {
    const on = dayOfInstant(instant);
    if (on === today) return t("history.today", { time: timeOfDay(language, instant) });
    return dayNear(language, on, today);
  };
}

export function useHistoryWords(item: FeedbackDetail, names: Names): (entry: HistoryView) => string {
  const { t } = useTranslation(["feedback", "reading", "undoing"]);
  const undoneWords = useUndoneWords();
  const stepWords = useStepHistoryWords(item.history.some(({ change }) => change === "feedback.assigned"));
  return (entry) => {
    const to = (field: string): string => String(entry.values[field]?.[1] ?? "");
    const themes = Object.entries(entry.values)
      .filter(([field]) => field.endsWith(".themeId"))
      .map(([, [before, after]]) => String(after ?? before ?? ""))
      .map((themeId) => names.theme(themeId))
      .join(", ");
    const reason = to("statusReason");
    switch (entry.change) {
      case "feedback.kind-set": {
        const kind = feedbackKinds.find((each) => each === to("kind")) ?? "other";
        return t("history.kind-set", { kind: t(`kind.${kind}`) });
      }
      case "feedback.coded":
        return t("history.coded", { themes });
      case "feedback.uncoded":
        return t("history.uncoded", { themes });
      case "feedback.no-theme": {
        const known = noThemeReasons.find((each) => each === reason);
        return t("history.no-theme", { reason: known === undefined ? "" : t(`noTheme.${known}`) });
      }
      case "feedback.routed": {
        const known = routingClasses.find((each) => each === reason);
        return t("history.routed", { where: known === undefined ? "" : t(`routing.${known}`) });
      }
      case "feedback.rejected": {
        const known = rejectReasons.find((each) => each === reason);
        return t("history.rejected", { reason: known === undefined ? "" : t(`reject.${known}`) });
      }
      case "feedback.reopened":
        return t("history.reopened", { reason: entry.texts["reason"] ?? "" });
      case "feedback.done":
        return t("history.done");
      case "feedback.marked-duplicate":
        return t("history.marked-duplicate");
      case "feedback.note-added":
        return t("reading:history.note-added");
      case "feedback.note-edited":
        return t("reading:history.note-edited");
      case "feedback.note-removed":
        return t("reading:history.note-removed");
      case "feedback.undone": {
        const step = undoneWords(entry.undone);
        return step === null ? t("history.undone") : t("undoing:history", { step });
      }
      case "feedback.written-down":
        return t("history.written-down");
      case "feedback.contact-set":
        return t("history.contact-set");
      case "feedback.answer-given":
        return t("history.answer-given");
      case "feedback.answer-sent":
        return t("history.answer-sent");
      case "feedback.answer-failed":
        return t("history.answer-failed");
      case "feedback.answer-sent-again":
        return t("history.answer-sent-again");
      case "feedback.answered-elsewhere":
        return t("history.answered-elsewhere");
      default:
        return stepWords(entry) ?? t("history.received");
    }
  };
}
