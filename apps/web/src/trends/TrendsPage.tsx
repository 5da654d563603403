import IconAdjustmentsHorizontal from "@tabler/icons-react/dist/esm/icons/IconAdjustmentsHorizontal.mjs";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useMay, useOrganisation } from "#app/session";
import { Button, buttonClass } from "#ui/Button";
import { EmptyState } from "#ui/EmptyState";
import { Page } from "#ui/Page";
import { usePageTitle } from "#ui/page-title";

import { TrendChooser } from "./parts/TrendChooser.tsx";
import { TrendFigures } from "./parts/TrendFigures.tsx";
import { TrendSentence } from "./parts/TrendSentence.tsx";
import { TrendSplit } from "./parts/TrendSplit.tsx";
import { TrendsSkeleton } from "./parts/TrendsSkeleton.tsx";
import classes from "./TrendsPage.module.css";
import { useTrend, useTrendQuestion } from "./use-trends.ts";

const route = getRouteApi("/$organisation/trends");

/** One sentence, whether to believe it, the line behind it, the same numbers beside it. */
export function TrendsPage() {
  const { t } = useTranslation(["trends", "app"]);
  const errorWords = useErrorWords();
  const { slug } = useOrganisation();
  const may = useMay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [changing, setChanging] = useState(false);
  usePageTitle(t("app:pageTitle", { page: t("title") }));
  const { question, error } = useTrendQuestion(search);
  const trend = useTrend(question, search);
  const view = trend.data;

  const open = useCallback(
    (roundId: string) =>
      void navigate({
        to: "/$organisation/feedback",
        params: { organisation: slug },
        search: { roundId, status: "all" },
      }),
    [navigate, slug],
  );
  const failure = error ?? trend.error;
  const empty = question !== undefined && question.chosen === undefined;
  const noPoints =
    view !== undefined && !view.points.some((point) => point.by === null && point.state !== "collecting");
  return (
    <Page
      title={t("title")}
      controls={
        question?.chosen && (
          <div className={classes.chooser} data-open={changing || undefined}>
            <TrendChooser
              question={question}
              view={view}
              search={search}
              onChange={(next) => void navigate({ search: next, replace: true })}
            />
          </div>
        )
      }
      actions={
        <Button className={classes.change ?? ""} aria-expanded={changing} onClick={() => setChanging(!changing)}>
          <IconAdjustmentsHorizontal size={18} stroke={1.5} aria-hidden="true" />
          {t("change")}
        </Button>
      }
    >
      {failure !== null && <EmptyState title={errorWords(failure)} />}
      {empty && (
        <EmptyState
          title={t("empty.title")}
          lines={t("empty.lines")}
          action={
            may("intake.run") && (
              <Link to="/$organisation/intake" params={{ organisation: slug }} className={buttonClass("primary")}>
                {t("empty.action")}
              </Link>
            )
          }
        />
      )}
      {failure === null && !empty && view === undefined && <TrendsSkeleton />}
      {view !== undefined && question !== undefined && (
        <>
          <TrendSentence view={view} />
          {noPoints ? (
            <EmptyState title={t("empty.noPoints")} lines={t("empty.lines")} />
          ) : (
            <TrendFigures view={view} onOpen={may("feedback.read") ? open : undefined} />
          )}
          <TrendSplit question={question} view={view} />
        </>
      )}
    </Page>
  );
}
