import IconPlus from "@tabler/icons-react/dist/esm/icons/IconPlus.mjs";
import type { QuestionWording } from "@kuultu/domain/rounds/question";
import { useTranslation } from "react-i18next";

import { isBlank, moved, newOptionKey } from "#rounds/question-draft";
import { Button } from "#ui/Button";

import { OrderButtons } from "./OrderButtons.tsx";
import classes from "./SurveyEditor.module.css";
import { WordsTable } from "./WordsTable.tsx";

/** What is offered to choose from or to rank, in the order in which it is offered. */
export function OptionFields(props: {
  readonly options: QuestionWording["options"];
  /** Keys that any version of the question has used. */
  readonly everKeys: readonly string[];
  readonly sent: boolean;
  readonly onChange: (options: QuestionWording["options"]) => void;
}) {
  const { t } = useTranslation("questionnaire");
  const { options, onChange } = props;
  const add = (): void =>
    onChange([...options, { key: newOptionKey([...props.everKeys, ...options.map(({ key }) => key)]), names: {} }]);
  return (
    <>
      <WordsTable
        label={t("question.options")}
        rows={options.map((option, index) => {
          const title = t("question.option", { number: index + 1 });
          return {
            key: option.key,
            title,
            text: option.names,
            actions: (
              <span className={classes.rowActions}>
                <OrderButtons
                  name={title}
                  first={index === 0}
                  last={index === options.length - 1}
                  onMove={(by) => onChange([...moved(options, index, by)])}
                  onRemove={() => onChange(options.filter(({ key }) => key !== option.key))}
                />
              </span>
            ),
          };
        })}
        invalid={(row) => props.sent && isBlank(row.text)}
        onChange={(key, names) => onChange(options.map((each) => (each.key === key ? { key, names } : each)))}
      />
      <Button onClick={add}>
        <IconPlus size={16} stroke={1.75} aria-hidden="true" />
        {t("question.addOption")}
      </Button>
      {props.sent && options.length < 2 && <p role="alert">{t("question.twoOptions")}</p>}
    </>
  );
}
