import { useTranslation } from "react-i18next";

import { CommandPalette } from "#ui/CommandPalette";

import type { Views } from "../use-views.ts";

const nothingElse = (): [] => [];

/** The views by name: type, Enter. */
export function ViewsPalette({ views, onClose }: { readonly views: Views; readonly onClose: () => void }) {
  const { t } = useTranslation(["views", "app"]);
  return (
    <CommandPalette
      label={t("find")}
      placeholder={t("findPlaceholder")}
      nothingFound={t("nothing")}
      hints={{ move: t("app:palette.move"), run: t("app:palette.run"), close: t("app:palette.close") }}
      entries={views.all.map((view) => ({
        name: `view.${view.key}`,
        label: view.name,
        group: t("label"),
        run: () => views.show(view),
      }))}
      findEntries={nothingElse}
      onClose={onClose}
    />
  );
}
