import { type LocalisedText, languages } from "@kuultu/domain/language";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { languageName } from "#ui/figures";

import classes from "./WordsTable.module.css";

export interface WordsRow {
  readonly key: string;
  readonly title: string;
  readonly text: LocalisedText;
  readonly actions?: ReactNode;
}

/** Short texts in every language: a row each, a column for each language; one below the other where it is narrow. */
export function WordsTable(props: {
  readonly label: string;
  readonly rows: readonly WordsRow[];
  readonly onChange: (key: string, text: LocalisedText) => void;
  readonly invalid?: (row: WordsRow) => boolean;
}) {
  const { t } = useTranslation("questionnaire");
  const language = useLanguage();
  return (
    <div role="group" aria-label={props.label} className={classes.words}>
      <div className={classes.head} aria-hidden="true">
        <span>{props.label}</span>
        {languages.map((each) => (
          <span key={each}>{languageName(language, each)}</span>
        ))}
      </div>
      {props.rows.map((row) => (
        <div key={row.key} className={classes.row}>
          <span className={`${classes.title} figures`}>{row.title}</span>
          {languages.map((each) => (
            <span key={each} className={classes.cell}>
              <span className={classes.narrow} aria-hidden="true">
                {languageName(language, each)}
              </span>
              <input
                lang={each}
                className={classes.input}
                value={row.text[each] ?? ""}
                maxLength={500}
                aria-label={t("inLanguage", { what: row.title, language: languageName(language, each) })}
                aria-invalid={(each === language && props.invalid?.(row)) || undefined}
                onChange={(event) => props.onChange(row.key, { ...row.text, [each]: event.target.value })}
              />
            </span>
          ))}
          <span className={classes.actions}>{row.actions}</span>
        </div>
      ))}
    </div>
  );
}
