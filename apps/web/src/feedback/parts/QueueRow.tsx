import type { FeedbackRow } from "@kuultu/domain/feedback/feedback-view";
import type { MaskKind } from "@kuultu/domain/feedback/personal-data";
import { isOpen, routingClasses } from "@kuultu/domain/feedback/triage-status";
import IconArrowForwardUp from "@tabler/icons-react/dist/esm/icons/IconArrowForwardUp.mjs";
import IconClockExclamation from "@tabler/icons-react/dist/esm/icons/IconClockExclamation.mjs";
import IconCheck from "@tabler/icons-react/dist/esm/icons/IconCheck.mjs";
import { useRouter } from "@tanstack/react-router";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { useLanguage } from "#locales/use-language";
import { age, dayNear, dayOfInstant } from "#ui/figures";

import type { FeedbackSearch } from "../feedback-search.ts";
import { foundLine, shownFirstLine } from "../first-line.ts";
import { lateClock } from "../item-clocks.ts";
import { useRowFate } from "../row-fate.ts";
import type { Names } from "../use-names.ts";
import { kindIcons } from "./kind-icon.ts";
import styles from "./QueueRow.module.css";
import { RowOwner } from "./RowOwner.tsx";

export interface QueueRowProps {
  readonly row: FeedbackRow;
  /** The list without its item: it stays the same while one moves through it. */
  readonly search: FeedbackSearch;
  readonly names: Names;
  readonly current: boolean;
  /** The one row that Tab comes to. */
  readonly reachable: boolean;
  /** Chosen for a step on many; null: this person takes no steps. */
  readonly chosen: boolean | null;
}

/**
 * Kind, first line, age; themes, channel, the language where it is not the page's, and who has it. The two cells of a row of the grid;
 * the list hears their clicks, so that a step draws only the rows that it changes.
 */
export const QueueRow = memo(function QueueRow({ row, search, names, current, reachable, chosen }: QueueRowProps) {
  const { t } = useTranslation(["feedback", "keys", "steps"]);
  const fate = useRowFate(row);
  const language = useLanguage();
  const { slug, today } = useOrganisation();
  const Icon = kindIcons[row.kind];
  const late = lateClock(row, today);
  const foreign = row.language !== language && row.language !== "und";
  const maskWords = (kind: MaskKind): string => t(`pane.masked.${kind}`);
  const firstLine = shownFirstLine(row.firstLine, maskWords);
  const router = useRouter();
  const href = useMemo(
    () =>
      router.buildLocation({
        to: "/$organisation/feedback",
        params: { organisation: slug },
        search: { ...search, item: row.id },
      }).href,
    [router, slug, search, row.id],
  );
  const link = (
    <a
      href={href}
      className={styles.row}
      aria-current={current || undefined}
      tabIndex={reachable ? 0 : -1}
      draggable={false}
    >
      <Icon size={18} stroke={1.5} aria-hidden="true" className={styles.icon} />
      <span className="visually-hidden">{t(`kind.${row.kind}`)}:</span>
      <span className={styles.line}>
        <span className={styles.firstLine} lang={foreign ? row.language : undefined}>
          {row.hits === undefined
            ? firstLine
            : foundLine(row.firstLine, row.hits, maskWords).map(({ start, text, hit }) =>
                hit ? <mark key={start}>{text}</mark> : text,
              )}
        </span>
        <span className={styles.age}>{age(language, dayOfInstant(row.receivedAt), today)}</span>
      </span>
      <span className={styles.second}>
        <span className={styles.themes}>
          <Whither row={row} names={names} />
        </span>
        <span className={styles.facts}>
          {chosen === true && fate !== null ? (
            fate
          ) : (
            <>
              {late === null ? null : (
                <span className={styles.past} title={t(`steps:late.${late}`)}>
                  <IconClockExclamation size={14} stroke={1.75} aria-hidden="true" />
                  <span className="visually-hidden">{t(`steps:late.${late}`)}</span>
                </span>
              )}
              {search.roundId === undefined && search.channelId !== undefined
                ? names.round(row.roundId)
                : names.facet(row.channelId) || t(`source.${row.source}`)}
              {foreign ? <span className={styles.language}>{row.language}</span> : null}
              <RowOwner assigneeId={row.assigneeId} teamId={row.teamId} names={names} />
            </>
          )}
        </span>
      </span>
    </a>
  );
  return (
    <>
      {chosen === null ? null : (
        <div role="gridcell" className={styles.check}>
          <button
            type="button"
            role="checkbox"
            aria-checked={chosen}
            aria-label={t("keys:many.choose", { name: firstLine })}
            tabIndex={-1}
            data-choose=""
          >
            <span className={styles.box}>{chosen ? <IconCheck size={12} stroke={3} aria-hidden="true" /> : null}</span>
          </button>
        </div>
      )}
      <div role="gridcell" className={styles.cell}>
        {link}
      </div>
    </>
  );
});

/** The themes; or where it went instead; or the state, where neither says it. */
function Whither({ row, names }: { readonly row: FeedbackRow; readonly names: Names }) {
  const { t } = useTranslation(["feedback", "steps"]);
  const language = useLanguage();
  const { today } = useOrganisation();
  if (row.status === "routed") {
    const routed = routingClasses.find((routingClass) => routingClass === row.statusReason);
    return (
      <span className={styles.routed}>
        <IconArrowForwardUp size={14} stroke={1.75} aria-hidden="true" />
        {routed === undefined ? t("status.routed") : t("list.routedTo", { where: t(`routing.${routed}`) })}
      </span>
    );
  }
  if (row.status === "waiting") {
    return row.waitingUntil === null
      ? t("steps:waitingForAnswer")
      : t("steps:waitingUntil", { day: dayNear(language, row.waitingUntil, today) });
  }
  if (row.themeIds.length > 0) return row.themeIds.map(names.theme).filter(Boolean).join(", ");
  if (row.status === "duplicate" || row.status === "rejected") return t(`status.${row.status}`);
  return row.statusReason !== null || !isOpen(row.status) ? t("list.noTheme") : "";
}
