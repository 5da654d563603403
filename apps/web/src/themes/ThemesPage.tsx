import IconPlus from "@tabler/icons-react/dist/esm/icons/IconPlus.mjs";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useMay, useOrganisation } from "#app/session";
import { useLanguage } from "#locales/use-language";
import { useAnnounce } from "#ui/announcement";
import { Button } from "#ui/Button";
import { ChoiceMenu } from "#ui/ChoiceMenu";
import { EmptyState } from "#ui/EmptyState";
import { wholeNumber } from "#ui/figures";
import { Page } from "#ui/Page";
import { usePageTitle } from "#ui/page-title";
import { SegmentedControl } from "#ui/SegmentedControl";

import { BoardSkeleton } from "./parts/BoardSkeleton.tsx";
import { NewThemeForm } from "./parts/NewThemeForm.tsx";
import { ThemeBoard } from "./parts/ThemeBoard.tsx";
import { ThemeTable } from "./parts/ThemeTable.tsx";
import { ownersOf } from "./theme-board-data.ts";
import classes from "./ThemesPage.module.css";
import { useThemeList } from "./use-themes.ts";

const route = getRouteApi("/$organisation/themes");

/** The codebook at work: themes by state, each with what is said and what its next move lacks. */
export function ThemesPage() {
  const { t } = useTranslation(["themes", "app"]);
  const language = useLanguage();
  const errorWords = useErrorWords();
  const may = useMay();
  const announce = useAnnounce();
  const { slug } = useOrganisation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [adding, setAdding] = useState(false);
  const { list, round, rounds } = useThemeList(search);
  usePageTitle(t("app:pageTitle", { page: t("title") }));

  const themes = list.data?.themes.filter((card) => card.status !== "merged");
  const late = themes?.filter((card) => card.late).length ?? 0;
  const set = (change: Partial<typeof search>): void =>
    void navigate({ search: { ...search, ...change }, replace: true });
  return (
    <Page
      title={t("title")}
      controls={
        themes !== undefined && (
          <p className={classes.summary}>
            {t("summary.themes", { count: themes.length })}
            {late > 0 && `, ${t("summary.late", { count: late })}`}
            {list.data?.classifiable != null &&
              `. ${t(round === undefined ? "summary.all" : "summary.round", { round: round?.name, base: wholeNumber(language, list.data.classifiable) })}`}
          </p>
        )
      }
      actions={
        <>
          {rounds.length > 0 && (
            <ChoiceMenu
              label={t("round.label")}
              showLabel
              choices={[
                ...rounds.map((one) => ({ value: one.id, label: one.name })),
                { value: "all", label: t("round.all") },
              ]}
              value={round?.id ?? "all"}
              onChange={(value) => set({ round: value })}
            />
          )}
          <ChoiceMenu
            label={t("owner.label")}
            showLabel
            position="bottom-end"
            choices={[
              { value: "all", label: t("owner.all") },
              ...ownersOf(themes ?? []).map((owner) => ({ value: owner.id, label: owner.name })),
            ]}
            value={search.ownerId ?? "all"}
            onChange={(value) => set({ ownerId: value === "all" ? undefined : value })}
          />
          <SegmentedControl
            label={t("view.label")}
            name="themes-view"
            segments={[
              { value: "board", label: t("view.board") },
              { value: "table", label: t("view.table") },
            ]}
            value={search.view ?? "board"}
            onChange={(view) => set({ view: view === "board" ? undefined : view })}
          />
          {may("themes.propose") && (
            <Button kind="primary" aria-expanded={adding} onClick={() => setAdding(!adding)}>
              <IconPlus size={16} stroke={1.75} aria-hidden="true" />
              {t("new.title")}
            </Button>
          )}
        </>
      }
    >
      {adding && (
        <NewThemeForm
          themes={themes ?? []}
          onClose={() => setAdding(false)}
          onMade={(themeId) =>
            void navigate({ to: "/$organisation/themes/$themeId", params: { organisation: slug, themeId } })
          }
        />
      )}
      {list.error !== null && <EmptyState title={errorWords(list.error)} />}
      {list.isPending && list.error === null && <BoardSkeleton />}
      {themes?.length === 0 && !adding && (
        <EmptyState title={t("empty.title")} lines={t(may("themes.propose") ? "empty.linesPropose" : "empty.lines")} />
      )}
      {themes !== undefined && themes.length > 0 && search.view === "table" && (
        <ThemeTable themes={themes} ownerId={search.ownerId} />
      )}
      {themes !== undefined && themes.length > 0 && search.view !== "table" && (
        <ThemeBoard
          themes={themes}
          ownerId={search.ownerId}
          onMoved={({ offer }) => announce(t("move.done", { status: t(`status.${offer.to}`) }))}
          onRefused={(status) => announce(t("move.refused", { status: t(`status.${status}`) }))}
        />
      )}
    </Page>
  );
}
