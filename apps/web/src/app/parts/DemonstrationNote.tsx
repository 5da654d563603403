import { useTranslation } from "react-i18next";

import styles from "./DemonstrationNote.module.css";

/** Seen at every width: in the rail's foot where there is a rail with words, else as a strip or a label. */
export function DemonstrationNote({ place }: { readonly place: "rail" | "strip" | "label" }) {
  const { t } = useTranslation("app");
  if (place === "label") return <span className={styles.label}>{t("demonstration.short")}</span>;
  const words = (
    <>
      <strong>{t("demonstration.title")}</strong> {t("demonstration.text", { mark: "◆" })}
    </>
  );
  return place === "rail" ? (
    <p className={styles.rail}>{words}</p>
  ) : (
    <aside className={styles.strip} aria-label={t("demonstration.short")}>
      {words}
    </aside>
  );
}
