import { type FlowFilter, flowFilterSchema, type OpenItems } from "@kuultu/domain/feedback/flow";
import { feedbackSources } from "@kuultu/domain/feedback/triage-status";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useOrganisation } from "#app/session";
import { useTRPC } from "#app/trpc";
import { buttonClass } from "#ui/Button";
import { ChoiceMenu } from "#ui/ChoiceMenu";
import { EmptyState } from "#ui/EmptyState";
import { Page } from "#ui/Page";
import { usePageTitle } from "#ui/page-title";
import { Skeleton } from "#ui/Skeleton";

import type { FeedbackSearch } from "./feedback-search.ts";
import { Backlog } from "./parts/Backlog.tsx";
import styles from "./parts/Flow.module.css";
import { FlowDays } from "./parts/FlowDays.tsx";
import { FlowNotice } from "./parts/FlowNotice.tsx";
import { OpenTable, type OpenTableRow } from "./parts/OpenTable.tsx";
import { useNames } from "./use-names.ts";

const route = getRouteApi("/$organisation/feedback/flow");

/** How work comes in and goes out, whether it keeps its target, and who has what lies open. */
export function FlowPage() {
  const { t } = useTranslation(["flow", "feedback", "app"]);
  const trpc = useTRPC();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const errorWords = useErrorWords();
  const { slug } = useOrganisation();
  const names = useNames();
  const filter = flowFilterSchema.parse(search);
  const { data: flow, error } = useQuery(
    trpc.feedback.flow.queryOptions({ filter }, { placeholderData: (before) => before }),
  );
  usePageTitle(t("app:pageTitle", { page: t("title") }));
  const change = (part: FlowFilter): void =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  const rowOf = (
    { id, open, late }: OpenItems & { readonly id: string | null },
    name: string,
    chosen?: FeedbackSearch,
  ): OpenTableRow => ({ key: id ?? "none", name, open, late, ...(chosen && { search: { ...filter, ...chosen } }) });
  return (
    <Page
      title={t("title")}
      controls={
        <>
          <ChoiceMenu
            label={t("round")}
            showLabel
            value={search.roundId ?? ""}
            choices={[
              { value: "", label: t("all") },
              ...names.rounds.map(({ id }) => ({ value: id, label: names.round(id) })),
            ]}
            onChange={(roundId) => change({ roundId: roundId === "" ? undefined : roundId })}
          />
          <ChoiceMenu
            label={t("source")}
            showLabel
            value={search.source ?? ""}
            choices={[
              { value: "", label: t("all") },
              ...feedbackSources.map((source) => ({ value: source, label: t(`feedback:source.${source}`) })),
            ]}
            onChange={(source) => change({ source: source === "" ? undefined : source })}
          />
          <ChoiceMenu
            label={t("service")}
            showLabel
            value={search.serviceId ?? ""}
            choices={[
              { value: "", label: t("all") },
              ...names.services.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(serviceId) => change({ serviceId: serviceId === "" ? undefined : serviceId })}
          />
        </>
      }
      actions={
        <Link
          to="/$organisation/feedback"
          params={{ organisation: slug }}
          search={filter}
          className={buttonClass("field")}
        >
          {t("toTriage")}
        </Link>
      }
    >
      {error ? <EmptyState title={errorWords(error)} /> : null}
      {flow === undefined && !error ? <Skeleton height={480} /> : null}
      {flow === undefined ? null : (
        <>
          <FlowNotice flow={flow} />
          <Backlog flow={flow} />
          <FlowDays flow={flow} />
          <div className={styles.tables}>
            <OpenTable
              title={t("who")}
              rows={[
                ...(flow.nobody.open > 0
                  ? [rowOf({ id: "nobody", ...flow.nobody }, t("nobody"), { assigneeId: "nobody" })]
                  : []),
                ...flow.teams.map((team) => rowOf(team, team.name, { teamId: team.id })),
                ...flow.people.map((person) => rowOf(person, person.name, { assigneeId: person.id })),
              ]}
            />
            <OpenTable
              title={t("byService")}
              rows={flow.services.map((row) =>
                row.id === null ? rowOf(row, t("noService")) : rowOf(row, names.facet(row.id), { serviceId: row.id }),
              )}
            />
            <OpenTable
              title={t("byRound")}
              rows={flow.rounds.map((row) =>
                row.id === null ? rowOf(row, t("noRound")) : rowOf(row, names.round(row.id), { roundId: row.id }),
              )}
            />
            <OpenTable
              title={t("bySource")}
              rows={flow.sources.map((row) => rowOf(row, t(`feedback:source.${row.id}`), { source: row.id }))}
            />
          </div>
        </>
      )}
    </Page>
  );
}
