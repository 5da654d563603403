import type { SurveyView } from "@kuultu/domain/rounds/survey-view";
import { useTranslation } from "react-i18next";

import { useName } from "#locales/use-language";

import classes from "./SurveyEditor.module.css";

/** What the survey is: names, provider, modes, method. */
export function SurveyFacts({ survey }: { readonly survey: SurveyView }) {
  const { t } = useTranslation("questionnaire");
  const name = useName();
  const facts = [
    [t("survey.name"), name(survey.names)],
    [t("survey.provider"), survey.provider ?? ""],
    [t("survey.modes"), survey.modes.map((mode) => t(`mode.${mode}`)).join(", ")],
    [t("survey.notes"), name(survey.notes)],
  ] as const;
  return (
    <dl className={classes.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value === "" ? t("none") : value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The dimensions in their order, with their kinds. */
export function DimensionList({ survey }: { readonly survey: SurveyView }) {
  const { t } = useTranslation("questionnaire");
  const name = useName();
  if (survey.dimensions.length === 0) return <p className={classes.quiet}>{t("dimension.empty")}</p>;
  return (
    <dl className={classes.facts}>
      {survey.dimensions.map((dimension) => (
        <div key={dimension.id}>
          <dt>{t(`dimension.${dimension.kind}`)}</dt>
          <dd>{name(dimension.names)}</dd>
        </div>
      ))}
    </dl>
  );
}
