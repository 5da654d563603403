import type { HistoryView } from "@kuultu/domain/feedback/feedback-view";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { useLanguage } from "#locales/use-language";
import { dayNear } from "#ui/figures";

import { useOwnerName } from "./use-owners.ts";

const id = (value: string | number | null | undefined): string | null => (typeof value === "string" ? value : null);

/** Words what the history tells of waiting, of owners and of what was routed; null for anything else. `owners`: it names some. */
export function useStepHistoryWords(owners: boolean): (entry: HistoryView) => string | null {
  const { t } = useTranslation("steps");
  const language = useLanguage();
  const { today } = useOrganisation();
  const ownerName = useOwnerName(owners);
  return ({ change, values, texts, staffName }) => {
    switch (change) {
      case "feedback.waiting": {
        const until = id(values["waitingUntil"]?.[1]);
        return until === null
          ? t("history.waitAnswer")
          : t("history.waitDay", { day: dayNear(language, until, today) });
      }
      case "feedback.woken":
        return t(staffName === null ? "history.wokenItself" : "history.woken");
      case "feedback.assigned": {
        const owner = { assigneeId: id(values["assigneeId"]?.[1]), teamId: id(values["teamId"]?.[1]) };
        const given = owner.assigneeId !== null || owner.teamId !== null;
        return given ? t("history.assigned", { name: ownerName(owner) }) : t("history.unassigned");
      }
      case "feedback.returned":
        return t("history.returned", { reason: texts["reason"] ?? "" });
      case "feedback.acknowledged":
        return t("history.acknowledged");
      case "feedback.settled":
        return t("history.settled");
      case "feedback.clock-counted":
        return t("history.clockCounted");
      case "feedback.reply-expected":
        return t("history.replyExpected");
      case "feedback.no-reply-expected":
        return t("history.noReplyExpected");
      case "feedback.repeat-hidden":
        return t("history.repeatHidden");
      case "feedback.repeat-shown":
        return t("history.repeatShown");
      default:
        return null;
    }
  };
}
