import type { FeedbackRow } from "@kuultu/domain/feedback/feedback-view";
import { useTranslation } from "react-i18next";

import { useAnnounce } from "#ui/announcement";

import { shownFirstLine } from "./first-line.ts";
import { useKeyOf } from "./use-keys.ts";

/** Says and shows for a moment what was done to an item; with `undo`, and how it is taken back. */
export function useConfirmation(): (
  text: string,
  item: Pick<FeedbackRow, "firstLine" | "language">,
  undo?: () => void,
) => void {
  const { t } = useTranslation(["feedback", "undoing"]);
  const announce = useAnnounce();
  const keyOf = useKeyOf();
  return (text, item, undo) =>
    announce(text, {
      about: shownFirstLine(item.firstLine, (kind) => t(`pane.masked.${kind}`)),
      aboutLanguage: item.language,
      act: undo === undefined ? undefined : { label: t("undoing:undo"), keys: keyOf("item.undo"), run: undo },
    });
}
