import type { SearchStatus } from "@kuultu/domain/search/search-status";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { Button } from "#ui/Button";
import { day, dayOfInstant, share, wholeNumber } from "#ui/figures";
import { SkeletonLines } from "#ui/Skeleton";

import { useSearchIndex } from "../use-search-index.ts";
import styles from "./SearchSection.module.css";

/** What words are found by here, why not by Voikko, and how far the texts are indexed. */
export function SearchSection() {
  const { t } = useTranslation("search");
  const { status, problem, again, beginning } = useSearchIndex();
  if (status === undefined) return <SkeletonLines count={6} height={20} gap={16} />;
  // Not disabled: whoever has just pressed it stays where they are.
  const busy = status.indexing !== null || beginning;
  return (
    <div className={styles.section}>
      <p className={styles.intro}>{t("intro")}</p>
      <dl className={styles.facts}>
        <dt>{t("finnish")}</dt>
        <dd>
          <span>{t(status.engine)}</span>
          <span className={styles.aside}>{t(`${status.engine}Says`)}</span>
        </dd>
        {status.voikkoAbsence === null ? null : (
          <>
            <dt>{t("why")}</dt>
            <dd>{t(`absence.${status.voikkoAbsence}`)}</dd>
          </>
        )}
        <dt>{t("others")}</dt>
        <dd>{t("stems")}</dd>
        <dt>{t("index")}</dt>
        <dd>
          <IndexState status={status} />
        </dd>
      </dl>
      {problem === null ? null : <p role="alert">{problem}</p>}
      <Button kind="field" aria-disabled={busy} onClick={() => busy || again()}>
        {t("again")}
      </Button>
    </div>
  );
}

function IndexState({ status: { indexing, indexedAt } }: { readonly status: SearchStatus }) {
  const { t } = useTranslation("search");
  const language = useLanguage();
  if (indexing === null)
    return indexedAt === null ? t("indexed") : t("indexedAt", { day: day(language, dayOfInstant(indexedAt)) });
  const { done, total } = indexing;
  return (
    <>
      <span>
        {t("indexing", {
          // Not done before it is done.
          percent: share(language, total === 0 ? 0 : Math.floor((100 * done) / total) / 100),
          done: wholeNumber(language, done),
          total: wholeNumber(language, total),
        })}
      </span>
      <progress className={styles.progress} aria-label={t("progress")} value={done} max={Math.max(1, total)} />
      <span className={styles.aside}>{t("meanwhile")}</span>
    </>
  );
}
