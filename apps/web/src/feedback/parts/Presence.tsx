import IconUsers from "@tabler/icons-react/dist/esm/icons/IconUsers.mjs";
import { useTranslation } from "react-i18next";

import { usePersonWords, usePresence } from "../use-presence.ts";
import styles from "./Presence.module.css";

/** Who else has the item open, by name. */
export function Presence({ itemId, writing }: { readonly itemId: string; readonly writing: boolean }) {
  const { t } = useTranslation("live");
  const people = usePresence(itemId, writing);
  const wordsOf = usePersonWords();
  if (people.length === 0) return null;
  const names = people.map(wordsOf).join(", ");
  return (
    <p className={styles.presence} title={t("here", { names })}>
      <IconUsers size={16} stroke={1.75} aria-hidden="true" />
      <span className="visually-hidden">{t("here", { names })}</span>
      <span aria-hidden="true" className={styles.names}>
        {names}
      </span>
    </p>
  );
}
