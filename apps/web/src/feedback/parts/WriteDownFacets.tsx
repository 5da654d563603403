import { textLanguages } from "@kuultu/domain/language";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { SelectField } from "#ui/Field";
import { languageName } from "#ui/figures";

import { useFacetChoices, useRecognisedLanguage, type WrittenDraft } from "../use-write-down.ts";

/** Service, channel and site where there are any, and the language, recognised from what is written until a person chooses one. */
export function WriteDownFacets({
  draft,
  onChange,
}: {
  readonly draft: WrittenDraft;
  readonly onChange: (part: Partial<WrittenDraft>) => void;
}) {
  const { t } = useTranslation("answers");
  const screen = useLanguage();
  const choices = useFacetChoices();
  const recognised = useRecognisedLanguage(draft.body);
  const named = (language: string): string =>
    language === "und" ? t("writeDown.unknown") : languageName(screen, language);
  const facet = (name: "service" | "channel" | "site") =>
    choices[name].length === 0 ? null : (
      <SelectField
        label={t(`writeDown.${name}`)}
        value={draft[`${name}Id`] ?? ""}
        empty={t("writeDown.none")}
        options={choices[name]}
        onChange={(event) => onChange({ [`${name}Id`]: event.target.value })}
      />
    );
  return (
    <>
      {facet("service")}
      {facet("channel")}
      {facet("site")}
      <SelectField
        label={t("writeDown.language")}
        value={draft.language}
        empty={
          recognised === undefined
            ? t("writeDown.recognise")
            : t("writeDown.recognised", { language: named(recognised) })
        }
        options={textLanguages.map((value) => ({ value, label: named(value) }))}
        onChange={(event) => onChange({ language: textLanguages.find((each) => each === event.target.value) ?? "" })}
      />
    </>
  );
}
