import { useTranslation } from "react-i18next";

import type { Command } from "#ui/command";
import { afterFirstUse } from "#ui/deferred";
import { KeyHold, useCommands } from "#ui/shortcuts";

import type { FeedbackSearch } from "../feedback-search.ts";
import type { ViewLayers } from "../use-view-layers.ts";
import { useViews } from "../use-views.ts";

const ViewDialog = afterFirstUse(async () => (await import("./ViewDialog.tsx")).ViewDialog, <KeyHold />);
const ViewsPalette = afterFirstUse(async () => (await import("./ViewsPalette.tsx")).ViewsPalette, <KeyHold />);

/** The views as commands of the palette, the find of views, and the question for a name. */
export function ViewsLayer({ search, layers }: { readonly search: FeedbackSearch; readonly layers: ViewLayers }) {
  const { t } = useTranslation("views");
  const views = useViews(search);
  useCommands(
    views.all.map((view): Command => ({
      name: `view.${view.key}`,
      label: view.name,
      group: t("label"),
      run: () => views.show(view),
    })),
  );
  if (layers.finding) return <ViewsPalette views={views} onClose={layers.close} />;
  if (layers.naming === undefined) return null;
  const view = views.all.find((each) => each.key === layers.naming) ?? null;
  return <ViewDialog view={view} views={views} onClose={layers.close} />;
}
