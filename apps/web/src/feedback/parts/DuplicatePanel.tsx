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

/** The first words of the item are what its twin most likely says too. */
export function DuplicatePanel({ item, triage }: StepPanelProps) {
  const { t } = useTranslation("feedback");
  const language = useLanguage();
  const { today } = useOrganisation();
  const trpc = useTRPC();
  const [query, setQuery] = useState(item.body.split(/\s+/).slice(0, 3).join(" ").slice(0, 80));
  const search = query.trim();
  const found = useQuery(
    trpc.feedback.list.queryOptions(
      { filter: search === "" ? {} : { search }, limit: 6, order: "newest" },
      { placeholderData: (before) => before },
    ),
  ).data;
  const options = (found?.rows ?? [])
    .filter((row) => row.id !== item.id)
    .map((row) => ({
      id: row.id,
      name: shownFirstLine(row.firstLine, (kind) => t(`pane.masked.${kind}`)),
      note: age(language, dayOfInstant(row.receivedAt), today),
      lang: row.language,
    }));
  return (
    <FindPanel
      title={t("reason.duplicate")}
      placeholder={t("reason.duplicateSearch")}
      nothing={t("reason.noCandidates")}
      query={query}
      onQuery={setQuery}
      options={options}
      onChoose={(duplicateOfId) => triage.take({ name: "duplicate", duplicateOfId })}
      onCancel={() => triage.showPanel("keypad")}
    />
  );
}
