import type { FeedbackFilter } from "@kuultu/domain/feedback/feedback-filter";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { useAnnounce } from "#ui/announcement";
import { wholeNumber } from "#ui/figures";

import { type FeedbackSearch, filterOf, listOf } from "./feedback-search.ts";
import { extended, nothingChosen, type RowChoice, stillListed, toggled, wholly } from "./row-choice.ts";
import type { Queue } from "./use-queue.ts";
import type { Selection } from "./use-selection.ts";

/** What a step for many is taken on: the chosen rows, or all that a filter matches, fetched or not. */
export type Many =
  | { readonly kind: "ids"; readonly ids: readonly string[] }
  | { readonly kind: "filter"; readonly filter: FeedbackFilter; readonly total: number; readonly capped: boolean };

export interface ManyChoice {
  /** Null: no row is chosen, and the commands are for the item that is read. */
  readonly many: Many | null;
  /** How many are chosen; with `capped`: that many or more. */
  readonly count: number;
  readonly capped: boolean;
  readonly isChosen: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  /** From where the choice began to this row. */
  readonly extendTo: (id: string) => void;
  /** One row further, and the reading goes along. */
  readonly extendBy: (by: 1 | -1) => void;
  readonly chooseFetched: () => void;
  readonly chooseAllThatMatch: () => void;
  readonly clear: () => void;
  /** The command (`item.route`, …) that was given for the chosen ones; null: none yet. The pane for many asks what it needs. */
  readonly asked: string | null;
  readonly ask: (command: string | null) => void;
  /** The step on the chosen ones has begun: its report comes before them, until another choice or command is made. */
  readonly reports: boolean;
  readonly stepBegun: () => void;
}

interface Held {
  /** The list in which the rows were chosen: another filter begins anew. */
  readonly list: string;
  readonly choice: RowChoice;
  readonly asked: string | null;
  readonly reports: boolean;
}

/**
 * The rows chosen for a step on many. It lives with the list: paging keeps it, a step keeps those that the list still finds, another
 * filter or order lets it go.
 */
export function useMany(search: FeedbackSearch, queue: Queue, selection: Selection): ManyChoice {
  const { t } = useTranslation("keys");
  const language = useLanguage();
  const announce = useAnnounce();
  const list = JSON.stringify(listOf(search));
  const [held, setHeld] = useState<Held>({ list, choice: nothingChosen, asked: null, reports: false });
  const order = (queue.rows ?? []).map((row) => row.id);
  const choice = held.list === list ? stillListed(held.choice, order) : nothingChosen;
  // Let go for good: what comes later was never chosen.
  if (choice === nothingChosen && held.choice !== nothingChosen && queue.rows !== undefined)
    setHeld({ ...held, list, choice });
  const total = queue.total ?? order.length;
  const count = choice.allThatMatch ? total : choice.ids.length;
  const chosen = new Set(choice.ids);

  const choose = (next: RowChoice): void => {
    if (next === choice) return;
    setHeld({ list, choice: next, asked: null, reports: false });
    const now = next.allThatMatch ? total : next.ids.length;
    announce(now === 0 ? t("many.none") : t("many.chosen", { count: now, shown: wholeNumber(language, now) }));
  };
  const extendTo = (id: string): void => {
    const from = selection.id;
    if (from !== undefined) choose(extended(choice, order, from, id));
  };
  return {
    many:
      count === 0
        ? null
        : choice.allThatMatch
          ? { kind: "filter", filter: filterOf(search), total, capped: queue.totalIsCapped }
          : { kind: "ids", ids: choice.ids },
    count,
    capped: choice.allThatMatch && queue.totalIsCapped,
    isChosen: (id) => choice.allThatMatch || chosen.has(id),
    toggle: (id) => choose(toggled(choice.allThatMatch ? wholly(order) : choice, id)),
    extendTo,
    extendBy: (by) => {
      const target = order[selection.index + by];
      if (target === undefined) return;
      extendTo(target);
      selection.step(by);
    },
    chooseFetched: () => choose(wholly(order)),
    chooseAllThatMatch: () => choose({ ...wholly(order), allThatMatch: true }),
    clear: () => choose(nothingChosen),
    asked: held.list === list && count > 0 ? held.asked : null,
    ask: (asked) => setHeld({ list, choice, asked, reports: false }),
    reports: held.list === list && held.reports,
    stepBegun: () => setHeld({ list, choice, asked: null, reports: true }),
  };
}
