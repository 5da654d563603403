import type { ThemeCard } from "@kuultu/domain/themes/theme-view";
import type { RoundRow } from "@kuultu/domain/rounds/round-view";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";

import { useMay } from "#app/session";
import { useTRPC } from "#app/trpc";
import { useName } from "#locales/use-language";

export interface NamedValue {
  readonly id: string;
  readonly name: string;
}

/** The organisation's own words, by id. An id without a name gives an empty text. */
export interface Names {
  readonly channels: readonly NamedValue[];
  readonly services: readonly NamedValue[];
  readonly sites: readonly NamedValue[];
  readonly customerGroups: readonly NamedValue[];
  /** Who may be given items. */
  readonly people: readonly NamedValue[];
  readonly teams: readonly NamedValue[];
  readonly themes: readonly ThemeCard[];
  readonly rounds: readonly RoundRow[];
  /** A channel, service, site or customer group. */
  readonly facet: (id: string | null) => string;
  readonly theme: (id: string) => string;
  /** A person or a team that has items. */
  readonly owner: (id: string) => string;
  readonly round: (id: string | null) => string;
  /** The digit that a theme is pinned to. */
  readonly digit: (themeId: string) => number | null;
}

const kept = { staleTime: 60_000 };
const none: never[] = [];

export function useNames(): Names {
  const trpc = useTRPC();
  const may = useMay();
  const name = useName();
  const facets = useQuery(trpc.feedback.facets.queryOptions(undefined, { ...kept, enabled: may("figures.read") })).data;
  const themes =
    useQuery(trpc.themes.list.queryOptions({}, { ...kept, enabled: may("themes.read") })).data?.themes ?? none;
  const rounds =
    useQuery(trpc.rounds.list.queryOptions(undefined, { ...kept, enabled: may("figures.read") })).data ?? none;
  const reads = may("feedback.read");
  const owners = useQuery(trpc.feedback.assignable.queryOptions({ itemId: null }, { ...kept, enabled: reads })).data;
  return useMemo(() => {
    const named = (values: typeof facets extends (infer F) | undefined ? F[keyof F] : never): NamedValue[] =>
      values.map((value) => ({ id: value.id, name: name(value.names) }));
    const channels = facets ? named(facets.channel) : none;
    const services = facets ? named(facets.service) : none;
    const sites = facets ? named(facets.site) : none;
    const customerGroups = facets ? named(facets.customer_group) : none;
    const inFacets = [...channels, ...services, ...sites, ...customerGroups];
    const facetNames = new Map(inFacets.map((value) => [value.id, value.name]));
    const people = owners?.people ?? none;
    const teams = owners?.teams ?? none;
    const ownerNames = new Map([...people, ...teams].map((value) => [value.id, value.name]));
    const themesById = new Map(themes.map((theme) => [theme.id, theme]));
    const roundNames = new Map(
      rounds.map((round) => [round.id, `${name(round.surveyNames)} ${round.name.replaceAll("-", "‑")}`]),
    );
    return {
      channels,
      services,
      sites,
      customerGroups,
      people,
      teams,
      themes,
      rounds,
      facet: (id) => (id === null ? "" : (facetNames.get(id) ?? "")),
      owner: (id) => ownerNames.get(id) ?? "",
      theme: (id) => name(themesById.get(id)?.names ?? {}),
      round: (id) => (id === null ? "" : (roundNames.get(id) ?? "")),
      digit: (id) => themesById.get(id)?.pinnedDigit ?? null,
    };
  }, [facets, themes, rounds, owners, name]);
}
