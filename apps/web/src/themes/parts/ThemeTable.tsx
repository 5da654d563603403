import type { ThemeCard } from "@kuultu/domain/themes/theme-view";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { useLanguage, useName } from "#locales/use-language";
import { nextMove, themePath } from "#themes/theme-move";
import { type DataColumn, DataTable } from "#ui/DataTable";
import { day, share, wholeNumber } from "#ui/figures";

/** The same themes as rows, to be sorted. */
export function ThemeTable({
  themes,
  ownerId,
}: {
  readonly themes: readonly ThemeCard[];
  readonly ownerId: string | undefined;
}) {
  const { t } = useTranslation("themes");
  const columns = useThemeColumns();
  const rows = useMemo(
    () => themes.filter((card) => card.status !== "merged" && (ownerId === undefined || card.owner?.id === ownerId)),
    [themes, ownerId],
  );
  return (
    <DataTable
      label={t("title")}
      columns={columns}
      rows={rows}
      rowId={(card) => card.id}
      sortable
      initialSort={[{ id: "mentions", desc: true }]}
    />
  );
}

function useThemeColumns(): readonly DataColumn<ThemeCard>[] {
  const { t } = useTranslation("themes");
  const language = useLanguage();
  const name = useName();
  const { slug } = useOrganisation();
  return useMemo((): DataColumn<ThemeCard>[] => {
    const places: readonly string[] = themePath;
    return [
      {
        id: "name",
        header: t("table.theme"),
        accessorFn: (card) => name(card.names),
        cell: ({ row: { original: card } }) => (
          <Link to="/$organisation/themes/$themeId" params={{ organisation: slug, themeId: card.id }}>
            {name(card.names)}
          </Link>
        ),
      },
      {
        id: "status",
        header: t("table.status"),
        accessorFn: (card) => places.indexOf(card.status),
        cell: ({ row }) => t(`status.${row.original.status}`),
      },
      {
        id: "owner",
        header: t("table.owner"),
        accessorFn: (card) => card.owner?.name ?? "",
        cell: ({ row }) => row.original.owner?.name ?? t("owner.none"),
      },
      {
        id: "mentions",
        header: t("table.mentions"),
        align: "end",
        accessorFn: (card) => card.mentions ?? -1,
        cell: ({ row }) => (row.original.mentions === null ? "<10" : wholeNumber(language, row.original.mentions)),
      },
      {
        id: "share",
        header: t("table.share"),
        align: "end",
        accessorFn: (card) => card.share?.value ?? -1,
        cell: ({ row }) => (row.original.share === null ? "–" : share(language, row.original.share.value)),
      },
      {
        id: "actions",
        header: t("table.actions"),
        align: "end",
        accessorFn: (card) => card.actions,
        cell: ({ row }) => `${row.original.actionsDelivered}/${row.original.actions}`,
      },
      {
        id: "target",
        header: t("table.target"),
        align: "end",
        accessorFn: (card) => card.targetOn ?? "9999",
        cell: ({ row }) => (row.original.targetOn === null ? "–" : day(language, row.original.targetOn)),
      },
      {
        id: "lacks",
        header: t("table.lacks"),
        enableSorting: false,
        cell: ({ row }) =>
          (nextMove(row.original)?.missing ?? []).map((requirement) => t(`lack.${requirement}`)).join(", ") || "–",
      },
    ];
  }, [t, language, name, slug]);
}
