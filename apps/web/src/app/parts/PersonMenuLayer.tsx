import { Menu } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { Arrival } from "#ui/deferred";
import { Keycap } from "#ui/Keycap";
import { menuLook } from "#ui/menu-look";

import { useFrameKey } from "../frame-commands.ts";
import { signOut, useSession, useSetPreferences } from "../session.tsx";
import { LanguageItems } from "./LanguageMenuLayer.tsx";
import { PersonButton, type PersonMenuProps } from "./PersonMenu.tsx";
import styles from "./PersonMenu.module.css";

const schemes = ["light", "dark", "auto"] as const;
const densities = ["comfortable", "compact"] as const;

export function PersonMenuLayer({ onHelp, startOpen }: PersonMenuProps & Arrival) {
  const { t } = useTranslation("app");
  const { me, organisation } = useSession();
  const { preferences } = organisation;
  const setPreferences = useSetPreferences();
  const helpKey = useFrameKey("screen.help");
  return (
    <Menu
      position="bottom-end"
      withinPortal={false}
      defaultOpened={startOpen}
      alignItemsLabels="all"
      classNames={menuLook}
    >
      <Menu.Target>
        <PersonButton />
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}>
          <strong>{me.name}</strong>
          <span>{me.email}</span>
        </div>
        <Menu.Divider />
        <Menu.Item rightSection={helpKey === undefined ? null : <Keycap keys={helpKey} />} onClick={onHelp}>
          {t("top.help")}
        </Menu.Item>
        <Menu.CheckboxItem
          checked={preferences.singleKeys}
          closeMenuOnClick={false}
          onChange={(singleKeys) => setPreferences({ singleKeys })}
        >
          {t("top.singleKeys")}
        </Menu.CheckboxItem>
        <Menu.Label aria-hidden="true">{t("top.scheme")}</Menu.Label>
        <Menu.RadioGroup
          aria-label={t("top.scheme")}
          value={preferences.colourScheme}
          onChange={(value) => setPreferences({ colourScheme: schemes.find((scheme) => scheme === value) ?? "auto" })}
        >
          {schemes.map((scheme) => (
            <Menu.RadioItem key={scheme} value={scheme} closeMenuOnClick={false}>
              {t(`top.${scheme}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Label aria-hidden="true">{t("top.density")}</Menu.Label>
        <Menu.RadioGroup
          aria-label={t("top.density")}
          value={preferences.density}
          onChange={(value) =>
            setPreferences({ density: densities.find((density) => density === value) ?? "comfortable" })
          }
        >
          {densities.map((density) => (
            <Menu.RadioItem key={density} value={density} closeMenuOnClick={false}>
              {t(`top.${density}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <div className={styles.narrow}>
          <Menu.Label aria-hidden="true">{t("top.language")}</Menu.Label>
          <LanguageItems />
        </div>
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut()}>{t("top.signOut")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
