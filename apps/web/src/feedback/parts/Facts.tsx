import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { wholeNumber } from "#ui/figures";

import type { Names } from "../use-names.ts";
import styles from "./Facts.module.css";

/** The rating that the same respondent gave, and the facets of the item; the service may be long and takes the room. */
export function Facts({ item, names }: { readonly item: FeedbackDetail; readonly names: Names }) {
  const { t } = useTranslation("feedback");
  const language = useLanguage();
  const [rating, ...others] = item.ratings;
  const facets = [
    { label: t("facet.service"), value: names.facet(item.serviceId) },
    { label: t("facet.channel"), value: names.facet(item.channelId) },
    { label: t("facet.site"), value: names.facet(item.siteId) },
    { label: t("facet.customerGroup"), value: names.facet(item.customerGroupId) },
  ].filter((facet) => facet.value !== "");
  if (rating === undefined && facets.length === 0) return null;
  return (
    <>
      <dl className={styles.facts}>
        {rating === undefined ? null : (
          <div className={styles.fact}>
            <dt title={rating.questionName}>{t("pane.rating")}</dt>
            <dd>
              {rating.value === null ? t("pane.notAnswered") : <Dots value={rating.value} max={rating.scaleMax} />}
            </dd>
          </div>
        )}
        {facets.map((facet) => (
          <div key={facet.label} className={styles.fact}>
            <dt>{facet.label}</dt>
            <dd>{facet.value}</dd>
          </div>
        ))}
      </dl>
      {others.length === 0 ? null : (
        <p className={styles.others}>
          <span>{t("pane.otherRatings")}</span>
          {others.map((other) => (
            <span key={other.questionId}>
              {other.questionName} <strong>{other.value === null ? "–" : wholeNumber(language, other.value)}</strong>
            </span>
          ))}
        </p>
      )}
    </>
  );
}

function Dots({ value, max }: { readonly value: number; readonly max: number }) {
  return (
    <span className={styles.rating}>
      {max <= 7 ? (
        <span className={styles.dots} aria-hidden="true">
          {Array.from({ length: max }, (_, dot) => (
            <span key={dot} data-filled={dot < value || undefined} />
          ))}
        </span>
      ) : null}
      <strong>{value}</strong>
      <span className={styles.max}>/ {max}</span>
    </span>
  );
}
