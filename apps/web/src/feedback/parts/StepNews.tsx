import IconX from "@tabler/icons-react/dist/esm/icons/IconX.mjs";
import { useTranslation } from "react-i18next";

import { Button } from "#ui/Button";

import type { Triage } from "../use-triage.ts";
import styles from "./StepNews.module.css";

/** What has become of keys and steps that nobody saw being done; said aloud as it comes, and here until it is closed. */
export function StepNews({ triage }: { readonly triage: Triage }) {
  const { t } = useTranslation("steps");
  if (triage.news === null) return null;
  return (
    <p className={styles.news}>
      <span>{triage.news}</span>
      <Button kind="icon" small aria-label={t("news.close")} onClick={triage.forgetNews}>
        <IconX size={16} stroke={1.5} />
      </Button>
    </p>
  );
}
