import { Link } from "@tanstack/react-router";
import IconAt from "@tabler/icons-react/dist/esm/icons/IconAt.mjs";
import { useTranslation } from "react-i18next";

import { useUnread } from "#feedback/use-inbox";
import { useLanguage } from "#locales/use-language";
import { buttonClass } from "#ui/Button";
import { wholeNumber } from "#ui/figures";

import { useMay, useOrganisation } from "../session.tsx";
import styles from "./InboxLink.module.css";

/** More would push the bar apart; ears are told the whole number. */
const widest = 99;

/** The way to one's inbox, with how many notes wait there. */
export function InboxLink() {
  const { t } = useTranslation("app");
  const language = useLanguage();
  const { slug } = useOrganisation();
  const unread = useUnread();
  if (!useMay()("feedback.read")) return null;
  return (
    <Link
      to="/$organisation/inbox"
      params={{ organisation: slug }}
      search={{}}
      className={`${buttonClass("icon")} ${styles.link}`}
      aria-label={unread === 0 ? t("inbox.label") : t("inbox.unread", { count: unread })}
      aria-keyshortcuts="g m"
    >
      <IconAt size={18} stroke={1.5} aria-hidden="true" />
      {unread === 0 ? null : (
        <span className={styles.count} aria-hidden="true">
          {wholeNumber(language, Math.min(unread, widest)) + (unread > widest ? "+" : "")}
        </span>
      )}
    </Link>
  );
}
