import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";
import { isOpen } from "@kuultu/domain/feedback/triage-status";
import IconClock from "@tabler/icons-react/dist/esm/icons/IconClock.mjs";
import IconClockCheck from "@tabler/icons-react/dist/esm/icons/IconClockCheck.mjs";
import IconClockExclamation from "@tabler/icons-react/dist/esm/icons/IconClockExclamation.mjs";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { useLanguage } from "#locales/use-language";
import { ageInDays, dayNear, daysBetween } from "#ui/figures";

import styles from "./Clocks.module.css";

/** From here on nobody counts in days: months and years say more. */
const manyDays = 60;

/** What must happen by when. */
export function Clocks({ item }: { readonly item: FeedbackDetail }) {
  const { t } = useTranslation("feedback");
  const language = useLanguage();
  const { today } = useOrganisation();
  const left = daysBetween(today, item.triageDueOn);
  const open = isOpen(item.status);
  const past = open && left < 0;
  const Icon = past ? IconClockExclamation : open ? IconClock : IconClockCheck;
  const words = open
    ? past
      ? -left < manyDays
        ? t("pane.daysPast", { count: -left })
        : t("pane.longPast", { age: ageInDays(language, -left) })
      : left === 0
        ? t("pane.today")
        : t("pane.daysLeft", { count: left })
    : t(`status.${item.status}`);
  return (
    <section className={styles.clocks}>
      <h2>{t("pane.clocks")}</h2>
      <p className={styles.clock} data-past={past || undefined}>
        <Icon size={16} stroke={1.5} aria-hidden="true" />
        <span>{t("pane.triage")}</span>
        <span className={styles.day}>{dayNear(language, item.triageDueOn, today)}</span>
        <strong>{words}</strong>
      </p>
      {item.replyExpected ? (
        <p className={styles.clock}>
          <IconClock size={16} stroke={1.5} aria-hidden="true" />
          <span>{t("pane.reply")}</span>
        </p>
      ) : null}
    </section>
  );
}
