import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";
import { mayBeCodedTo } from "@kuultu/domain/feedback/coding";
import { noThemeReasons, rejectReasons, routingClasses } from "@kuultu/domain/feedback/triage-status";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { useTRPC } from "#app/trpc";
import { useLanguage } from "#locales/use-language";
import { Button } from "#ui/Button";
import { age, dayOfInstant, inOrder } from "#ui/figures";
import { focusOnArrival } from "#ui/focus";
import { formText } from "#ui/form-text";
import { matching } from "#ui/palette-match";

import type { Names } from "../use-names.ts";
import type { Triage } from "../use-triage.ts";
import { FindPanel } from "./FindPanel.tsx";
import { Keypad } from "./Keypad.tsx";
import { ReasonPanel } from "./ReasonPanel.tsx";
import styles from "./ReasonPanel.module.css";

export interface StepPanelProps {
  readonly item: FeedbackDetail;
  readonly triage: Triage;
  readonly names: Names;
}

/** The keypad, or the question that the chosen step asks first. */
export function StepPanel(props: StepPanelProps) {
  const { t } = useTranslation("feedback");
  const { triage } = props;
  const cancel = (): void => triage.showPanel("keypad");
  switch (triage.panel) {
    case "keypad":
      return <Keypad {...props} />;
    case "themes":
      return <ThemePanel {...props} />;
    case "duplicate":
      return <DuplicatePanel {...props} />;
    case "reopen":
      return <ReopenPanel {...props} />;
    case "no-theme":
      return (
        <ReasonPanel
          question={t("reason.noTheme")}
          reasons={noThemeReasons.map((value) => ({ value, label: t(`noTheme.${value}`) }))}
          onChoose={(reason) => triage.take({ name: "no-theme", reason })}
          onCancel={cancel}
        />
      );
    case "route":
      return (
        <ReasonPanel
          question={t("reason.route")}
          reasons={routingClasses.map((value) => ({
            value,
            label: t(`routing.${value}`),
            note: t(`routingNote.${value}`),
          }))}
          onChoose={(routingClass) => triage.take({ name: "route", routingClass })}
          onCancel={cancel}
        />
      );
    case "reject":
      return (
        <ReasonPanel
          question={t("reason.reject")}
          reasons={rejectReasons.map((value) => ({ value, label: t(`reject.${value}`) }))}
          onChoose={(reason) => triage.take({ name: "reject", reason })}
          onCancel={cancel}
        />
      );
  }
}

function ThemePanel({ item, triage, names }: StepPanelProps) {
  const { t } = useTranslation("feedback");
  const language = useLanguage();
  const [query, setQuery] = useState("");
  const themes = names.themes
    .filter((theme) => mayBeCodedTo(theme.status))
    .map((theme) => ({
      id: theme.id,
      label: names.theme(theme.id),
      note: theme.parentId === null ? "" : names.theme(theme.parentId),
    }));
  const options = matching(
    query,
    inOrder(language, themes, (theme) => theme.label),
  ).map(({ entry }) => ({
    id: entry.id,
    name: entry.label,
    note: entry.note,
    chosen: item.themeIds.includes(entry.id),
  }));
  return (
    <FindPanel
      title={t("picker.label")}
      placeholder={t("picker.placeholder")}
      nothing={t("picker.nothing")}
      hint={t("picker.hint")}
      query={query}
      onQuery={setQuery}
      options={options}
      onChoose={(themeId) => {
        triage.toggleTheme(themeId);
        setQuery("");
      }}
      onCancel={() => triage.showPanel("keypad")}
    />
  );
}

/** The first words of the item are what its twin most likely says too. */
function DuplicatePanel({ item, triage }: StepPanelProps) {
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
      name: row.firstLine,
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

function ReopenPanel({ triage }: StepPanelProps) {
  const { t } = useTranslation("feedback");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        triage.take({ name: "reopen", reason: formText(event.currentTarget, "reason").trim() });
      }}
    >
      <div className={styles.head}>
        <h2 id="reopen">{t("reason.reopen")}</h2>
        <Button keys="Escape" onClick={() => triage.showPanel("keypad")}>
          {t("reason.cancel")}
        </Button>
      </div>
      <div className={styles.form}>
        <input
          name="reason"
          className={styles.field}
          aria-labelledby="reopen"
          required
          minLength={3}
          maxLength={500}
          ref={focusOnArrival}
        />
        <Button kind="field" type="submit">
          {t("reason.confirm")}
        </Button>
      </div>
    </form>
  );
}
