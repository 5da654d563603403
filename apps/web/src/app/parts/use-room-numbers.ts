import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { decimal, wholeNumber } from "#ui/figures";

import type { Room } from "../rooms.ts";
import { useMay } from "../session.tsx";
import { useTRPC } from "../trpc.ts";

/** More than this would push the room's name off the rail; ears are told the whole number. */
const widest = 999;

export interface RoomNumber {
  readonly shown: string;
  /** The same for ears: "23 open items". */
  readonly words: string;
  readonly alert?: boolean;
  /** A figure, not a count: too wide for the corner of an icon. */
  readonly figure?: boolean;
}

/** Waiting items, late themes, the latest mean, rounds that collect, imports that run; nothing where the number is 0. */
export function useRoomNumbers(): Partial<Record<Room["name"], RoomNumber>> {
  const { t } = useTranslation("app");
  const language = useLanguage();
  const trpc = useTRPC();
  const may = useMay();
  const kept = { staleTime: 60_000 };
  const queue = useQuery(
    trpc.feedback.summary.queryOptions({ roundId: null }, { ...kept, enabled: may("feedback.read") }),
  ).data;
  const themes = useQuery(trpc.themes.list.queryOptions({}, { ...kept, enabled: may("themes.read") })).data;
  const series = useQuery(trpc.trends.series.queryOptions(undefined, { ...kept, enabled: may("figures.read") })).data;
  const rounds = useQuery(trpc.rounds.list.queryOptions(undefined, { ...kept, enabled: may("figures.read") })).data;
  const imports = useQuery(trpc.intake.imports.queryOptions(undefined, { ...kept, enabled: may("intake.run") })).data;

  const routed = useQuery(trpc.routed.summary.queryOptions(undefined, { ...kept, enabled: may("routed.handle") })).data;

  const waiting = queue?.ledger.open ?? 0;
  const late = themes?.themes.filter((theme) => theme.late).length ?? 0;
  const latest = series?.[0]?.latest?.mean ?? null;
  const collecting = rounds?.filter((round) => round.state === "collecting").length ?? 0;
  const running = imports?.filter((each) => each.state === "running").length ?? 0;
  const shown = (count: number): string => wholeNumber(language, Math.min(count, widest)) + (count > widest ? "+" : "");
  return {
    ...(waiting > 0 && { feedback: { shown: shown(waiting), words: t("number.waiting", { count: waiting }) } }),
    ...(late > 0 && { themes: { shown: shown(late), words: t("number.late", { count: late }), alert: true } }),
    ...(latest !== null && {
      trends: {
        shown: decimal(language, latest),
        words: t("number.latest", { value: decimal(language, latest) }),
        figure: true,
      },
    }),
    ...(collecting > 0 && {
      rounds: { shown: shown(collecting), words: t("number.collecting", { count: collecting }) },
    }),
    ...(routed !== undefined &&
      routed.waiting > 0 && {
        routed: {
          shown: shown(routed.waiting),
          words: t("number.routed", { count: routed.waiting }),
          alert: routed.overdue > 0,
        },
      }),
    ...(running > 0 && { intake: { shown: shown(running), words: t("number.running", { count: running }) } }),
  };
}
