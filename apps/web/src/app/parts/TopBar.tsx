import { Link } from "@tanstack/react-router";
import IconMoon from "@tabler/icons-react/dist/esm/icons/IconMoon.mjs";
import IconSearch from "@tabler/icons-react/dist/esm/icons/IconSearch.mjs";
import IconSun from "@tabler/icons-react/dist/esm/icons/IconSun.mjs";
import { useTranslation } from "react-i18next";

import { Button } from "#ui/Button";
import { Keycap, spokenKeys } from "#ui/Keycap";

import { useColourScheme, useFrameKey } from "../frame-commands.ts";
import { useOrganisation } from "../session.tsx";
import { DemonstrationNote } from "./DemonstrationNote.tsx";
import { InboxLink } from "./InboxLink.tsx";
import { LanguageMenu } from "./LanguageMenu.tsx";
import { OrganisationMenu } from "./OrganisationMenu.tsx";
import { PersonMenu } from "./PersonMenu.tsx";
import styles from "./TopBar.module.css";

export function TopBar({ onSearch, onHelp }: { readonly onSearch: () => void; readonly onHelp: () => void }) {
  const { t } = useTranslation("app");
  const { slug, demonstration } = useOrganisation();
  const scheme = useColourScheme();
  const paletteKey = useFrameKey("screen.palette");
  return (
    <header className={styles.bar}>
      <div className={styles.start}>
        <Link to="/$organisation" params={{ organisation: slug }} className={styles.product}>
          {t("product")}
          <span aria-hidden="true">”</span>
        </Link>
        <OrganisationMenu />
        {demonstration ? <DemonstrationNote place="label" /> : null}
      </div>
      <button
        type="button"
        className={styles.search}
        aria-keyshortcuts={paletteKey === undefined ? undefined : spokenKeys(paletteKey)}
        aria-label={t("top.search")}
        onClick={onSearch}
      >
        <IconSearch size={18} stroke={1.5} aria-hidden="true" />
        <span className={styles.searchWords}>{t("top.search")}</span>
        {paletteKey === undefined ? null : <Keycap keys={paletteKey} />}
      </button>
      <div className={styles.end}>
        <InboxLink />
        <span className={styles.wide}>
          <LanguageMenu />
        </span>
        <Button
          kind="icon"
          className={styles.wide}
          aria-label={scheme.shown === "dark" ? t("top.toLight") : t("top.toDark")}
          onClick={scheme.toggle}
        >
          {scheme.shown === "dark" ? <IconSun size={18} stroke={1.5} /> : <IconMoon size={18} stroke={1.5} />}
        </Button>
        <PersonMenu onHelp={onHelp} />
      </div>
    </header>
  );
}
