import type { ImportView } from "@kuultu/domain/intake/import-view";
import IconDownload from "@tabler/icons-react/dist/esm/icons/IconDownload.mjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { allProblems, useImportProblems } from "#intake/use-intake";
import { useLanguage } from "#locales/use-language";
import { Button } from "#ui/Button";
import { csvText, downloadText } from "#ui/csv-text";
import { wholeNumber } from "#ui/figures";
import { Skeleton } from "#ui/Skeleton";

import classes from "./ImportProblems.module.css";
import { type ProblemKey, problemKey, ProblemTable } from "./ProblemTable.tsx";

const pageSize = 200;

/** The problems of an import, a page at a time, and all of them as a file. */
export function ImportProblems({ view }: { readonly view: ImportView }) {
  const { t } = useTranslation("intake");
  const language = useLanguage();
  const { slug } = useOrganisation();
  const [after, setAfter] = useState(0);
  const [fetching, setFetching] = useState(false);
  const { data: problems } = useImportProblems(view.id, after, view.problemCount > 0 && view.state !== "running");

  async function download(): Promise<void> {
    setFetching(true);
    try {
      const all = await allProblems(slug, view.id);
      const words = (key: ProblemKey): string => t(`problem.${key}`);
      const header = [
        t("problems.row"),
        t("problems.column"),
        t("problems.value"),
        t("problems.what"),
        t("problems.done"),
      ];
      const rows = all.map((one) => [
        one.row,
        one.column,
        one.value,
        words(problemKey(one.code)),
        t(one.rejects ? "problems.rejects" : "problems.leaves"),
      ]);
      downloadText(`${view.fileName}.problems.csv`, "text/csv;charset=utf-8", csvText([header, ...rows]));
    } finally {
      setFetching(false);
    }
  }

  return (
    <section aria-labelledby="problems-title">
      <header className={classes.head}>
        <h2 id="problems-title">
          {t("problems.title")} <span className="figures">{wholeNumber(language, view.problemCount)}</span>
        </h2>
        {view.problemCount > 0 && view.state !== "running" && (
          <Button disabled={fetching} onClick={() => void download()}>
            <IconDownload size={16} stroke={1.75} aria-hidden="true" />
            {t("problems.download")}
          </Button>
        )}
      </header>
      {view.problemCount === 0 && (
        <p className={classes.none}>{t(view.state === "running" ? "problems.later" : "problems.none")}</p>
      )}
      {view.problemCount > 0 &&
        view.state !== "running" &&
        (problems === undefined ? <Skeleton height={160} /> : <ProblemTable problems={problems} />)}
      {view.problemCount > pageSize && (
        <p className={classes.pages}>
          <Button kind="field" disabled={after === 0} onClick={() => setAfter(Math.max(0, after - pageSize))}>
            {t("problems.previous")}
          </Button>
          <span className="figures">
            {wholeNumber(language, after + 1)}–{wholeNumber(language, Math.min(after + pageSize, view.problemCount))}
          </span>
          <Button
            kind="field"
            disabled={after + pageSize >= view.problemCount}
            onClick={() => setAfter(after + pageSize)}
          >
            {t("problems.next")}
          </Button>
        </p>
      )}
    </section>
  );
}
