import type { Language } from "@kuultu/domain/language";
import { languages } from "@kuultu/domain/language";
import { Menu } from "@mantine/core";
import IconChevronDown from "@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs";
import { useTranslation } from "react-i18next";

import { chooseLanguage } from "#locales/translation";
import { useLanguage } from "#locales/use-language";
import { Button } from "#ui/Button";
import { languageName } from "#ui/figures";
import { menuLook } from "#ui/menu-look";

import { useSetPreferences } from "../session.tsx";

/** The languages, each named in itself. */
export function LanguageMenu() {
  const { t } = useTranslation("app");
  const language = useLanguage();
  return (
    <Menu position="bottom-end" withinPortal={false} classNames={menuLook}>
      <Menu.Target>
        <Button aria-label={`${t("top.language")}: ${languageName(language, language)}`}>
          {language.toUpperCase()}
          <IconChevronDown size={16} stroke={1.75} aria-hidden="true" />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <LanguageItems />
      </Menu.Dropdown>
    </Menu>
  );
}

export function LanguageItems() {
  const language = useLanguage();
  const setPreferences = useSetPreferences();
  const choose = async (next: Language): Promise<void> => {
    await chooseLanguage(next);
    setPreferences({ language: next });
  };
  return (
    <Menu.RadioGroup value={language} onChange={(value) => void choose(languages.find((each) => each === value) ?? language)}>
      {languages.map((each) => (
        <Menu.RadioItem key={each} value={each} lang={each} closeMenuOnClick>
          {languageName(each, each)}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
