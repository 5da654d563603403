import type { RoundView } from "@kuultu/domain/rounds/round-view";
import { useTranslation } from "react-i18next";

import { useName } from "#locales/use-language";

import classes from "./RoundSections.module.css";

/** What is new or changed in the questionnaire against the round before. */
export function RoundChanges({ round }: { readonly round: RoundView }) {
  const { t } = useTranslation("questionnaire");
  const name = useName();
  if (round.changes === null) return null;
  const { against, changes } = round.changes;
  return (
    <section aria-labelledby="changes-title" className={classes.section}>
      <h2 id="changes-title" className={classes.title}>
        {t("news.title")} <span>{t("news.against", { name: against })}</span>
      </h2>
      {changes.length === 0 && <p className={classes.note}>{t("news.none")}</p>}
      <ul className={classes.changes}>
        {changes.map(({ questionId, names, what, parts }) => (
          <li key={questionId}>
            {name(names)}{" "}
            {(what === "changed" ? parts : [what]).map((each) => (
              <span key={each} className={classes.tag}>
                {t(`news.${each}`)}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
