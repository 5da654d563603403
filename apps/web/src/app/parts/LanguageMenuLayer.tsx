import { languages } from "@kuultu/domain/language";
import { Menu } from "@mantine/core";

import { useLanguage } from "#locales/use-language";
import type { Arrival } from "#ui/deferred";
import { languageName } from "#ui/figures";
import { menuLook } from "#ui/menu-look";

import { useChooseLanguage } from "../use-choose-language.ts";
import { LanguageButton } from "./LanguageMenu.tsx";

export function LanguageMenuLayer({ startOpen }: Arrival) {
  return (
    <Menu position="bottom-end" withinPortal={false} defaultOpened={startOpen} classNames={menuLook}>
      <Menu.Target>
        <LanguageButton />
      </Menu.Target>
      <Menu.Dropdown>
        <LanguageItems />
      </Menu.Dropdown>
    </Menu>
  );
}

export function LanguageItems() {
  const language = useLanguage();
  const choose = useChooseLanguage();
  return (
    <Menu.RadioGroup
      value={language}
      onChange={(value) => void choose(languages.find((each) => each === value) ?? language)}
    >
      {languages.map((each) => (
        <Menu.RadioItem key={each} value={each} lang={each} closeMenuOnClick>
          {languageName(each, each)}
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
