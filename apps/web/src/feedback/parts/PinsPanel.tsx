import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { Button } from "#ui/Button";
import type { Command } from "#ui/command";
import { inOrder } from "#ui/figures";
import { focusOnArrival } from "#ui/focus";
import { Keycap } from "#ui/Keycap";
import { matching } from "#ui/palette-match";
import { useCommands } from "#ui/shortcuts";

import { pinnableThemes } from "../pin-arrangement.ts";
import { usePins } from "../use-pins.ts";
import { FindPanel } from "./FindPanel.tsx";
import keys from "./Keypad.module.css";
import styles from "./PinsPanel.module.css";
import type { StepPanelProps } from "./step-panel-props.ts";

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** The nine keys of the organisation, each given to a theme by hand; a digit, a name, Enter. */
export function PinsPanel({ triage, names }: StepPanelProps) {
  const { t } = useTranslation("reading");
  const [chosen, setChosen] = useState<number | null>(null);
  const [last, setLast] = useState<number>(1);
  const pins = usePins(names);
  const holder = (digit: number): string | undefined => names.themes.find((each) => each.pinnedDigit === digit)?.id;
  const choose = (digit: number): void => {
    setLast(digit);
    setChosen(digit);
  };
  useCommands([
    ...digits.map((digit): Command => ({
      name: `pins.${digit}`,
      label: t("pins.digit", { digit }),
      group: t("pins.label"),
      keys: [String(digit)],
      run: () => choose(digit),
    })),
    // Also where there is nothing to take back here: the key must not reach the steps of triage behind the panel.
    { name: "pins.undo", label: t("pins.undo"), group: t("pins.label"), keys: ["u"], run: () => pins.undo?.() },
  ]);
  if (chosen !== null) {
    return (
      <ThemeForKey
        digit={chosen}
        names={names}
        held={holder(chosen)}
        onChoose={(themeId) => {
          pins.give(chosen, themeId);
          setChosen(null);
        }}
        onCancel={() => setChosen(null)}
      />
    );
  }
  return (
    <>
      <div className={styles.head}>
        <h2>{t("pins.label")}</h2>
        {pins.undo === undefined ? null : (
          <Button keys="u" onClick={pins.undo}>
            {t("pins.undo")}
          </Button>
        )}
        <Button keys="Escape" onClick={() => triage.showPanel("keypad")}>
          {t("pins.done")}
        </Button>
      </div>
      <div className={keys.keys} role="group" aria-label={t("pins.label")}>
        {digits.map((digit) => {
          const themeId = holder(digit);
          return (
            <button
              key={digit}
              type="button"
              className={`${keys.key} ${styles.key}`}
              aria-keyshortcuts={String(digit)}
              ref={digit === last ? focusOnArrival : null}
              onClick={() => choose(digit)}
            >
              <Keycap keys={String(digit)} size="key" />
              <span className={keys.name}>{themeId === undefined ? t("pins.free") : names.theme(themeId)}</span>
            </button>
          );
        })}
      </div>
      {pins.refusal === null ? (
        <p className={styles.hint}>
          {t("pins.hint")} {t("pins.keys")}
        </p>
      ) : (
        <p className={styles.refusal} role="alert">
          {pins.refusal}
        </p>
      )}
    </>
  );
}

/** Stands for "no theme" among the options. */
const nothing = "free";

function ThemeForKey(props: {
  readonly digit: number;
  readonly names: StepPanelProps["names"];
  readonly held: string | undefined;
  readonly onChoose: (themeId: string | null) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation(["reading", "feedback"]);
  const language = useLanguage();
  const [query, setQuery] = useState("");
  const { digit, names, held } = props;
  const themes = pinnableThemes(names.themes).map((theme) => ({
    id: theme.id,
    label: names.theme(theme.id),
    note: theme.pinnedDigit === null ? "" : String(theme.pinnedDigit),
  }));
  const found = matching(
    query,
    inOrder(language, themes, (theme) => theme.label),
  ).map(({ entry }) => ({ id: entry.id, name: entry.label, note: entry.note, chosen: entry.id === held }));
  const clear = held === undefined || query !== "" ? [] : [{ id: nothing, name: t("pins.clear", { digit }) }];
  return (
    <FindPanel
      title={t("pins.digit", { digit })}
      placeholder={t("feedback:picker.placeholder")}
      nothing={t("feedback:picker.nothing")}
      hint={t("pins.hint")}
      query={query}
      onQuery={setQuery}
      options={[...found.slice(0, 4), ...clear, ...found.slice(4)]}
      onChoose={(id) => props.onChoose(id === nothing ? null : id)}
      onCancel={props.onCancel}
    />
  );
}
