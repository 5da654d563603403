import type { InboxLine } from "@kuultu/domain/feedback/note";
import type { MaskKind } from "@kuultu/domain/feedback/personal-data";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { useLanguage } from "#locales/use-language";
import { Button } from "#ui/Button";
import { dayNear, dayOfInstant, timeOfDay } from "#ui/figures";

import { shownFirstLine, wordingMasks } from "../first-line.ts";
import styles from "../InboxPage.module.css";

/** Who wrote what, beside which item; unread ones are told by a word and a dot, not by weight alone. */
export function InboxRow(props: {
  readonly line: InboxLine;
  readonly slug: string;
  readonly onMark: (read: boolean) => void;
}) {
  const { t } = useTranslation(["notes", "feedback"]);
  const language = useLanguage();
  const { today } = useOrganisation();
  const { line } = props;
  const maskWords = (kind: MaskKind): string => t(`feedback:pane.masked.${kind}`);
  const on = dayOfInstant(line.madeAt);
  return (
    <li className={styles.row} data-unread={!line.read || undefined}>
      <Link
        to="/$organisation/feedback"
        params={{ organisation: props.slug }}
        search={{ item: line.itemId, status: "all" }}
        className={styles.link}
        onClick={() => {
          if (!line.read) props.onMark(true);
        }}
      >
        <span className={styles.who}>
          {line.read ? null : (
            <>
              <span className={styles.dot} aria-hidden="true" />
              <span className={styles.unread}>{t("inbox.unread")}</span>
            </>
          )}
          <strong>{line.staffName ?? t("someone")}</strong>
          <time dateTime={line.madeAt}>
            {on === today ? timeOfDay(language, line.madeAt) : dayNear(language, on, today)}
          </time>
        </span>
        <span className={styles.body}>{wordingMasks(line.body, maskWords)}</span>
        <span className={styles.first} lang={line.language === "und" ? undefined : line.language}>
          {shownFirstLine(line.firstLine, maskWords)}
        </span>
      </Link>
      <Button small onClick={() => props.onMark(!line.read)}>
        {line.read ? t("inbox.markUnread") : t("inbox.markRead")}
      </Button>
    </li>
  );
}
