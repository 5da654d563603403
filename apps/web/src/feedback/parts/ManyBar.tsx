import IconX from "@tabler/icons-react/dist/esm/icons/IconX.mjs";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { Button } from "#ui/Button";
import { wholeNumber } from "#ui/figures";

import type { TriageAction } from "../triage-actions.ts";
import type { ManyChoice } from "../use-many.ts";
import type { Queue } from "../use-queue.ts";
import styles from "./ManyBar.module.css";
import { MoreActions } from "./MoreActions.tsx";

/** How many rows are chosen, the way to all that match, and what can be done to them. */
export function ManyBar(props: {
  readonly choice: ManyChoice;
  readonly queue: Queue;
  readonly commands: readonly TriageAction[];
}) {
  const { t } = useTranslation(["keys", "feedback"]);
  const language = useLanguage();
  const { choice, queue, commands } = props;
  if (choice.many === null) return null;
  const shown = (count: number, capped: boolean): string => {
    const figure = wholeNumber(language, count);
    return capped ? t("feedback:filter.atLeast", { count: figure }) : figure;
  };
  const fetched = queue.rows?.length ?? 0;
  const more =
    choice.many.kind === "ids" && choice.count === fetched && queue.total !== undefined && queue.total > fetched;
  return (
    <div className={styles.bar} role="group" aria-label={t("many.label")}>
      <p className={styles.count}>
        <strong>{t("many.chosen", { count: choice.count, shown: shown(choice.count, choice.capped) })}</strong>
      </p>
      {more ? (
        <Button className={styles.all} onClick={choice.chooseAllThatMatch}>
          {t("many.allThatMatch", { shown: shown(queue.total ?? 0, queue.totalIsCapped) })}
        </Button>
      ) : null}
      <span className={styles.actions}>
        <MoreActions label={t("many.actions")} commands={commands.filter((command) => command.many)} />
        <Button kind="icon" aria-label={t("many.clear")} onClick={choice.clear}>
          <IconX size={16} stroke={1.75} />
        </Button>
      </span>
    </div>
  );
}
