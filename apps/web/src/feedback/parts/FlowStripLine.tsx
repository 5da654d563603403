import { type FlowView, roughly } from "@kuultu/domain/feedback/flow";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Trans, useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { useTRPC } from "#app/trpc";
import { useLanguage } from "#locales/use-language";
import { wholeNumber } from "#ui/figures";

import styles from "./FlowStrip.module.css";

/** Loaded once the list is there. */
export default function FlowStripLine({ roundId }: { readonly roundId: string | undefined }) {
  const { t } = useTranslation("flow");
  const trpc = useTRPC();
  const language = useLanguage();
  const { slug } = useOrganisation();
  const filter = roundId === undefined ? {} : { roundId };
  const flow = useQuery(
    trpc.feedback.flow.queryOptions({ filter }, { staleTime: 30_000, placeholderData: (before) => before }),
  ).data;
  if (flow === undefined) return null;
  const week = flow.days.slice(-7);
  const figure = (value: number): string => wholeNumber(language, value);
  const moved = (days: FlowView["days"]): string =>
    (["received", "processed"] as const).map((what) => figure(days.reduce((sum, day) => sum + day[what], 0))).join("/");
  const { forecast } = flow;
  return (
    <>
      <span>
        <Trans
          t={t}
          i18nKey="strip.moved"
          values={{ today: moved(week.slice(-1)), week: moved(week) }}
          components={{ strong: <strong /> }}
        />
      </span>
      {forecast.kind === "misses" ? (
        <span className={styles.forecast}>{t("strip.misses", { count: roughly(forecast.items) })}</span>
      ) : forecast.kind === "keeps" && forecast.perDay > 0 ? (
        <span className={styles.forecast}>{t("strip.pace", { count: roughly(forecast.perDay) })}</span>
      ) : null}
      <Link to="/$organisation/feedback/flow" params={{ organisation: slug }} search={filter}>
        {t("title")}
      </Link>
    </>
  );
}
