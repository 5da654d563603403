import type { EdgeKind, VersionEdge, WordingPart } from "@kuultu/domain/rounds/question-version";
import { useId } from "react";
import { useTranslation } from "react-i18next";

import { LanguageFields } from "./LanguageFields.tsx";
import classes from "./SurveyEditor.module.css";

const kinds = ["comparable", "break", "not_comparable"] as const satisfies readonly EdgeKind[];

/** What stands in the series between the rounds that asked the version before and those that will ask this one. */
export function EdgeFields(props: {
  readonly version: number;
  readonly parts: readonly WordingPart[];
  readonly edge: VersionEdge;
  readonly onChange: (edge: VersionEdge) => void;
}) {
  const { t } = useTranslation("questionnaire");
  const group = useId();
  const rescaled = props.parts.includes("scale");
  return (
    <fieldset className={classes.edge}>
      <legend>{t("edge.title", { number: props.version })}</legend>
      <p role="status">{t("edge.why", { parts: props.parts.map((part) => t(`part.${part}`)).join(", ") })}</p>
      <div role="radiogroup" aria-label={t("edge.between")} className={classes.choices}>
        {kinds.map((kind) => (
          <label key={kind} className={classes.choice}>
            <input
              type="radio"
              name={group}
              checked={props.edge.kind === kind}
              disabled={kind === "comparable" && rescaled}
              onChange={() => props.onChange({ ...props.edge, kind })}
            />
            {t(`edge.${kind}`)}
          </label>
        ))}
      </div>
      {rescaled && <p className={classes.quiet}>{t("edge.scale")}</p>}
      <LanguageFields
        label={t("edge.note")}
        value={props.edge.notes}
        onChange={(notes) => props.onChange({ ...props.edge, notes })}
      />
    </fieldset>
  );
}
