import IconChevronDown from "@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs";
import type { Ref } from "react";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { Button } from "#ui/Button";
import { deferred } from "#ui/deferred";
import { languageName } from "#ui/figures";

export function LanguageButton({ ref, ...rest }: { readonly ref?: Ref<HTMLButtonElement> }) {
  const { t } = useTranslation("app");
  const language = useLanguage();
  return (
    <Button
      aria-label={`${t("top.language")}: ${languageName(language, language)}`}
      aria-haspopup="menu"
      {...(ref !== undefined && { ref })}
      {...rest}
    >
      {language.toUpperCase()}
      <IconChevronDown size={16} stroke={1.75} aria-hidden="true" />
    </Button>
  );
}

/** The languages, each named in itself. */
export const LanguageMenu = deferred<object>(
  async () => (await import("./LanguageMenuLayer.tsx")).LanguageMenuLayer,
  () => <LanguageButton />,
);
