import { Menu } from "@mantine/core";
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
  return (
    <Menu position="bottom-end" withinPortal={false} alignItemsLabels="all" classNames={menuLook}>
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
        <Menu.Item rightSection={<Keycap keys="?" />} onClick={onHelp}>
          {t("top.help")}
        </Menu.Item>
        <Menu.CheckboxItem checked={preferences.singleKeys} closeMenuOnClick={false} onChange={(singleKeys) => setPreferences({ singleKeys })}>
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
          onChange={(value) => setPreferences({ density: densities.find((density) => density === value) ?? "comfortable" })}
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
        <Menu.Item onClick={() => void signOut()}>
          {t("top.signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
