import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";
import { routingClasses } from "@kuultu/domain/feedback/triage-status";
import IconClock from "@tabler/icons-react/dist/esm/icons/IconClock.mjs";
import IconClockCheck from "@tabler/icons-react/dist/esm/icons/IconClockCheck.mjs";
import IconClockExclamation from "@tabler/icons-react/dist/esm/icons/IconClockExclamation.mjs";
import IconClockPause from "@tabler/icons-react/dist/esm/icons/IconClockPause.mjs";
import IconUser from "@tabler/icons-react/dist/esm/icons/IconUser.mjs";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { useLanguage } from "#locales/use-language";
import { dayNear, weekdayNear } from "#ui/figures";

import { clocksOf } from "../item-clocks.ts";
import { useClockWords } from "../use-clock-words.ts";
import { useOwnerName } from "../use-owners.ts";
import { useRoutingNote } from "../use-routing-targets.ts";
import styles from "./Clocks.module.css";

const icons = { running: IconClock, past: IconClockExclamation, met: IconClockCheck };

/** Who has it, until when it waits, and what must happen by when. */
export function Clocks({ item }: { readonly item: FeedbackDetail }) {
  const { t } = useTranslation(["feedback", "steps"]);
  const language = useLanguage();
  const { today, closedDays } = useOrganisation();
  const leftWords = useClockWords();
  const ownerName = useOwnerName(item.assigneeId !== null || item.teamId !== null);
  const routed = item.status === "routed" ? routingClasses.find((each) => each === item.statusReason) : undefined;
  const note = useRoutingNote(routed !== undefined);
  const clocks = clocksOf(item, { today, closedDays });
  const owned = item.assigneeId !== null || item.teamId !== null;
  const where = routed === undefined ? "" : t(`feedback:routing.${routed}`);
  return (
    <section className={styles.clocks}>
      <h2>{t("pane.clocks")}</h2>
      {owned || mayBeOwned(item) ? (
        <p className={styles.clock}>
          <IconUser size={16} stroke={1.5} aria-hidden="true" />
          <span>{t("steps:owner.label")}</span>
          <strong>{owned ? ownerName(item) : t("steps:owner.nobody")}</strong>
        </p>
      ) : null}
      {item.status === "waiting" ? (
        <p className={styles.clock}>
          <IconClockPause size={16} stroke={1.5} aria-hidden="true" />
          <span>{t("steps:clock.waiting")}</span>
          <strong>
            {item.waitingUntil === null ? t("steps:clock.forAnswer") : weekdayNear(language, item.waitingUntil, today)}
          </strong>
        </p>
      ) : null}
      {clocks.map((clock) => {
        const Icon = icons[clock.state];
        return (
          <p key={clock.name} className={styles.clock} data-past={clock.state === "past" || undefined}>
            <Icon size={16} stroke={1.5} aria-hidden="true" />
            <span>{t(`steps:clock.${clock.name}`, { where })}</span>
            <span className={styles.day}>{dayNear(language, clock.dueOn, today)}</span>
            <strong>{leftWords(clock, item.status)}</strong>
          </p>
        );
      })}
      {routed !== undefined && clocks.length === 0 ? (
        <p className={styles.clock}>
          <IconClock size={16} stroke={1.5} aria-hidden="true" />
          <span>{where}</span>
          <strong>{note(routed)}</strong>
        </p>
      ) : null}
    </section>
  );
}

function mayBeOwned({ status }: FeedbackDetail): boolean {
  return status === "new" || status === "in_review" || status === "waiting" || status === "categorised";
}
