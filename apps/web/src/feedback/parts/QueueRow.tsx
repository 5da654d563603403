import type { FeedbackRow } from "@kuultu/domain/feedback/feedback-view";
import { isOpen, routingClasses } from "@kuultu/domain/feedback/triage-status";
import IconArrowForwardUp from "@tabler/icons-react/dist/esm/icons/IconArrowForwardUp.mjs";
import IconClockExclamation from "@tabler/icons-react/dist/esm/icons/IconClockExclamation.mjs";
import { Link } from "@tanstack/react-router";
import { memo } from "react";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { useLanguage } from "#locales/use-language";
import { age, dayOfInstant } from "#ui/figures";

import type { FeedbackSearch } from "../feedback-search.ts";
import { shownFirstLine } from "../first-line.ts";
import type { Names } from "../use-names.ts";
import { kindIcons } from "./kind-icon.ts";
import styles from "./QueueRow.module.css";

export interface QueueRowProps {
  readonly row: FeedbackRow;
  readonly search: FeedbackSearch;
  readonly names: Names;
  readonly current: boolean;
  /** The one row that Tab comes to. */
  readonly reachable: boolean;
}

/** Kind, first line, age; themes, channel, and the language where it is not the page's. */
export const QueueRow = memo(function QueueRow({ row, search, names, current, reachable }: QueueRowProps) {
  const { t } = useTranslation("feedback");
  const language = useLanguage();
  const { slug, today } = useOrganisation();
  const Icon = kindIcons[row.kind];
  const past = isOpen(row.status) && row.triageDueOn < today;
  const foreign = row.language !== language && row.language !== "und";
  return (
    <Link
      to="/$organisation/feedback"
      params={{ organisation: slug }}
      search={{ ...search, item: row.id }}
      className={styles.row}
      aria-current={current || undefined}
      tabIndex={reachable ? 0 : -1}
      draggable={false}
      preload={false}
    >
      <Icon size={18} stroke={1.5} aria-hidden="true" className={styles.icon} />
      <span className="visually-hidden">{t(`kind.${row.kind}`)}:</span>
      <span className={styles.line}>
        <span className={styles.firstLine} lang={foreign ? row.language : undefined}>
          {shownFirstLine(row.firstLine, (kind) => t(`pane.masked.${kind}`))}
        </span>
        <span className={styles.age}>{age(language, dayOfInstant(row.receivedAt), today)}</span>
      </span>
      <span className={styles.second}>
        <span className={styles.themes}>
          <Whither row={row} names={names} />
        </span>
        <span className={styles.facts}>
          {past ? (
            <>
              <IconClockExclamation size={14} stroke={1.75} aria-hidden="true" className={styles.past} />
              <span className="visually-hidden">{t("view.pastTarget")}</span>
            </>
          ) : null}
          {search.roundId === undefined && search.channelId !== undefined
            ? names.round(row.roundId)
            : names.facet(row.channelId) || t(`source.${row.source}`)}
          {foreign ? <span className={styles.language}>{row.language}</span> : null}
        </span>
      </span>
    </Link>
  );
});

/** The themes; or where it went instead; or the state, where neither says it. */
function Whither({ row, names }: { readonly row: FeedbackRow; readonly names: Names }) {
  const { t } = useTranslation("feedback");
  if (row.status === "routed") {
    const routed = routingClasses.find((routingClass) => routingClass === row.statusReason);
    return (
      <span className={styles.routed}>
        <IconArrowForwardUp size={14} stroke={1.75} aria-hidden="true" />
        {routed === undefined ? t("status.routed") : t("list.routedTo", { where: t(`routing.${routed}`) })}
      </span>
    );
  }
  if (row.themeIds.length > 0) return row.themeIds.map(names.theme).filter(Boolean).join(", ");
  if (row.status === "duplicate" || row.status === "rejected" || row.status === "waiting")
    return t(`status.${row.status}`);
  return row.statusReason !== null || !isOpen(row.status) ? t("list.noTheme") : "";
}
