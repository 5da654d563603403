import type { FeedbackDetail, QueueSummary } from "@kuultu/domain/feedback/feedback-view";
import { isOpen } from "@kuultu/domain/feedback/triage-status";
import { RuleViolation } from "@kuultu/domain/rule-violation";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useOrganisation } from "#app/session";
import { useLanguage } from "#locales/use-language";
import { useAnnounce } from "#ui/announcement";
import { day, wholeNumber } from "#ui/figures";
import { useLostKeys } from "#ui/shortcuts";

import { awaitsAnswer } from "./awaits-answer.ts";
import type { FeedbackSearch } from "./feedback-search.ts";
import type { Step } from "./optimistic-step.ts";
import type { Panel } from "./step-panels.ts";
import type { Names } from "./use-names.ts";
import type { Selection } from "./use-selection.ts";
import { type Keeping, useKeptSteps } from "./use-kept-steps.ts";
import { useConfirmation } from "./use-confirmation.ts";
import { useUndoneWords } from "./use-undone-words.ts";
import { useResumedSteps } from "./use-resumed-steps.ts";
import { useTriageSteps } from "./use-triage-steps.ts";
import { unsentSteps } from "./unsent-steps.ts";
import type { Words } from "./verbatim-segments.ts";

export interface Triage {
  readonly panel: Panel;
  readonly showPanel: (panel: Panel) => void;
  readonly words: Words | null;
  readonly chooseWords: (words: Words | null) => void;
  /** Why the last step was refused, in words. */
  readonly refusal: string | null;
  readonly forgetRefusal: () => void;
  readonly take: (step: Step) => void;
  /** Codes to the theme, by the chosen words where there are any; takes it off where it is on already. */
  readonly toggleTheme: (themeId: string) => void;
  readonly undo: () => void;
  /** What has become of keys and steps that nobody saw being done, in words. */
  readonly news: string | null;
  readonly forgetNews: () => void;
  /** Steps from before the page was loaded anew are being taken: no item is what it seems. */
  readonly resuming: boolean;
  /** Steps that somebody else's change overtook. */
  readonly keeping: Keeping;
  /** Takes them again, on the item as it is now; `first` is called before. */
  readonly takeAgain: (first: () => void) => void;
}

const leavesList = (search: FeedbackSearch): boolean =>
  search.pastTarget === true ||
  search.pastClock !== undefined ||
  search.status === undefined ||
  search.status === "open" ||
  (search.status !== "all" && search.status !== "processed" && isOpen(search.status));

/** The steps of a person on the item before them, and what the screen says and shows of them. */
export function useTriage(input: {
  readonly item: FeedbackDetail | undefined;
  readonly search: FeedbackSearch;
  readonly selection: Selection;
  readonly names: Names;
  readonly summary: QueueSummary | undefined;
  /** The list is there. */
  readonly ready: boolean;
  readonly showBulkStep: (bulkStepId: string) => void;
}): Triage {
  const { item, search, selection, names, summary } = input;
  const { t } = useTranslation(["feedback", "steps", "undoing", "violation"]);
  const language = useLanguage();
  const announce = useAnnounce();
  const confirm = useConfirmation();
  const undoneWords = useUndoneWords();
  const errorWords = useErrorWords();
  const [panelOf, setPanelOf] = useState<{ readonly itemId: string | undefined; readonly panel: Panel }>({
    itemId: undefined,
    panel: "keypad",
  });
  const [wordsOf, setWordsOf] = useState<{ readonly itemId: string | undefined; readonly words: Words | null }>({
    itemId: undefined,
    words: null,
  });
  const [refusal, setRefusal] = useState<string | null>(null);
  const [news, setNews] = useState<string | null>(null);
  /** The item that was just left: a key pressed before the next one stands there is nobody's. */
  const left = useRef<string | null>(null);
  const shownId = item?.id;
  useEffect(() => {
    if (left.current !== shownId) left.current = null;
  }, [shownId]);
  const refuse = (reason: string): void => {
    setRefusal(reason);
    announce(t("said.refused", { reason }));
  };
  const tell = (words: string): void => {
    setNews(words);
    announce(words);
  };
  const lose = (count: number): void => tell(t("steps:news.lostKeys", { count }));
  useLostKeys(lose);
  const keeping = useKeptSteps();
  const { slug, staffId } = useOrganisation();
  const unsent = unsentSteps(`kuultu.unsent.${slug}.${staffId}`);
  const steps = useTriageSteps(
    {
      refused: (taken, error) => {
        selection.open(taken.item.id);
        if (keeping.keep(taken.item, taken.step, error)) announce(errorWords(error));
        else refuse(errorWords(error));
      },
      undone: (items, bulkStepId) => {
        const [first] = items;
        const step = undoneWords(first?.history[0]?.undone ?? null);
        if (first === undefined) announce(t("said.undone"));
        else confirm(step === null ? t("said.undone") : t("undoing:said", { step }), first);
        if (bulkStepId !== null) input.showBulkStep(bulkStepId);
        if (items[0] !== undefined) selection.open(items[0].id);
      },
      undoRefused: (error) => refuse(errorWords(error)),
    },
    unsent,
  );
  const resuming = useResumedSteps(unsent, input.ready, {
    take: (resumed, step) => {
      const after = steps.take(resumed, step);
      if (isOpen(resumed.status) && !isOpen(after.status) && leavesList(search)) steps.removeRow(resumed.id);
      return after;
    },
    resumed: (again, overtaken) => {
      const [first] = overtaken;
      if (first !== undefined) {
        keeping.restore(first);
        selection.open(first.itemId);
      }
      const failed = overtaken.reduce((sum, { steps: each }) => sum + each.length, 0);
      const said = [
        ...(again > 0 ? [t("steps:news.resumed", { count: again })] : []),
        ...(failed > 0 ? [t("steps:news.overtaken", { count: failed })] : []),
      ];
      if (said.length > 0) tell(said.join(" "));
    },
  });

  const said = (step: Step): string => {
    switch (step.name) {
      case "kind":
        return t("said.kind", { kind: t(`kind.${step.kind}`) });
      case "code":
        return t("said.coded", { name: names.theme(step.themeId) });
      case "uncode":
        return t("said.uncoded", { name: names.theme(step.themeId) });
      case "no-theme":
        return t("said.noTheme", { reason: t(`noTheme.${step.reason}`) });
      case "route":
        return t("said.routed", { where: t(`routing.${step.routingClass}`) });
      case "duplicate":
        return t("said.duplicate");
      case "reject":
        return t("said.rejected", { reason: t(`reject.${step.reason}`) });
      case "reopen":
        return t("said.reopened");
      case "wait":
        return step.until === null
          ? t("steps:said.waitAnswer")
          : t("steps:said.waitDay", { day: day(language, step.until) });
      case "wake":
        return t("steps:said.woken");
      case "reply":
        return t(step.expected ? "steps:said.replyExpected" : "steps:said.noReplyExpected");
      case "assign":
        return step.assigneeId === null && step.teamId === null
          ? t("steps:said.unassigned")
          : t("steps:said.assigned", { name: step.ownerName });
      case "done": {
        const { received = 0, open = 0 } = summary?.ledger ?? {};
        const done = t("said.done", {
          processed: wholeNumber(language, received - open + 1),
          received: wholeNumber(language, received),
        });
        return item !== undefined && awaitsAnswer(item) ? `${done} ${t("undoing:replyOpen")}` : done;
      }
    }
  };

  const take = (step: Step): void => {
    if (item === undefined || item.id === left.current || resuming) return lose(1);
    try {
      const after = steps.take(item, step);
      setRefusal(null);
      confirm(said(step), item, steps.undo);
      const keepsThemes = step.name === "code" || step.name === "uncode";
      if (!keepsThemes) setPanelOf({ itemId: item.id, panel: "keypad" });
      setWordsOf({ itemId: item.id, words: null });
      const processed = isOpen(item.status) && !isOpen(after.status);
      if (processed || step.name === "wait") {
        if (selection.followingId !== undefined) left.current = item.id;
        selection.open(selection.followingId);
        if (processed && leavesList(search)) steps.removeRow(item.id);
      }
    } catch (error) {
      if (!(error instanceof RuleViolation)) throw error;
      refuse(t(`violation:${error.code}`));
    }
  };
  const words = wordsOf.itemId === item?.id ? wordsOf.words : null;
  return {
    panel: panelOf.itemId === item?.id ? panelOf.panel : "keypad",
    showPanel: (panel) => setPanelOf({ itemId: item?.id, panel }),
    words,
    chooseWords: (chosen) => setWordsOf({ itemId: item?.id, words: chosen }),
    refusal,
    forgetRefusal: () => setRefusal(null),
    news,
    forgetNews: () => setNews(null),
    resuming,
    take,
    toggleTheme: (themeId) =>
      take(
        words === null && item?.themeIds.includes(themeId)
          ? { name: "uncode", themeId }
          : { name: "code", themeId, words },
      ),
    undo: steps.undo,
    keeping,
    takeAgain: (first) => {
      const again = keeping.kept?.steps ?? [];
      first();
      for (const step of again) take(step);
    },
  };
}
