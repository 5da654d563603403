import type { RoutingRuleView } from "@kuultu/domain/feedback/routed-view";
import { languages } from "@kuultu/domain/language";
import type { StaffRow } from "@kuultu/domain/staff/staff-view";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { Button } from "#ui/Button";
import { CheckList } from "#ui/CheckList";
import { FieldRow, FormActions, SelectField, TextField } from "#ui/Field";
import box from "../../ui/form-box.module.css";

import { type RoutingFormValues, ruleOf, valuesOf } from "../routing-form.ts";
import { useSetRoutingRule } from "../use-routing-rules.ts";

/** Where a class goes, its clock, and who handles it. */
export function RoutingForm(props: {
  readonly rule: RoutingRuleView;
  readonly name: string;
  readonly registrars: readonly StaffRow[];
  readonly onSaved: () => void;
  readonly onClose: () => void;
}) {
  const { rule, name, registrars } = props;
  const { t } = useTranslation(["settings", "steps", "app"]);
  const errorWords = useErrorWords();
  const [values, setValues] = useState<RoutingFormValues>(() => valuesOf(rule));
  const [asked, setAsked] = useState(false);
  const { mutate, isPending, error } = useSetRoutingRule(props.onSaved);
  const set = (change: Partial<RoutingFormValues>): void => setValues({ ...values, ...change });
  const sent = ruleOf(rule, values);
  const report = rule.routingClass === "whistleblowing";
  const wrong = asked && sent === null ? t("rules.wrong") : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (sent !== null) mutate(sent);
  };
  const length = (label: string) => (
    <TextField
      label={label}
      inputMode="numeric"
      value={values.length}
      error={wrong}
      onChange={(event) => set({ length: event.target.value })}
    />
  );
  return (
    <form className={box.form} onSubmit={submit} noValidate aria-label={t("edit", { name })}>
      <FieldRow>
        {languages.map((language, index) => (
          <TextField
            key={language}
            label={`${t("rules.target")}, ${t(`rules.languages.${language}`)}`}
            value={values.names[language]}
            maxLength={200}
            autoFocus={index === 0}
            onChange={(event) => set({ names: { ...values.names, [language]: event.target.value } })}
          />
        ))}
      </FieldRow>
      <FieldRow>
        {report ? (
          <>
            {length(t("rules.acknowledge"))}
            <TextField
              label={t("rules.outcome")}
              inputMode="numeric"
              value={values.outcome}
              error={wrong}
              onChange={(event) => set({ outcome: event.target.value })}
            />
          </>
        ) : (
          <>
            <SelectField
              label={t("rules.unit")}
              value={values.unit}
              empty={t("rules.uncounted", { promptness: t(`steps:promptness.${rule.promptness}`) })}
              options={(["days", "months"] as const).map((unit) => ({ value: unit, label: t(`rules.${unit}`) }))}
              onChange={(event) =>
                set({ unit: (["days", "months"] as const).find((unit) => unit === event.target.value) ?? "" })
              }
            />
            {values.unit === "" ? null : length(t("rules.length"))}
          </>
        )}
      </FieldRow>
      {registrars.length === 0 ? (
        <p>{t("rules.noRegistrars")}</p>
      ) : (
        <CheckList
          legend={t("rules.registrars")}
          note={t(report ? "rules.reportsNote" : "rules.registrarsNote")}
          options={registrars.map((person) => ({ value: person.id, label: person.name }))}
          chosen={values.registrarIds}
          onChange={(registrarIds) => set({ registrarIds })}
        />
      )}
      {error === null ? null : <p role="alert">{errorWords(error)}</p>}
      <FormActions>
        <Button kind="primary" type="submit" disabled={isPending}>
          {t("app:save")}
        </Button>
        <Button onClick={props.onClose}>{t("app:cancel")}</Button>
      </FormActions>
    </form>
  );
}
