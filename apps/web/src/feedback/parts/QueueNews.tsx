import { useTranslation } from "react-i18next";

import { Button } from "#ui/Button";

import type { LiveQueue } from "../use-live-queue.ts";
import styles from "./QueueNews.module.css";

/** What has come since the list was fetched, shown when asked for. */
export function QueueNews({ queue: { fresh, showFresh } }: { readonly queue: LiveQueue }) {
  const { t } = useTranslation("live");
  if (fresh === 0) return null;
  return (
    <div className={styles.news}>
      <Button small onClick={showFresh}>
        {fresh === null ? t("freshMany") : t("fresh", { count: fresh })}
      </Button>
    </div>
  );
}
