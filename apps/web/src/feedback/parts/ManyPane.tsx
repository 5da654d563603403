import IconChevronLeft from "@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { Button } from "#ui/Button";
import { wholeNumber } from "#ui/figures";

import { BulkPane } from "../bulk/BulkPane.tsx";
import type { TriageAction } from "../triage-actions.ts";
import type { ManyChoice } from "../use-many.ts";
import type { Names } from "../use-names.ts";
import styles from "./ManyPane.module.css";

const route = getRouteApi("/$organisation/feedback");

export interface ManyPaneProps {
  readonly choice: ManyChoice;
  readonly names: Names;
  readonly commands: readonly TriageAction[];
}

/** Stands where the reading pane stood while rows are chosen: how many, and what can be done to all of them. */
export function ManyPane({ choice, names, commands }: ManyPaneProps) {
  const { t } = useTranslation("keys");
  const language = useLanguage();
  const navigate = route.useNavigate();
  if (choice.many !== null && choice.asked !== null) {
    return (
      <BulkPane
        key={choice.asked}
        many={choice.many}
        asked={choice.asked}
        names={names}
        onStarted={(bulk) => {
          // The report stands where the question stood; what the list still finds stays chosen for the next step.
          choice.stepBegun();
          void navigate({ search: (before) => ({ ...before, bulk, item: undefined }) });
        }}
        onCancel={() => choice.ask(null)}
      />
    );
  }
  const offered = commands.filter((command) => command.many && command.available !== false);
  const groups = [...new Set(offered.map((command) => command.group))];
  return (
    <div className={styles.pane}>
      <div className={styles.head}>
        <Button kind="icon" className={styles.back} aria-label={t("many.back")} onClick={() => choice.ask(null)}>
          <IconChevronLeft size={18} stroke={1.75} />
        </Button>
        <h2 className={styles.count}>
          {t("many.chosen", { count: choice.count, shown: wholeNumber(language, choice.count) })}
        </h2>
        <Button keys="Escape" onClick={choice.clear}>
          {t("many.clear")}
        </Button>
      </div>
      <div className={styles.body}>
        {groups.map((group, index) => (
          <section key={group}>
            <h3 className={styles.group}>{index === 0 ? t("many.actions") : group}</h3>
            <ul className={styles.actions}>
              {offered
                .filter((command) => command.group === group)
                .map((command) => (
                  <li key={command.name}>
                    <Button className={styles.action} keys={command.keys?.[0]} onClick={command.run}>
                      {command.label}
                    </Button>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}
