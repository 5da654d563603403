import { useTranslation } from "react-i18next";

import { useName } from "#locales/use-language";
import { ChoiceMenu } from "#ui/ChoiceMenu";

import { useSession } from "../session.tsx";
import styles from "./OrganisationMenu.module.css";

/** The organisation, and the others of the same person. */
export function OrganisationMenu() {
  const { t } = useTranslation("app");
  const name = useName();
  const { me, organisation } = useSession();
  if (me.organisations.length < 2) return <span className={styles.only}>{name(organisation.names)}</span>;
  return (
    <ChoiceMenu
      kind="quiet"
      label={t("top.organisation")}
      value={organisation.slug}
      choices={me.organisations.map((each) => ({ value: each.slug, label: name(each.names) }))}
      onChange={(slug) => location.assign(`/${slug}`)}
    />
  );
}
