import type { CountedFacet, FacetCounts } from "@kuultu/domain/feedback/feedback-view";
import { feedbackKinds, feedbackSources } from "@kuultu/domain/feedback/triage-status";
import { textLanguages } from "@kuultu/domain/language";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { languageName } from "#ui/figures";

import type { FeedbackSearch } from "../feedback-search.ts";
import type { Names } from "../use-names.ts";
import { DatesFacet } from "./DatesFacet.tsx";
import { FacetGroup } from "./FacetGroup.tsx";
import styles from "./Facets.module.css";
import { ThemeFacet } from "./ThemeFacet.tsx";
import { ViewFacet } from "./ViewFacet.tsx";

export interface FacetsProps {
  readonly search: FeedbackSearch;
  readonly counts: FacetCounts | undefined;
  readonly pastTarget: number | undefined;
  readonly names: Names;
  readonly onChange: (change: Partial<FeedbackSearch>) => void;
}

/** What the list can be narrowed to, with how many each value would leave. */
export function Facets({ search, counts, pastTarget, names, onChange }: FacetsProps) {
  const { t } = useTranslation("feedback");
  const language = useLanguage();
  const isCapped = (facet: CountedFacet) => counts?.capped.includes(facet) ?? false;
  return (
    <div className={styles.facets}>
      <ViewFacet search={search} counts={counts} pastTarget={pastTarget} onChange={onChange} />
      <FacetGroup
        label={t("facet.kind")}
        values={feedbackKinds.map((kind) => ({ id: kind, name: t(`kind.${kind}`) }))}
        counts={counts?.kind}
        capped={isCapped("kind")}
        chosen={search.kind}
        onChoose={(kind) => onChange({ kind })}
      />
      <FacetGroup
        label={t("facet.channel")}
        values={names.channels}
        counts={counts?.channelId}
        capped={isCapped("channelId")}
        chosen={search.channelId}
        onChoose={(channelId) => onChange({ channelId })}
      />
      <FacetGroup
        label={t("facet.language")}
        values={textLanguages.map((code) => ({
          id: code,
          name: code === "und" ? t("pane.unknownLanguage") : languageName(language, code),
        }))}
        counts={counts?.language}
        capped={isCapped("language")}
        chosen={search.language}
        onChoose={(code) => onChange({ language: code })}
      />
      <FacetGroup
        label={t("facet.service")}
        values={names.services}
        counts={counts?.serviceId}
        capped={isCapped("serviceId")}
        chosen={search.serviceId}
        onChoose={(serviceId) => onChange({ serviceId })}
      />
      <FacetGroup
        label={t("facet.source")}
        values={feedbackSources.map((source) => ({ id: source, name: t(`source.${source}`) }))}
        counts={counts?.source}
        capped={isCapped("source")}
        chosen={search.source}
        onChoose={(source) => onChange({ source })}
      />
      <ThemeFacet names={names} chosen={search.themeId} onChoose={(themeId) => onChange({ themeId })} />
      <DatesFacet search={search} onChange={onChange} />
    </div>
  );
}
