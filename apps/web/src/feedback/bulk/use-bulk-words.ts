import type { BulkChange, LeftAlone } from "@kuultu/domain/feedback/bulk-step";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { day, wholeNumber } from "#ui/figures";

import type { Names } from "../use-names.ts";
import { useOwnerName } from "../use-owners.ts";

export interface BulkWords {
  /** What is done: "Lisää teema", and to what: "Neuvonnan saatavuus". */
  readonly deed: (change: BulkChange | null) => { readonly verb: string; readonly object: string };
  /** Why items are left alone. */
  readonly why: (code: LeftAlone) => string;
  readonly count: (value: number) => string;
}

const ownReasons = [
  "already-so",
  "stopped",
  "not-found",
  "not-permitted",
  "changed-meanwhile",
  "feedback.transition-not-allowed",
  "feedback.needs-theme-or-reason",
  "feedback.already-coded",
  "feedback.assignee-cannot-read",
] as const;

/** A bulk step in words. */
export function useBulkWords(names: Names, change: BulkChange | null): BulkWords {
  const { t } = useTranslation(["bulk", "feedback", "violation"]);
  const language = useLanguage();
  const ownerName = useOwnerName(change?.step === "assign");
  const objectOf = (of: BulkChange): string => {
    switch (of.step) {
      case "code":
        return of.themeIds.map(names.theme).join(", ");
      case "uncode":
        return names.theme(of.themeId);
      case "no_theme":
        return t(`feedback:noTheme.${of.reason}`);
      case "kind":
        return t(`feedback:kind.${of.kind}`);
      case "reject":
        return t(`feedback:reject.${of.reason}`);
      case "route":
        return t(`feedback:routing.${of.routingClass}`);
      case "wait":
        return of.until === null ? t("untilAnswer") : day(language, of.until);
      case "assign":
        return of.assigneeId === null && of.teamId === null ? t("nobody") : ownerName(of);
      case "done":
      case "reopen":
        return "";
    }
  };
  return {
    deed: (of) =>
      of === null ? { verb: t("deed.undo"), object: "" } : { verb: t(`deed.${of.step}`), object: objectOf(of) },
    why: (code) => {
      const own = ownReasons.find((each) => each === code);
      if (own !== undefined) return t(`why.${own.replace("feedback.", "") as WhyKey}`);
      return t(`violation:${code as Exclude<LeftAlone, "already-so" | "stopped">}`);
    },
    count: (value) => wholeNumber(language, value),
  };
}

type WhyKey =
  | "already-so"
  | "stopped"
  | "not-found"
  | "not-permitted"
  | "changed-meanwhile"
  | "transition-not-allowed"
  | "needs-theme-or-reason"
  | "already-coded"
  | "assignee-cannot-read";
