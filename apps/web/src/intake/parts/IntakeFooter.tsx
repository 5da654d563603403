import type { DryRun } from "@kuultu/domain/intake/import-view";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { namedTerms } from "#intake/intake-ledger-terms";
import { useLanguage } from "#locales/use-language";
import { wholeNumber } from "#ui/figures";

import classes from "./IntakeFooter.module.css";

/** What would come in, as an equation, and the way on. */
export function IntakeFooter({
  dryRun,
  stale,
  children,
}: {
  readonly dryRun: DryRun | undefined;
  readonly stale: boolean;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation("intake");
  const language = useLanguage();
  const number = (count: number): string => wholeNumber(language, count);
  return (
    <footer className={classes.footer}>
      <p className={classes.equation} data-stale={stale || undefined} aria-live="polite">
        {dryRun !== undefined && (
          <>
            <strong>{number(dryRun.ledger.rows)}</strong> {t("ledger.rows", { count: dryRun.ledger.rows })}
            {namedTerms(dryRun.ledger).map(({ name }, index) => (
              <span key={name}>
                {" "}
                <span className={classes.sign}>{index === 0 ? "=" : "+"}</span>{" "}
                <strong>{number(dryRun.ledger[name])}</strong> {t(`ledger.${name}`)}
              </span>
            ))}{" "}
            <span className={classes.items}>
              {t("ledger.items", { count: dryRun.ledger.items, items: number(dryRun.ledger.items) })}
            </span>
          </>
        )}
      </p>
      <div className={classes.actions}>{children}</div>
    </footer>
  );
}
