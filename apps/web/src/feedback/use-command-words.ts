import { feedbackKinds } from "@kuultu/domain/feedback/triage-status";
import { useTranslation } from "react-i18next";

import { pinnedDigits } from "./item-commands.ts";
import type { TriageCommandName } from "./triage-commands.ts";
import type { Names } from "./use-names.ts";

export interface NamedCommand {
  readonly name: TriageCommandName;
}

/** What a command of Triage is called; with names, a pinned theme by its own. */
export function useCommandWords(names?: Names): (name: TriageCommandName) => string {
  const { t } = useTranslation(["keys", "feedback"]);
  return (name) => {
    const kind = feedbackKinds.find((each) => name === `item.kind-${each}`);
    if (kind !== undefined) return t("feedback:command.kind", { kind: t(`feedback:kind.${kind}`) });
    const digit = pinnedDigits.find((each) => name === `item.theme-${each}`);
    if (digit !== undefined) {
      const theme = names?.themes.find((each) => each.pinnedDigit === digit);
      return theme === undefined || names === undefined
        ? t("pinned", { digit })
        : t("feedback:command.theme", { name: names.theme(theme.id) });
    }
    return t(`command.${name as WordedName}`);
  };
}

type WordedName = Exclude<TriageCommandName, `item.kind-${string}` | `item.theme-${string}`>;
