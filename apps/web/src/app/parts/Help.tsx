import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { buttonClass } from "#ui/Button";
import { HelpSheet } from "#ui/HelpSheet";
import { useAllCommands } from "#ui/shortcuts";

import { useOrganisation } from "../session.tsx";

/** Every key of this page. */
export function Help({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation(["app", "keys"]);
  const commands = useAllCommands();
  const { slug, preferences } = useOrganisation();
  return (
    <HelpSheet
      title={t("help.title")}
      closeLabel={t("close")}
      or={t("help.or")}
      note={preferences.singleKeys ? undefined : t("help.off")}
      commands={commands()}
      action={
        <Link
          to="/$organisation/settings"
          params={{ organisation: slug }}
          search={{ section: "keys" }}
          className={buttonClass("quiet")}
          onClick={onClose}
        >
          {t("keys:change")}
        </Link>
      }
      onClose={onClose}
    />
  );
}
