import { useTranslation } from "react-i18next";

import { HelpSheet } from "#ui/HelpSheet";
import { useAllCommands } from "#ui/shortcuts";

import { useOrganisation } from "../session.tsx";

/** Every key of this page. */
export function Help({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation("app");
  const commands = useAllCommands();
  const { singleKeys } = useOrganisation().preferences;
  return (
    <HelpSheet
      title={t("help.title")}
      closeLabel={t("close")}
      or={t("help.or")}
      note={singleKeys ? undefined : t("help.off")}
      commands={commands()}
      onClose={onClose}
    />
  );
}
