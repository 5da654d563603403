import type { CountedFacet, FacetCounts } from "@kuultu/domain/feedback/feedback-view";
import { feedbackKinds, feedbackSources } from "@kuultu/domain/feedback/triage-status";
import { textLanguages } from "@kuultu/domain/language";
import { memo } from "react";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { useLanguage } from "#locales/use-language";
import { languageName } from "#ui/figures";

import type { FacetOrder } from "../facet-order.ts";
import type { FeedbackSearch } from "../feedback-search.ts";
import type { Names } from "../use-names.ts";
import { useViews } from "../use-views.ts";
import { DatesFacet } from "./DatesFacet.tsx";
import { FacetGroup } from "./FacetGroup.tsx";
import styles from "./Facets.module.css";
import { ViewFacet } from "./ViewFacet.tsx";
import { ViewsFacet } from "./ViewsFacet.tsx";

export interface FacetsProps {
  readonly search: FeedbackSearch;
  readonly counts: FacetCounts | undefined;
  /** The list that was counted; another one's counts may still stand in their place. */
  readonly countedList: string;
  readonly pastTarget: number | undefined;
  readonly names: Names;
  /** Stays the same, as all of these: a step draws the facets again only where their numbers have changed. */
  readonly onChange: (change: Partial<FeedbackSearch>) => void;
  /** Asks for the name of a view, by its key; null: of a new one. */
  readonly onName: (view: string | null) => void;
}

/** What the list can be narrowed to, with how many each value would leave. */
export const Facets = memo(function Facets(props: FacetsProps) {
  const { search, counts, countedList, pastTarget, names, onChange, onName } = props;
  const { t } = useTranslation(["feedback", "views"]);
  const language = useLanguage();
  const views = useViews(search);
  const { staffId } = useOrganisation();
  const group = <F extends CountedFacet & keyof FeedbackSearch>(
    facet: F,
    label: string,
    values: readonly { readonly id: NonNullable<FeedbackSearch[F]>; readonly name: string }[],
    order: FacetOrder = "by-count",
  ) => (
    <FacetGroup
      label={label}
      values={values}
      counts={counts?.[facet]}
      capped={counts?.capped.includes(facet) ?? false}
      chosen={search[facet]}
      order={order}
      list={countedList}
      onChoose={(value) => onChange({ [facet]: value })}
    />
  );
  const people = [
    { id: "nobody", name: t("views:facet.nobody") },
    ...names.people.map((person) =>
      person.id === staffId ? { id: person.id, name: t("views:facet.me", { name: person.name }) } : person,
    ),
  ];
  const themes = names.themes
    .filter((theme) => theme.status !== "merged")
    .map((theme) => ({ id: theme.id, name: names.theme(theme.id) }));
  const languages = textLanguages.map((code) => ({
    id: code,
    name: code === "und" ? t("pane.unknownLanguage") : languageName(language, code),
  }));
  return (
    <div className={styles.facets}>
      <ViewsFacet views={views} onName={onName} />
      <ViewFacet search={search} counts={counts} pastTarget={pastTarget} onChange={onChange} />
      {group(
        "kind",
        t("facet.kind"),
        feedbackKinds.map((kind) => ({ id: kind, name: t(`kind.${kind}`) })),
        "fixed",
      )}
      {group("assigneeId", t("views:facet.assignee"), people)}
      {group("teamId", t("views:facet.team"), names.teams)}
      {group("themeId", t("facet.theme"), themes)}
      {group("channelId", t("facet.channel"), names.channels)}
      {group("language", t("facet.language"), languages, "fixed")}
      {group("serviceId", t("facet.service"), names.services)}
      {group("siteId", t("facet.site"), names.sites)}
      {group("customerGroupId", t("facet.customerGroup"), names.customerGroups)}
      {group(
        "roundId",
        t("views:facet.round"),
        names.rounds.map((round) => ({ id: round.id, name: names.round(round.id) })),
        "fixed",
      )}
      {group(
        "source",
        t("facet.source"),
        feedbackSources.map((source) => ({ id: source, name: t(`source.${source}`) })),
        "fixed",
      )}
      <DatesFacet search={search} onChange={onChange} />
    </div>
  );
});
