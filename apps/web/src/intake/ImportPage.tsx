import type { ImportView } from "@kuultu/domain/intake/import-view";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { useErrorWords, useFailureWords } from "#app/error-words";
import { useMay, useOrganisation } from "#app/session";
import { useLanguage } from "#locales/use-language";
import { Button, buttonClass } from "#ui/Button";
import { EmptyState } from "#ui/EmptyState";
import { day, dayOfInstant, share, timeOfDay, wholeNumber } from "#ui/figures";
import { Page } from "#ui/Page";
import { usePageTitle } from "#ui/page-title";
import { SkeletonLines } from "#ui/Skeleton";

import classes from "./ImportPage.module.css";
import { ImportLedgerView } from "./parts/ImportLedgerView.tsx";
import { ImportProblems } from "./parts/ImportProblems.tsx";
import { MaskedList } from "./parts/MaskedList.tsx";
import { StepTrail } from "./parts/StepTrail.tsx";
import { useCancelImport, useImport } from "./use-intake.ts";

const route = getRouteApi("/$organisation/intake/$importId");

/** An import: how far it is, and at the end its ledger. A reload finds it where it is. */
export function ImportPage() {
  const { t } = useTranslation(["intake", "app"]);
  const errorWords = useErrorWords();
  const may = useMay();
  const { slug } = useOrganisation();
  const { data: view, error } = useImport(route.useParams().importId);
  usePageTitle(t("app:pageTitle", { page: view?.fileName ?? t("title") }));
  if (error !== null && view === undefined) return <EmptyState title={errorWords(error)} />;
  return (
    <Page
      title={t("title")}
      controls={<p className={classes.file}>{view?.fileName}</p>}
      actions={<StepTrail current="import" />}
    >
      {view === undefined ? (
        <SkeletonLines count={6} height={16} gap={18} />
      ) : (
        <div className={classes.report}>
          <Progress view={view} />
          <ImportLedgerView ledger={view.ledger} />
          <MaskedList masked={view.masked} title={t("masked.done")} />
          <ImportProblems view={view} />
          <p className={classes.links}>
            {may("feedback.read") && view.state === "finished" && (
              <Link
                to="/$organisation/feedback"
                params={{ organisation: slug }}
                search={{ importId: view.id, status: "all" }}
                className={buttonClass("primary")}
              >
                {t("run.toFeedback")}
              </Link>
            )}
            {view.roundId !== null && (
              <Link
                to="/$organisation/rounds/$roundId"
                params={{ organisation: slug, roundId: view.roundId }}
                className={buttonClass("field")}
              >
                {t("run.toRound")}
              </Link>
            )}
            <Link to="/$organisation/intake" params={{ organisation: slug }} className={buttonClass("quiet")}>
              {t("run.another")}
            </Link>
          </p>
        </div>
      )}
    </Page>
  );
}

function Progress({ view }: { readonly view: ImportView }) {
  const { t } = useTranslation("intake");
  const language = useLanguage();
  const failureWords = useFailureWords();
  const cancel = useCancelImport();
  const number = (count: number): string => wholeNumber(language, count);
  if (view.state !== "running") {
    return (
      <p role="status" className={classes.ended} data-state={view.state}>
        <strong>{t(`state.${view.state}`)}</strong>{" "}
        {view.finishedAt !== null &&
          `${day(language, dayOfInstant(view.finishedAt))} ${timeOfDay(language, view.finishedAt)}. `}
        {view.state === "failed" && `${t("run.failed")} ${failureWords(view.failure ?? "")}`}
        {view.state === "cancelled" && t("run.cancelled")}
        {view.responses > 0 && ` ${t("run.responses", { count: view.responses, responses: number(view.responses) })}`}
      </p>
    );
  }
  const done = view.totalRows === null || view.totalRows === 0 ? null : view.ledger.rows / view.totalRows;
  return (
    <div className={classes.running}>
      <p role="status">
        {view.totalRows === null
          ? t("run.counting", { rows: number(view.ledger.rows) })
          : t("run.running", {
              rows: number(view.ledger.rows),
              total: number(view.totalRows),
              share: share(language, done ?? 0),
            })}
      </p>
      <progress {...(done !== null && { value: done })} max={1} aria-label={t("run.progress")} />
      <p className={classes.note}>{t("run.leave")}</p>
      <div>
        <Button kind="field" disabled={cancel.isPending} onClick={() => cancel.mutate({ importId: view.id })}>
          {t("run.cancel")}
        </Button>
      </div>
    </div>
  );
}
