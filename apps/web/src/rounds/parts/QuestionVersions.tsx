import type { SurveyQuestionView } from "@kuultu/domain/rounds/survey-view";
import { useTranslation } from "react-i18next";

import { useName } from "#locales/use-language";

import classes from "./SurveyEditor.module.css";

/** How a question was worded before, in which rounds, and what stands between. */
export function QuestionVersions({ question }: { readonly question: SurveyQuestionView }) {
  const { t } = useTranslation("questionnaire");
  const name = useName();
  return (
    <details className={classes.versions}>
      <summary>{t("question.history")}</summary>
      <ol>
        {question.versions.map((version) => (
          <li key={version.id}>
            <span className="figures">{t("question.version", { number: version.version })}</span>
            <span>
              {name(version.wordings)}
              {version.scale !== null && question.kind === "rating" && ` (${version.scale.min}–${version.scale.max})`}
            </span>
            <span className={classes.quiet}>
              {version.rounds.join(", ") || t("question.neverAsked")}
              {version.edge !== null &&
                ` · ${t(`edge.${version.edge.kind}`)}${name(version.edge.notes) === "" ? "" : `: ${name(version.edge.notes)}`}`}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
