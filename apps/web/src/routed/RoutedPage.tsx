import { getRouteApi } from "@tanstack/react-router";
import IconArrowBackUp from "@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useAnnounce } from "#ui/announcement";
import { Button } from "#ui/Button";
import { ChoiceMenu } from "#ui/ChoiceMenu";
import { EmptyState } from "#ui/EmptyState";
import { Page } from "#ui/Page";
import { usePageTitle } from "#ui/page-title";
import { SegmentedControl } from "#ui/SegmentedControl";
import { SkeletonLines } from "#ui/Skeleton";

import { RoutedItem } from "./parts/RoutedItem.tsx";
import { StubList } from "./parts/StubList.tsx";
import classes from "./RoutedPage.module.css";
import type { RoutedSearch } from "./routed-search.ts";
import { useRoutedSteps, useStubs } from "./use-routed.ts";

const route = getRouteApi("/$organisation/routed");

/** The registrar's room: what was routed to their classes, each from its stub to its end. */
export function RoutedPage() {
  const { t } = useTranslation(["routed", "feedback", "app"]);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const errorWords = useErrorWords();
  const announce = useAnnounce();
  const { summary, list, stubs } = useStubs(search);
  const steps = useRoutedSteps((what) => announce(t(`said.${what}`)));
  usePageTitle(t("app:pageTitle", { page: t("title") }));
  const set = (change: Partial<RoutedSearch>): void => void navigate({ search: { ...search, ...change } });
  return (
    <Page
      title={t("title")}
      controls={
        <>
          <ChoiceMenu
            label={t("cls")}
            showLabel
            value={search.routingClass ?? "all"}
            choices={[
              { value: "all" as const, label: t("all") },
              ...(summary?.byClass ?? []).map(({ routingClass, waiting }) => ({
                value: routingClass,
                label: t(`feedback:routing.${routingClass}`),
                note: String(waiting),
              })),
            ]}
            onChange={(value) => set({ routingClass: value === "all" ? undefined : value, item: undefined })}
          />
          <SegmentedControl
            label={t("view.label")}
            name="routed-view"
            segments={[
              { value: "waiting", label: t("view.waiting") },
              { value: "settled", label: t("view.settled") },
            ]}
            value={search.settled === true ? "settled" : "waiting"}
            onChange={(value) => set({ settled: value === "settled" ? true : undefined, item: undefined })}
          />
        </>
      }
      actions={
        <>
          {steps.last === null ? null : (
            <Button onClick={steps.undo}>
              <IconArrowBackUp size={16} stroke={1.75} aria-hidden="true" />
              {t("undo")}
            </Button>
          )}
          {summary === undefined ? null : (
            <p className={classes.summary}>
              {t("summary", { count: summary.waiting })}
              {summary.overdue > 0 && <strong> · {t("overdue", { count: summary.overdue })}</strong>}
            </p>
          )}
        </>
      }
    >
      {steps.error === null ? null : (
        <p role="alert" className={classes.refused}>
          {errorWords(steps.error)}
        </p>
      )}
      {list.error !== null && <EmptyState title={errorWords(list.error)} />}
      {stubs === undefined && list.error === null && <SkeletonLines count={6} height={20} gap={20} />}
      {stubs?.length === 0 && search.item === undefined && <EmptyState title={t("empty")} lines={t("emptyLines")} />}
      {stubs !== undefined && (stubs.length > 0 || search.item !== undefined) && (
        <div className={classes.columns} data-reading={search.item !== undefined || undefined}>
          <div className={classes.list}>
            <StubList stubs={stubs} search={search} />
            {list.hasNextPage ? (
              <Button kind="field" onClick={() => void list.fetchNextPage()}>
                {t("more")}
              </Button>
            ) : null}
          </div>
          {search.item === undefined ? (
            <p className={classes.choose}>{t("choose")}</p>
          ) : (
            <RoutedItem key={search.item} itemId={search.item} steps={steps} onBack={() => set({ item: undefined })} />
          )}
        </div>
      )}
    </Page>
  );
}
