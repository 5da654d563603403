import { type ThemeStatus, themeStatuses } from "@kuultu/domain/themes/theme-status";
import type { HistoryView } from "@kuultu/domain/feedback/feedback-view";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { dayOfInstant, day } from "#ui/figures";

import { Chapter } from "./Chapter.tsx";
import classes from "./ThemeHistory.module.css";

/** Entries of a theme's history, by the key of their wording. */
const wordings = {
  "theme.created": "created",
  "theme.edited": "edited",
  "theme.moved": "moved",
  "theme.pinned": "pinned",
  "action.added": "actionAdded",
  "action.edited": "actionEdited",
  "measure.added": "measureAdded",
  "measurement.added": "measurementAdded",
} as const;

const isWorded = (change: string): change is keyof typeof wordings => change in wordings;
const isStatus = (value: unknown): value is ThemeStatus => themeStatuses.some((status) => status === value);

/** What changed, from what to what, by whom and when. */
export function ThemeHistory({ history }: { readonly history: readonly HistoryView[] }) {
  const { t } = useTranslation("themes");
  const language = useLanguage();
  return (
    <Chapter
      number={4}
      id="history"
      title={t("chapter.history")}
      conclusion={t("history.count", { count: history.length })}
    >
      <ol className={classes.list}>
        {history.map((entry) => (
          <li key={entry.id}>
            <span className="figures">{day(language, dayOfInstant(entry.at))}</span>
            <span>
              {isWorded(entry.change) ? t(`change.${wordings[entry.change]}`) : entry.change}
              <Moved entry={entry} />
              {Object.values(entry.texts).map((text) => (
                <q key={text}>{text}</q>
              ))}
            </span>
            <span className={classes.who}>{entry.staffName ?? t("history.nobody")}</span>
          </li>
        ))}
      </ol>
    </Chapter>
  );
}

function Moved({ entry }: { readonly entry: HistoryView }) {
  const { t } = useTranslation("themes");
  const [from, to] = entry.values["status"] ?? [];
  if (entry.change !== "theme.moved" || !isStatus(from) || !isStatus(to)) return null;
  return ` ${t(`status.${from}`)} → ${t(`status.${to}`)}`;
}
