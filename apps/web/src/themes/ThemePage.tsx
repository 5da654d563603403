import type { ThemeDetail } from "@kuultu/domain/themes/theme-view";
import { getRouteApi } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useLanguage, useName } from "#locales/use-language";
import { EmptyState } from "#ui/EmptyState";
import { share, wholeNumber } from "#ui/figures";
import { usePageTitle } from "#ui/page-title";
import { Skeleton, SkeletonLines } from "#ui/Skeleton";

import { Glance } from "./parts/Glance.tsx";
import { ThemeHead } from "./parts/ThemeHead.tsx";
import { ThemeHistory } from "./parts/ThemeHistory.tsx";
import { WhatIsDone } from "./parts/WhatIsDone.tsx";
import { WhatPeopleSay } from "./parts/WhatPeopleSay.tsx";
import { WhetherItHelped } from "./parts/WhetherItHelped.tsx";
import { latestMention } from "./theme-story.ts";
import classes from "./ThemePage.module.css";
import { useCollectingRounds, useTheme } from "./use-themes.ts";

const route = getRouteApi("/$organisation/themes/$themeId");

/** A theme's story from top to bottom: what people say, what is done, whether it helped. */
export function ThemePage() {
  const { t } = useTranslation(["themes", "app"]);
  const name = useName();
  const errorWords = useErrorWords();
  const { data: theme, error } = useTheme(route.useParams().themeId);
  usePageTitle(t("app:pageTitle", { page: theme === undefined ? t("title") : name(theme.names) }));
  if (error !== null) return <EmptyState title={errorWords(error)} />;
  if (theme === undefined) return <StorySkeleton />;
  return (
    <div className={classes.page}>
      <ThemeHead theme={theme} />
      <Sentence theme={theme} />
      <Glance theme={theme} />
      <WhatPeopleSay theme={theme} />
      <WhatIsDone theme={theme} />
      <WhetherItHelped theme={theme} />
      <ThemeHistory history={theme.history} />
    </div>
  );
}

/** One sentence that a person would say of the theme today. */
function Sentence({ theme }: { readonly theme: ThemeDetail }) {
  const { t } = useTranslation("themes");
  const language = useLanguage();
  const latest = latestMention(theme, useCollectingRounds());
  const said =
    latest?.share == null || latest.count === null
      ? t("story.nothing")
      : t("story.said", {
          round: latest.round.replaceAll("-", "‑"),
          count: latest.count,
          mentions: wholeNumber(language, latest.count),
          share: share(language, latest.share.value),
        });
  const done =
    theme.actions === 0
      ? t("story.noActions")
      : t("story.done", { count: theme.actions, delivered: theme.actionsDelivered });
  return (
    <p className={classes.sentence}>
      {said} {done}
    </p>
  );
}

function StorySkeleton() {
  return (
    <div className={classes.page}>
      <div className={classes.waiting}>
        <Skeleton width={280} height={36} />
        <Skeleton width="70%" height={28} />
        <Skeleton height={76} />
        <SkeletonLines count={8} height={14} gap={18} />
      </div>
    </div>
  );
}
