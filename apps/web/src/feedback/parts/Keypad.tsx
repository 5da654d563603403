import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";
import { mayStep, noThemeReasons } from "@kuultu/domain/feedback/triage-status";
import IconAdjustmentsHorizontal from "@tabler/icons-react/dist/esm/icons/IconAdjustmentsHorizontal.mjs";
import IconX from "@tabler/icons-react/dist/esm/icons/IconX.mjs";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { useMay, useOrganisation } from "#app/session";
import { Button } from "#ui/Button";
import { Keycap } from "#ui/Keycap";

import { useKeyOf } from "../use-keys.ts";
import type { Names } from "../use-names.ts";
import type { Triage } from "../use-triage.ts";
import styles from "./Keypad.module.css";
import { ThemeKey } from "./ThemeKey.tsx";

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** The nine pinned themes, always in the same place; hands learn them. */
export function Keypad({
  item,
  triage,
  names,
}: {
  readonly item: FeedbackDetail;
  readonly triage: Triage;
  readonly names: Names;
}) {
  const { t } = useTranslation(["feedback", "reading"]);
  const { slug } = useOrganisation();
  const keyOf = useKeyOf();
  const arranges = useMay()("codebook.edit");
  const byDigit = new Map(names.themes.map((theme) => [theme.pinnedDigit, theme.id]));
  const others = item.themeIds.filter((themeId) => names.digit(themeId) === null && names.theme(themeId) !== "");
  const reason = noThemeReasons.find((each) => each === item.statusReason);
  const locked = !mayStep("code", item.status);
  return (
    <>
      <div className={styles.head}>
        <h2>{t("keypad.label")}</h2>
        {arranges ? (
          <Button
            kind="icon"
            small
            className={styles.arrange}
            aria-label={t("reading:pins.arrange")}
            title={t("reading:pins.arrange")}
            onClick={() => triage.showPanel("pins")}
          >
            <IconAdjustmentsHorizontal size={16} stroke={1.5} aria-hidden="true" />
          </Button>
        ) : null}
        {triage.words === null ? null : (
          <BoundWords
            words={item.body.slice(triage.words.start, triage.words.end)}
            onClear={() => triage.chooseWords(null)}
          />
        )}
        <div className={styles.other}>
          {triage.words === null && item.themeIds.length === 0 ? (
            <Button keys={keyOf("item.no-theme")} disabled={locked} onClick={() => triage.showPanel("no-theme")}>
              {t("list.noTheme")}
            </Button>
          ) : null}
          <Button keys={keyOf("item.themes")} disabled={locked} onClick={() => triage.showPanel("themes")}>
            {t("keypad.other")}
          </Button>
        </div>
      </div>
      {others.length === 0 && reason === undefined ? null : (
        <ul className={styles.others}>
          {others.map((themeId) => (
            <li key={themeId}>
              <button
                type="button"
                className={styles.chip}
                aria-label={t("filter.remove", { name: names.theme(themeId) })}
                disabled={locked}
                onClick={() => triage.take({ name: "uncode", themeId })}
              >
                {names.theme(themeId)}
                <IconX size={14} stroke={1.75} aria-hidden="true" />
              </button>
            </li>
          ))}
          {reason === undefined ? null : (
            <li className={styles.noTheme}>
              {t("list.noTheme")}: {t(`noTheme.${reason}`)}
            </li>
          )}
        </ul>
      )}
      {names.themes.every((theme) => theme.pinnedDigit === null) ? (
        <p className={styles.none}>
          {t("keypad.none")} {t("keypad.noneLines")}{" "}
          <Link to="/$organisation/themes" params={{ organisation: slug }} search={{}}>
            {t("keypad.toThemes")}
          </Link>
        </p>
      ) : (
        <div
          className={styles.keys}
          role="group"
          aria-label={t("keypad.label")}
          onPointerDown={(event) => event.preventDefault()}
        >
          {digits.map((digit) => {
            const themeId = byDigit.get(digit);
            return themeId === undefined ? (
              <span key={digit} className={styles.free}>
                <Keycap keys={String(digit)} size="key" />
                {t("keypad.empty")}
              </span>
            ) : (
              <ThemeKey
                key={digit}
                digit={digit}
                name={names.theme(themeId)}
                codings={item.codings.filter((coding) => coding.themeId === themeId).length}
                locked={locked}
                onPress={() => triage.toggleTheme(themeId)}
              />
            );
          })}
        </div>
      )}
    </>
  );
}

function BoundWords({ words, onClear }: { readonly words: string; readonly onClear: () => void }) {
  const { t } = useTranslation("feedback");
  return (
    <p className={styles.bound}>
      <span>{t("keypad.words")}</span>
      <span className={styles.words}>”{words}”</span>
      <Button kind="icon" small aria-label={t("keypad.clearWords")} onClick={onClear}>
        <IconX size={16} stroke={1.5} />
      </Button>
    </p>
  );
}
