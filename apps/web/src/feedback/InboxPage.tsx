import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useOrganisation } from "#app/session";
import { Button } from "#ui/Button";
import { EmptyState } from "#ui/EmptyState";
import { Page } from "#ui/Page";
import { usePageTitle } from "#ui/page-title";
import { SegmentedControl } from "#ui/SegmentedControl";

import styles from "./InboxPage.module.css";
import { InboxRow } from "./parts/InboxRow.tsx";
import { useInbox } from "./use-inbox.ts";

const route = getRouteApi("/$organisation/inbox");

/** Notes in which one is named, newest first; opening one leads to its item and marks it as read. */
export function InboxPage() {
  const { t } = useTranslation(["notes", "app"]);
  const { slug } = useOrganisation();
  const unread = route.useSearch().unread === true;
  const navigate = route.useNavigate();
  const errorWords = useErrorWords();
  const inbox = useInbox(unread);
  usePageTitle(t("app:pageTitle", { page: t("inbox.title") }));
  const unreadIds = (inbox.lines ?? []).filter(({ read }) => !read).map(({ noteId }) => noteId);
  return (
    <Page
      title={t("inbox.title")}
      controls={
        <>
          <SegmentedControl
            label={t("inbox.show")}
            name="inbox"
            value={unread ? "unread" : "all"}
            segments={[
              { value: "all", label: t("inbox.all") },
              { value: "unread", label: t("inbox.unreadOnly") },
            ]}
            onChange={(value) => void navigate({ search: value === "unread" ? { unread: true } : {}, replace: true })}
          />
          {unreadIds.length === 0 ? null : (
            <Button className={styles.markAll} onClick={() => inbox.mark(unreadIds, true)}>
              {t("inbox.markAll")}
            </Button>
          )}
        </>
      }
    >
      {inbox.error ? <EmptyState title={t("app:error.title")} lines={errorWords(inbox.error)} /> : null}
      {inbox.lines?.length === 0 ? (
        <EmptyState title={unread ? t("inbox.noneUnread") : t("inbox.none")} lines={t("inbox.noneLines")} />
      ) : null}
      {inbox.lines === undefined || inbox.lines.length === 0 ? null : (
        <ul className={styles.list}>
          {inbox.lines.map((line) => (
            <InboxRow key={line.noteId} line={line} slug={slug} onMark={(read) => inbox.mark([line.noteId], read)} />
          ))}
        </ul>
      )}
      {inbox.more === undefined ? null : (
        <Button kind="field" onClick={inbox.more}>
          {t("inbox.more")}
        </Button>
      )}
    </Page>
  );
}
