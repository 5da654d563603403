import type { AnswerTemplate } from "@kuultu/domain/feedback/answer-view";
import { languages } from "@kuultu/domain/language";
import IconPlus from "@tabler/icons-react/dist/esm/icons/IconPlus.mjs";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useTRPC } from "#app/trpc";
import { useLanguage } from "#locales/use-language";
import { Button } from "#ui/Button";
import { languageName } from "#ui/figures";
import { focusOnArrival } from "#ui/focus";
import { newId } from "#ui/new-id";
import { SkeletonLines } from "#ui/Skeleton";

import rows from "../SettingsSection.module.css";
import { TemplateForm } from "./TemplateForm.tsx";
import styles from "./TemplatesSection.module.css";

const newTemplate = (): AnswerTemplate => ({ id: newId(), name: "", texts: {}, version: 0 });

/** The words that answers begin from, each in the languages somebody has written it in. */
export function TemplatesSection() {
  const { t } = useTranslation(["answers", "settings"]);
  const screen = useLanguage();
  const errorWords = useErrorWords();
  const trpc = useTRPC();
  const { data: templates, error } = useQuery(trpc.feedback.answerTemplates.queryOptions());
  const [edited, setEdited] = useState<AnswerTemplate | null>(null);
  /** What was edited last: there the focus returns to. */
  const [left, setLeft] = useState<string | null>(null);
  const close = (): void => {
    setLeft(edited?.id ?? null);
    setEdited(null);
  };
  if (error !== null) return <p role="alert">{errorWords(error)}</p>;
  if (templates === undefined) return <SkeletonLines count={4} height={20} gap={12} />;
  return (
    <div className={styles.section}>
      <p className={styles.intro}>{t("templates.intro")}</p>
      {edited === null ? (
        <>
          {templates.length === 0 ? <p className={styles.intro}>{t("templates.none")}</p> : null}
          <ul className={rows.rows}>
            {templates.map((template) => (
              <li key={template.id} className={rows.row}>
                <p className={rows.name}>
                  <strong>{template.name}</strong>
                </p>
                <p className={rows.facts}>
                  {languages
                    .filter((language) => template.texts[language] !== undefined)
                    .map((language) => languageName(screen, language))
                    .join(" · ")}
                </p>
                <Button
                  small
                  kind="field"
                  ref={template.id === left ? focusOnArrival : null}
                  aria-label={t("templates.edit", { name: template.name })}
                  onClick={() => setEdited(template)}
                >
                  {t("settings:editShort")}
                </Button>
              </li>
            ))}
          </ul>
          <div>
            <Button
              kind="field"
              ref={left !== null && !templates.some(({ id }) => id === left) ? focusOnArrival : null}
              onClick={() => setEdited(newTemplate())}
            >
              <IconPlus size={16} stroke={1.75} aria-hidden="true" />
              {t("templates.add")}
            </Button>
          </div>
        </>
      ) : (
        <TemplateForm key={edited.id} template={edited} onClose={close} />
      )}
    </div>
  );
}
