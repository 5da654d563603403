import { longestAnswer, longestSubject, placeholders } from "@kuultu/domain/feedback/answer-text";
import type { AnswerTemplate } from "@kuultu/domain/feedback/answer-view";
import { type Language, languages } from "@kuultu/domain/language";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useTRPC } from "#app/trpc";
import { useLanguage } from "#locales/use-language";
import { useAnnounce } from "#ui/announcement";
import { Button } from "#ui/Button";
import { FormActions, TextArea, TextField } from "#ui/Field";
import { languageName } from "#ui/figures";
import { SegmentedControl } from "#ui/SegmentedControl";

import { draftOf, readTemplate, templateAfter, type TemplateProblem } from "../template-draft.ts";
import styles from "./TemplatesSection.module.css";

/** One template in four languages, one at a time. */
export function TemplateForm({
  template: opened,
  onClose,
}: {
  readonly template: AnswerTemplate;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation("answers");
  const screen = useLanguage();
  const errorWords = useErrorWords();
  const announce = useAnnounce();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [template, setTemplate] = useState(opened);
  const [draft, setDraft] = useState(() => draftOf(template));
  const [language, setLanguage] = useState<Language>(screen);
  const [problem, setProblem] = useState<TemplateProblem | null>(null);
  const [sure, setSure] = useState(false);
  const done = (said: string) => (): void => {
    void cache.invalidateQueries(trpc.feedback.answerTemplates.queryFilter());
    announce(said);
    onClose();
  };
  const save = useMutation(
    trpc.feedback.saveTemplate.mutationOptions({
      onSuccess: done(t("templates.saved")),
      onError: (refusal) => {
        setTemplate(templateAfter(template, refusal));
        void cache.invalidateQueries(trpc.feedback.answerTemplates.queryFilter());
      },
    }),
  );
  const remove = useMutation(trpc.feedback.removeTemplate.mutationOptions({ onSuccess: done(t("templates.removed")) }));
  const error = save.error ?? remove.error;
  const { subject, body } = draft.texts[language];
  const write = (part: { readonly subject?: string; readonly body?: string }): void =>
    setDraft({ ...draft, texts: { ...draft.texts, [language]: { ...draft.texts[language], ...part } } });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const read = readTemplate(template, draft);
    setProblem("problem" in read ? read.problem : null);
    if ("input" in read) save.mutate(read.input);
    else if ("language" in read.problem) setLanguage(read.problem.language);
  };
  const named = languageName(screen, language);
  const wrong =
    problem?.problem === "half"
      ? t("templates.half", { language: languageName(screen, problem.language) })
      : problem?.problem === "unknown"
        ? t("templates.unknown", { name: `{${problem.placeholder}}` })
        : problem && t("templates.empty");
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <TextField
        label={t("templates.name")}
        value={draft.name}
        maxLength={100}
        autoFocus
        onChange={(event) => setDraft({ ...draft, name: event.target.value })}
      />
      <SegmentedControl
        label={t("templates.language")}
        name="template-language"
        value={language}
        segments={languages.map((value) => ({
          value,
          label:
            draft.texts[value].body.trim() === "" ? languageName(screen, value) : `${languageName(screen, value)} ✓`,
        }))}
        onChange={setLanguage}
      />
      <TextField
        label={t("templates.subject", { language: named })}
        value={subject}
        lang={language}
        maxLength={longestSubject}
        onChange={(event) => write({ subject: event.target.value })}
      />
      <TextArea
        label={t("templates.body", { language: named })}
        value={body}
        lang={language}
        rows={10}
        maxLength={longestAnswer}
        onChange={(event) => write({ body: event.target.value })}
      />
      <dl className={styles.placeholders}>
        {placeholders.map((placeholder) => (
          <div key={placeholder}>
            <dt>{`{${placeholder}}`}</dt> <dd>{t(`placeholder.${placeholder}`)}</dd>
          </div>
        ))}
      </dl>
      {wrong === null ? null : <p role="alert">{wrong}</p>}
      {error === null ? null : <p role="alert">{errorWords(error)}</p>}
      <FormActions>
        <Button kind="primary" type="submit" disabled={save.isPending}>
          {t("templates.save")}
        </Button>
        <Button onClick={onClose}>{t("templates.cancel")}</Button>
        {template.version === 0 ? null : (
          <Button
            kind="field"
            disabled={remove.isPending}
            onClick={() =>
              sure ? remove.mutate({ templateId: template.id, version: template.version }) : setSure(true)
            }
          >
            {t(sure ? "templates.sure" : "templates.remove")}
          </Button>
        )}
      </FormActions>
    </form>
  );
}
