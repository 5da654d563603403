import type { ColumnMapping } from "@kuultu/domain/intake/column-mapping";
import { feedbackKinds, feedbackSources } from "@kuultu/domain/feedback/triage-status";
import { feedbackKindSchema, feedbackSourceSchema } from "@kuultu/domain/feedback/triage-schema";
import { languages } from "@kuultu/domain/language";
import { textLanguageSchema } from "@kuultu/domain/language-schema";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { IntakeDraft } from "#intake/mapping-draft";
import { useLanguage, useName } from "#locales/use-language";
import { NewRoundForm } from "#rounds/NewRoundForm";
import { useRounds } from "#rounds/use-rounds";
import { FieldRow, SelectField } from "#ui/Field";
import { languageName } from "#ui/figures";
import { SegmentedControl } from "#ui/SegmentedControl";

import classes from "./MappingOptions.module.css";

/** What the rows are, which round they belong to, and what holds where no column says it. */
export function MappingOptions({
  draft,
  onDraft,
}: {
  readonly draft: IntakeDraft;
  readonly onDraft: (draft: IntakeDraft) => void;
}) {
  const { t } = useTranslation(["intake", "feedback"]);
  const language = useLanguage();
  const { mapping } = draft;
  const { defaults } = mapping;
  const set = (change: Partial<ColumnMapping>): void => onDraft({ ...draft, mapping: { ...mapping, ...change } });
  return (
    <div className={classes.options}>
      <div className={classes.rows}>
        <span aria-hidden="true">{t("options.rowsAre")}</span>
        <SegmentedControl
          label={t("options.rowsAre")}
          name="rows-are"
          segments={[
            { value: "items", label: t("options.items") },
            { value: "responses", label: t("options.responses") },
          ]}
          value={mapping.rowsAre}
          onChange={(rowsAre) => set({ rowsAre })}
        />
      </div>
      <FieldRow>
        <RoundChooser draft={draft} onDraft={onDraft} />
        <SelectField
          label={t("options.kind")}
          value={defaults.kind}
          options={feedbackKinds.map((kind) => ({ value: kind, label: t(`feedback:kind.${kind}`) }))}
          onChange={(event) => set({ defaults: { ...defaults, kind: feedbackKindSchema.parse(event.target.value) } })}
        />
        <SelectField
          label={t("options.source")}
          value={defaults.source}
          options={feedbackSources.map((source) => ({ value: source, label: t(`feedback:source.${source}`) }))}
          onChange={(event) =>
            set({ defaults: { ...defaults, source: feedbackSourceSchema.parse(event.target.value) } })
          }
        />
        <SelectField
          label={t("options.language")}
          value={defaults.language ?? ""}
          empty={t("options.recognise")}
          options={languages.map((code) => ({ value: code, label: languageName(language, code) }))}
          onChange={(event) => {
            const { language: _, ...others } = defaults;
            set({
              defaults:
                event.target.value === ""
                  ? others
                  : { ...others, language: textLanguageSchema.parse(event.target.value) },
            });
          }}
        />
      </FieldRow>
    </div>
  );
}

function RoundChooser({
  draft,
  onDraft,
}: {
  readonly draft: IntakeDraft;
  readonly onDraft: (draft: IntakeDraft) => void;
}) {
  const { t } = useTranslation("intake");
  const name = useName();
  const [making, setMaking] = useState(false);
  const rounds = useRounds().data ?? [];
  const named = draft.mapping.columns.some((column) => column.target === "round");
  if (making) {
    return (
      <NewRoundForm
        onClose={() => setMaking(false)}
        onMade={(round) => {
          setMaking(false);
          onDraft({ ...draft, roundId: round.id });
        }}
      />
    );
  }
  return (
    <SelectField
      id="intake-round"
      label={t("options.round")}
      note={named ? t("options.roundNamed") : undefined}
      value={draft.roundId ?? ""}
      empty={t(draft.mapping.rowsAre === "responses" ? "options.chooseRound" : "options.noRound")}
      options={[
        ...rounds.map((round) => ({ value: round.id, label: `${name(round.surveyNames)} ${round.name}` })),
        { value: "new", label: t("options.newRound") },
      ]}
      onChange={(event) => {
        if (event.target.value === "new") setMaking(true);
        else onDraft({ ...draft, roundId: event.target.value || null });
      }}
    />
  );
}
