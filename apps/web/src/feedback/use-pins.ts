import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useTRPC } from "#app/trpc";
import { useThemesChanged } from "#themes/use-themes";
import { useAnnounce } from "#ui/announcement";

import { pinsFor } from "./pin-arrangement.ts";
import type { Names } from "./use-names.ts";

export interface Pins {
  /** Gives a key to a theme, or frees it. */
  readonly give: (digit: number, themeId: string | null) => void;
  /** Takes the last arrangement back that was made here; undefined where there is none. */
  readonly undo: (() => void) | undefined;
  readonly refusal: string | null;
}

/** The arrangement of the keypad while its panel is open: each change at once, each taken back in turn. */
export function usePins(names: Names): Pins {
  const { t } = useTranslation("reading");
  const trpc = useTRPC();
  const announce = useAnnounce();
  const errorWords = useErrorWords();
  const changed = useThemesChanged();
  const [steps, setSteps] = useState<readonly string[]>([]);
  const arrange = useMutation(trpc.themes.arrangePins.mutationOptions({ onSettled: changed }));
  const takeBack = useMutation(trpc.themes.undoPins.mutationOptions({ onSettled: changed }));
  const last = steps.at(-1);
  const said = (digit: number, themeId: string | null): string => {
    const [given, other] = pinsFor(names.themes, digit, themeId);
    if (themeId === null || given === undefined) return t("pins.saidFree", { digit });
    const name = names.theme(themeId);
    if (other?.digit == null) return t("pins.said", { digit, name });
    return t("pins.saidSwapped", { digit, name, otherDigit: other.digit, otherName: names.theme(other.themeId) });
  };
  const error = arrange.error ?? takeBack.error;
  return {
    give: (digit, themeId) => {
      const pins = pinsFor(names.themes, digit, themeId);
      if (pins.length === 0) return;
      const words = said(digit, themeId);
      takeBack.reset();
      arrange.mutate(
        { pins },
        {
          onSuccess: ({ stepId }) => {
            setSteps((before) => [...before, stepId]);
            announce(words);
          },
        },
      );
    },
    undo:
      last === undefined
        ? undefined
        : () => {
            arrange.reset();
            takeBack.mutate(
              { stepId: last },
              {
                onSuccess: () => announce(t("pins.undone")),
                onSettled: () => setSteps((before) => before.filter((step) => step !== last)),
              },
            );
          },
    refusal: error === null ? null : errorWords(error),
  };
}
