import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { useTRPC } from "#app/trpc";
import { useLanguage } from "#locales/use-language";
import { age, dayOfInstant } from "#ui/figures";

import { shownFirstLine } from "../first-line.ts";
import { FindPanel } from "./FindPanel.tsx";
import type { StepPanelProps } from "./step-panel-props.ts";

export interface DuplicateSearchProps extends StepPanelProps {
  readonly hint: string | undefined;
  readonly onChoose: (itemId: string) => void;
}

/** Any other item by its words, for a repeat that no reason offers. */
export function DuplicateSearch({ item, triage, hint, onChoose }: DuplicateSearchProps) {
  const { t } = useTranslation(["reading", "feedback"]);
  const language = useLanguage();
  const { today } = useOrganisation();
  const trpc = useTRPC();
  const [query, setQuery] = useState("");
  const search = query.trim();
  const found = useQuery(
    trpc.feedback.list.queryOptions(
      { filter: search === "" ? {} : { search }, limit: 6, order: "newest" },
      { placeholderData: (before) => before, enabled: search !== "" },
    ),
  ).data;
  const options = (search === "" ? [] : (found?.rows ?? []))
    .filter((row) => row.id !== item.id)
    .map((row) => ({
      id: row.id,
      name: shownFirstLine(row.firstLine, (kind) => t(`feedback:pane.masked.${kind}`)),
      note: age(language, dayOfInstant(row.receivedAt), today),
      lang: row.language,
    }));
  return (
    <FindPanel
      title={t("duplicates.label")}
      placeholder={t("duplicates.search")}
      nothing={search === "" ? (hint ?? "") : t("duplicates.nothing")}
      query={query}
      onQuery={setQuery}
      options={options}
      onChoose={onChoose}
      onCancel={() => triage.showPanel("keypad")}
    />
  );
}
