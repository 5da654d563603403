import { type LocalisedText, languages } from "@kuultu/domain/language";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { FieldRow, TextArea, TextField } from "#ui/Field";
import { languageName } from "#ui/figures";

/** One text in each language of the interface, each in a field of its own. */
export function LanguageFields(props: {
  readonly label: string;
  readonly value: LocalisedText;
  readonly onChange: (value: LocalisedText) => void;
  /** Said at the field in the language of the screen. */
  readonly error?: string | undefined;
  readonly note?: string;
  readonly long?: boolean;
  readonly autoFocus?: boolean;
}) {
  const { t } = useTranslation("questionnaire");
  const language = useLanguage();
  const Input = props.long === true ? TextArea : TextField;
  return (
    <FieldRow>
      {languages.map((each) => (
        <Input
          key={each}
          lang={each}
          label={t("inLanguage", { what: props.label, language: languageName(language, each) })}
          value={props.value[each] ?? ""}
          maxLength={500}
          autoFocus={props.autoFocus === true && each === language}
          error={each === language ? props.error : undefined}
          note={each === language ? props.note : undefined}
          {...(props.long === true && { rows: 2 })}
          onChange={(event: { readonly target: { readonly value: string } }) =>
            props.onChange({ ...props.value, [each]: event.target.value })
          }
        />
      ))}
    </FieldRow>
  );
}
