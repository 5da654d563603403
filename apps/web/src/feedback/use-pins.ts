import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useTRPC } from "#app/trpc";
import { useThemesChanged } from "#themes/use-themes";
import { useAnnounce } from "#ui/announcement";

import { type Pin, pinsFor } from "./pin-arrangement.ts";
import type { Names } from "./use-names.ts";

export interface Pins {
  /** Gives a key to a theme, or frees it. */
  readonly give: (digit: number, themeId: string | null) => void;
  /** Takes the last arrangement back that was made here; undefined where there is none. */
  readonly undo: (() => void) | undefined;
  readonly refusal: string | null;
}

/** What was arranged in this sitting, newest last: the pane may be drawn anew meanwhile. */
let arranged: readonly string[] = [];

/** The arrangement of the keypad while its panel is open: each change at once, each taken back in turn. */
export function usePins(names: Names): Pins {
  const { t } = useTranslation("reading");
  const trpc = useTRPC();
  const announce = useAnnounce();
  const errorWords = useErrorWords();
  const changed = useThemesChanged();
  const [steps, setSteps] = useState(arranged);
  const remember = (after: readonly string[]): void => {
    arranged = after;
    setSteps(after);
  };
  const said = ([given, other]: readonly Pin[]): string => {
    if (given === undefined) return "";
    const name = names.theme(given.themeId);
    if (given.digit === null) return t("pins.saidFree", { digit: names.digit(given.themeId) ?? "" });
    if (other?.digit == null) return t("pins.said", { digit: given.digit, name });
    return t("pins.saidSwapped", {
      digit: given.digit,
      name,
      otherDigit: other.digit,
      otherName: names.theme(other.themeId),
    });
  };
  // Said and remembered at once: what is awaited when it has settled are all the figures of the themes.
  const arrange = useMutation(
    trpc.themes.arrangePins.mutationOptions({
      onSuccess: ({ stepId }, { pins }) => {
        remember([...arranged, stepId]);
        announce(said(pins));
      },
      onSettled: () => void changed(),
    }),
  );
  const takeBack = useMutation(
    trpc.themes.undoPins.mutationOptions({
      onSuccess: () => announce(t("pins.undone")),
      onSettled: (_result, _error, { stepId }) => {
        remember(arranged.filter((step) => step !== stepId));
        void changed();
      },
    }),
  );
  const last = steps.at(-1);
  const error = arrange.error ?? takeBack.error;
  return {
    give: (digit, themeId) => {
      const pins = pinsFor(names.themes, digit, themeId);
      if (pins.length === 0) return;
      takeBack.reset();
      arrange.mutate({ pins });
    },
    undo:
      last === undefined
        ? undefined
        : () => {
            arrange.reset();
            takeBack.mutate({ stepId: last });
          },
    refusal: error === null ? null : errorWords(error),
  };
}
