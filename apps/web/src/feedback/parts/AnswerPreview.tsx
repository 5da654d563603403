import type { AnswerPreview as Preview } from "@kuultu/domain/feedback/answer-view";
import type { Language } from "@kuultu/domain/language";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";

import styles from "./AnswerPanel.module.css";

/** Exactly what the server would send, and which braces stand in the way. */
export function AnswerPreview({
  preview,
  language,
  error,
}: {
  readonly preview: Preview | undefined;
  readonly language: Language;
  readonly error: unknown;
}) {
  const { t } = useTranslation("answers");
  const errorWords = useErrorWords();
  return (
    <section className={styles.preview} aria-label={t("write.preview")}>
      <h3>{t("write.preview")}</h3>
      {preview === undefined ? (
        <p className={styles.note}>{error === null ? t("write.previewEmpty") : errorWords(error)}</p>
      ) : (
        <div lang={language}>
          <p className={styles.subject}>{preview.subject}</p>
          <p className={styles.body}>{preview.body}</p>
        </div>
      )}
      {preview === undefined || preview.problems.length === 0 ? null : (
        <ul className={styles.problems}>
          {preview.problems.map(({ placeholder, problem }) => (
            <li key={placeholder}>{t(`write.${problem}`, { name: `{${placeholder}}` })}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
