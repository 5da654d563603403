import type { RoutingRuleView } from "@kuultu/domain/feedback/routed-view";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useLengthWords } from "#feedback/use-routing-targets";
import { useName } from "#locales/use-language";
import { useAnnounce } from "#ui/announcement";
import { Button } from "#ui/Button";
import { EmptyState } from "#ui/EmptyState";
import { SkeletonLines } from "#ui/Skeleton";

import { RoutingForm } from "./RoutingForm.tsx";
import classes from "../SettingsSection.module.css";
import { useRoutingRules } from "../use-routing-rules.ts";

/** Every class of routing with where it goes, how soon, and who handles it there. */
export function RoutingSection() {
  const { t } = useTranslation(["settings", "feedback", "steps"]);
  const errorWords = useErrorWords();
  const announce = useAnnounce();
  const name = useName();
  const lengthWords = useLengthWords();
  const [open, setOpen] = useState<string | null>(null);
  const { rules, registrars } = useRoutingRules();
  if (rules.error !== null) return <EmptyState title={errorWords(rules.error)} />;
  if (rules.data === undefined) return <SkeletonLines count={10} height={20} gap={20} />;
  const clockWords = ({ length, outcome, promptness }: RoutingRuleView): string => {
    const first = length === null ? t(`steps:promptness.${promptness}`) : lengthWords(length);
    return outcome === null ? first : t("rules.two", { first, second: lengthWords(outcome) });
  };
  const handlers = ({ routingClass, registrarIds }: RoutingRuleView): string =>
    registrars
      .filter(({ id }) => registrarIds.includes(id))
      .map((person) => person.name)
      .join(", ") || t(routingClass === "whistleblowing" ? "rules.nobody" : "rules.all");
  return (
    <>
      <p className={classes.intro}>{t("rules.intro")}</p>
      <ul className={classes.rows}>
        {rules.data.map((rule) => {
          const label = t(`feedback:routing.${rule.routingClass}`);
          return (
            <li key={rule.routingClass}>
              {open === rule.routingClass ? (
                <RoutingForm
                  rule={rule}
                  name={label}
                  registrars={registrars}
                  onSaved={() => {
                    setOpen(null);
                    announce(t("rules.saved", { name: label }));
                  }}
                  onClose={() => setOpen(null)}
                />
              ) : (
                <div className={classes.row}>
                  <p className={classes.name}>
                    <strong>{label}</strong>
                  </p>
                  <p className={classes.facts}>
                    <span>
                      {name(rule.targetNames) || t(`steps:target.${rule.routingClass}`)} · {clockWords(rule)}
                    </span>
                    <span className={classes.note}>{handlers(rule)}</span>
                  </p>
                  <Button
                    small
                    kind="field"
                    aria-label={t("edit", { name: label })}
                    onClick={() => setOpen(rule.routingClass)}
                  >
                    {t("editShort")}
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
