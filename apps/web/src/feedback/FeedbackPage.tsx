import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useMay } from "#app/session";
import { useTRPC } from "#app/trpc";
import { afterFirstUse, afterPaint } from "#ui/deferred";
import { useAnnounce } from "#ui/announcement";
import { EmptyState } from "#ui/EmptyState";
import { usePageTitle } from "#ui/page-title";
import { useCommands, useKeysWait } from "#ui/shortcuts";

import styles from "./FeedbackPage.module.css";
import { type FeedbackSearch, filterOf, listOf, narrowingFilters, withoutNarrowing } from "./feedback-search.ts";
import { EmptyQueue } from "./parts/EmptyQueue.tsx";
import { FacetsSkeleton } from "./parts/FacetsSkeleton.tsx";
import { FlowStrip } from "./parts/FlowStrip.tsx";
import { ManyBar } from "./parts/ManyBar.tsx";
import { QueueHead } from "./parts/QueueHead.tsx";
import { QueueNews } from "./parts/QueueNews.tsx";
import { QueueList } from "./parts/QueueList.tsx";
import { QueueSkeleton } from "./parts/QueueSkeleton.tsx";
import { PaneSkeleton } from "./parts/PaneSkeleton.tsx";
import { ReadingPane } from "./parts/ReadingPane.tsx";
import { focusSearch } from "./parts/SearchField.tsx";
import { UnreadItem } from "./parts/UnreadItem.tsx";
import { UndeliveredNotice } from "./parts/UndeliveredNotice.tsx";
import { StepNews } from "./parts/StepNews.tsx";
import { TruthHeader } from "./parts/TruthHeader.tsx";
import { useTriageActions } from "./triage-actions.ts";
import { useLiveQueue } from "./use-live-queue.ts";
import { useMany } from "./use-many.ts";
import { useCommandMenu } from "./use-command-menu.ts";
import { useKeptFocus } from "./use-kept-focus.ts";
import { useNames } from "./use-names.ts";
import { useQueue } from "./use-queue.ts";
import { useSelection } from "./use-selection.ts";
import { useTriage } from "./use-triage.ts";
import { useViewLayers } from "./use-view-layers.ts";

const BulkReport = lazy(async () => ({ default: (await import("./bulk/BulkReport.tsx")).BulkReport }));
const BulkStrip = afterPaint(async () => (await import("./bulk/BulkStrip.tsx")).BulkStrip);
const Facets = afterPaint(async () => (await import("./parts/Facets.tsx")).Facets, <FacetsSkeleton />);
const ViewsLayer = afterFirstUse(async () => (await import("./parts/ViewsLayer.tsx")).ViewsLayer);
const ManyPane = afterFirstUse(async () => (await import("./parts/ManyPane.tsx")).ManyPane);
const CommandMenu = afterFirstUse(async () => (await import("./parts/CommandMenu.tsx")).CommandMenu);

const route = getRouteApi("/$organisation/feedback");

/** Triage: the truth of the round, what narrows the list, the list, and one item to read and decide. */
export function FeedbackPage() {
  const { t } = useTranslation(["feedback", "app", "reading", "live"]);
  const trpc = useTRPC();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const errorWords = useErrorWords();
  const may = useMay();
  const [searching, setSearching] = useState(false);
  const menu = useCommandMenu();
  const names = useNames();
  const queue = useQueue(search);
  const selection = useSelection(search, queue);
  const many = useMany(search, queue, selection);
  const reported = (many.many === null || many.reports) && !selection.named ? search.bulk : undefined;
  const keep = { placeholderData: <T,>(before: T) => before };
  const summary = useQuery(trpc.feedback.summary.queryOptions({ roundId: search.roundId ?? null }, keep)).data;
  const counted = useQuery(trpc.feedback.counts.queryOptions({ filter: filterOf(search) }, keep));
  const read = useQuery(
    trpc.feedback.item.queryOptions(
      { itemId: selection.id ?? "" },
      { enabled: selection.id !== undefined && many.many === null && reported === undefined },
    ),
  );
  // What is not shown is not acted upon.
  const item = selection.id === undefined || reported !== undefined ? undefined : read.data;
  const showBulkStep = (bulk: string | undefined): void =>
    void navigate({ search: (before) => ({ ...before, bulk, item: undefined }) });
  const announce = useAnnounce();
  const live = useLiveQueue(search, selection.id, () => {
    announce(t("live:gone"));
    selection.open(selection.followingId);
  });
  const ready = queue.rows !== undefined;
  const triage = useTriage({ item, search, selection, names, summary, showBulkStep, ready });
  // Who has begun does not wait for the next item: the keys do. What nobody has seen yet is not acted upon.
  const [begun, setBegun] = useState(false);
  if (item !== undefined && !begun) setBegun(true);
  const comes = selection.id !== undefined && item === undefined && !read.error && read.isEnabled;
  useKeysWait((begun && comes) || triage.resuming);
  const change = useCallback(
    (part: Partial<FeedbackSearch>): void =>
      void navigate({ search: (before) => ({ ...before, ...part, item: undefined }) }),
    [navigate],
  );
  const viewLayers = useViewLayers();
  const listKey = JSON.stringify(listOf(search));
  // oxlint-disable-next-line react/exhaustive-deps -- the key is the value: what does not ask for the item stays as it is drawn
  const list = useMemo(() => listOf(search), [listKey]);
  const [countedList, setCountedList] = useState(listKey);
  if (!counted.isPlaceholderData && countedList !== listKey) setCountedList(listKey);
  const clear = (): void => void navigate({ search: withoutNarrowing });
  const commands = useTriageActions({
    item: triage.resuming ? undefined : item,
    triage,
    selection,
    many,
    names,
    showMenu: menu.showAtRow,
    showSearch: () => (focusSearch() ? undefined : setSearching(true)),
    clearFilters: clear,
    findView: viewLayers.find,
    saveView: () => viewLayers.name(null),
  });
  useCommands(commands);
  const keptFocus = useKeptFocus();
  usePageTitle(t("app:pageTitle", { page: t("title") }));

  // The count past target is the whole round's; it would not be true of a narrowed list.
  const narrowed = narrowingFilters.some((name) => search[name] !== undefined);
  const facets =
    queue.rows === undefined && !queue.error ? (
      <FacetsSkeleton />
    ) : (
      <Facets
        search={list}
        onName={viewLayers.name}
        counts={counted.data}
        countedList={countedList}
        pastTarget={narrowed ? undefined : summary?.pastTarget}
        names={names}
        onChange={change}
      />
    );
  return (
    <div
      {...keptFocus}
      className={styles.triage}
      data-reading={reported !== undefined || (many.many === null ? selection.named : many.asked !== null) || undefined}
    >
      <h1 className="visually-hidden">{t("title")}</h1>
      <div className={styles.left}>
        <TruthHeader
          summary={summary}
          names={names}
          roundId={search.roundId}
          onRound={(roundId) => change({ roundId })}
        >
          <FlowStrip roundId={search.roundId} />
        </TruthHeader>
        <div className={styles.facets}>{facets}</div>
        <section className={styles.queue} aria-label={t("list.label")}>
          <UndeliveredNotice shown={search.undelivered === true} onChange={change} />
          <QueueHead
            search={search}
            total={queue.total}
            capped={queue.totalIsCapped}
            names={names}
            facets={facets}
            searching={searching}
            onSearching={setSearching}
            onChange={change}
            onClear={clear}
          />
          <QueueNews queue={live} />
          <ManyBar choice={many} queue={queue} commands={commands} />
          {queue.rows !== undefined && many.many === null && reported === undefined && may("feedback.triage") ? (
            <BulkStrip names={names} onShow={showBulkStep} />
          ) : null}
          {queue.error ? <EmptyState title={t("app:error.title")} lines={errorWords(queue.error)} /> : null}
          {queue.rows === undefined && !queue.error ? <QueueSkeleton /> : null}
          {queue.rows?.length === 0 ? (
            <EmptyQueue search={search} received={summary?.ledger.received} onClear={clear} />
          ) : null}
          {queue.rows !== undefined && queue.rows.length > 0 ? (
            <QueueList
              queue={queue}
              search={list}
              names={names}
              selection={selection}
              many={many}
              onMenu={menu.showAt}
            />
          ) : null}
        </section>
      </div>
      <section
        id="reading"
        className={styles.pane}
        aria-label={t("pane.label")}
        tabIndex={-1}
        data-covers-rail={selection.named || undefined}
        onContextMenu={menu.onContextMenu}
      >
        <StepNews triage={triage} />
        {many.many !== null && reported === undefined ? (
          <ManyPane choice={many} names={names} commands={commands} />
        ) : reported !== undefined ? (
          <Suspense fallback={<PaneSkeleton />}>
            <BulkReport
              key={reported}
              bulkStepId={reported}
              names={names}
              onShow={showBulkStep}
              onClose={() => showBulkStep(undefined)}
            />
          </Suspense>
        ) : item !== undefined ? (
          <ReadingPane
            item={item}
            names={names}
            triage={triage}
            selection={selection}
            total={queue.total}
            commands={commands}
          />
        ) : read.error ? (
          <UnreadItem error={read.error} onAgain={() => void read.refetch()} onBack={selection.close} />
        ) : selection.id === undefined && queue.rows !== undefined ? (
          // The list says why there is nothing to read.
          queue.rows.length > 0 && <EmptyState title={t("pane.choose")} />
        ) : (
          <PaneSkeleton />
        )}
      </section>
      <ViewsLayer search={list} layers={viewLayers} />
      {menu.place === null ? null : (
        <CommandMenu place={menu.place} commands={commands} forMany={many.many !== null} onClose={menu.hide} />
      )}
    </div>
  );
}
