import { Menu } from "@mantine/core";
import IconCheck from "@tabler/icons-react/dist/esm/icons/IconCheck.mjs";
import { useTranslation } from "react-i18next";

import { Keycap } from "#ui/Keycap";
import { menuLook } from "#ui/menu-look";

import { signOut, useSession, useSetPreferences } from "../session.tsx";
import { LanguageItems } from "./LanguageMenu.tsx";
import styles from "./PersonMenu.module.css";

const schemes = ["light", "dark", "auto"] as const;
const densities = ["comfortable", "compact"] as const;

/** One's own choices and the way out. */
export function PersonMenu({ onHelp }: { readonly onHelp: () => void }) {
  const { t } = useTranslation("app");
  const { me, organisation } = useSession();
  const { preferences } = organisation;
  const setPreferences = useSetPreferences();
  const initials = me.name.split(/\s+/).map((part) => part[0] ?? "").slice(0, 2).join("").toUpperCase();
  const check = (on: boolean) => (on ? <IconCheck size={16} stroke={1.75} /> : <span />);
  return (
    <Menu position="bottom-end" classNames={menuLook}>
      <Menu.Target>
        <button type="button" className={styles.person} aria-label={t("top.person", { name: me.name })}>
          {initials}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}>
          <strong>{me.name}</strong>
          <span>{me.email}</span>
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<span />} rightSection={<Keycap keys="?" />} onClick={onHelp}>
          {t("top.help")}
        </Menu.Item>
        <Menu.Item
          role="menuitemcheckbox"
          aria-checked={preferences.singleKeys}
          leftSection={check(preferences.singleKeys)}
          closeMenuOnClick={false}
          onClick={() => setPreferences({ singleKeys: !preferences.singleKeys })}
        >
          {t("top.singleKeys")}
        </Menu.Item>
        <Menu.Label>{t("top.scheme")}</Menu.Label>
        {schemes.map((scheme) => (
          <Menu.Item
            key={scheme}
            role="menuitemradio"
            aria-checked={preferences.colourScheme === scheme}
            leftSection={check(preferences.colourScheme === scheme)}
            closeMenuOnClick={false}
            onClick={() => setPreferences({ colourScheme: scheme })}
          >
            {t(`top.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Label>{t("top.density")}</Menu.Label>
        {densities.map((density) => (
          <Menu.Item
            key={density}
            role="menuitemradio"
            aria-checked={preferences.density === density}
            leftSection={check(preferences.density === density)}
            closeMenuOnClick={false}
            onClick={() => setPreferences({ density })}
          >
            {t(`top.${density}`)}
          </Menu.Item>
        ))}
        <div className={styles.narrow}>
          <Menu.Label>{t("top.language")}</Menu.Label>
          <LanguageItems />
        </div>
        <Menu.Divider />
        <Menu.Item leftSection={<span />} onClick={() => void signOut()}>
          {t("top.signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
