import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";
import { mayStep } from "@kuultu/domain/feedback/triage-status";
import IconChevronDown from "@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs";
import IconChevronLeft from "@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs";
import IconChevronUp from "@tabler/icons-react/dist/esm/icons/IconChevronUp.mjs";
import IconX from "@tabler/icons-react/dist/esm/icons/IconX.mjs";
import type { PointerEvent } from "react";
import { useTranslation } from "react-i18next";

import { useMay } from "#app/session";
import { useLanguage } from "#locales/use-language";
import { Button } from "#ui/Button";
import { afterPaint } from "#ui/deferred";
import { wholeNumber } from "#ui/figures";

import type { TriageAction } from "../triage-actions.ts";
import { WritingProvider } from "../writing.tsx";
import { useKeyOf } from "../use-keys.ts";
import type { Names } from "../use-names.ts";
import type { Selection } from "../use-selection.ts";
import type { Triage } from "../use-triage.ts";
import { ActionBar } from "./ActionBar.tsx";
import { ItemText } from "./ItemText.tsx";
import { KindSwitch } from "./KindSwitch.tsx";
import { Presence } from "./Presence.tsx";
import styles from "./ReadingPane.module.css";
import { StepPanel } from "./StepPanel.tsx";

const Meanwhile = afterPaint(async () => (await import("./Meanwhile.tsx")).Meanwhile);

/** A click into the text chooses words; the ring of the focus is for those who came by keyboard. */
const giveKeysBack = (event: PointerEvent<HTMLElement>): void => event.currentTarget.blur();

export interface ReadingPaneProps {
  readonly item: FeedbackDetail;
  readonly names: Names;
  readonly triage: Triage;
  readonly selection: Selection;
  readonly total: number | undefined;
  readonly commands: readonly TriageAction[];
}

/** Kind and place in the list above; what was said scrolls; the keypad and the actions stay where the hands know them. */
export function ReadingPane({ item, names, triage, selection, total, commands }: ReadingPaneProps) {
  const { t } = useTranslation("feedback");
  const language = useLanguage();
  const triages = useMay()("feedback.triage");
  const keyOf = useKeyOf();
  const position =
    selection.index < 0 || total === undefined
      ? ""
      : t("list.position", {
          position: wholeNumber(language, selection.index + 1),
          total: wholeNumber(language, total),
        });
  return (
    <WritingProvider>
      {(writing) => (
        <>
          <div className={styles.head}>
            <Button kind="icon" className={styles.back} aria-label={t("pane.back")} onClick={selection.close}>
              <IconChevronLeft size={18} stroke={1.75} />
            </Button>
            <KindSwitch
              kind={item.kind}
              locked={!triages || !mayStep("code", item.status)}
              onChoose={(kind) => triage.take({ name: "kind", kind })}
            />
            <Presence itemId={item.id} writing={writing} />
            <div className={styles.place}>
              <span className={styles.position}>{position}</span>
              <Button
                kind="icon"
                aria-label={t("pane.previous")}
                aria-keyshortcuts={keyOf("move.previous")}
                onClick={() => selection.step(-1)}
              >
                <IconChevronUp size={18} stroke={1.75} />
              </Button>
              <Button
                kind="icon"
                aria-label={t("pane.next")}
                aria-keyshortcuts={keyOf("move.next")}
                onClick={() => selection.step(1)}
              >
                <IconChevronDown size={18} stroke={1.75} />
              </Button>
            </div>
          </div>
          <div className={styles.scroll}>
            <div
              className={styles.text}
              role="group"
              aria-label={t("pane.text")}
              tabIndex={0}
              onPointerUp={giveKeysBack}
            >
              <ItemText
                key={item.id}
                item={item}
                names={names}
                triage={triage}
                triages={triages}
                onOpen={selection.open}
              />
            </div>
            {triages ? (
              <div className={styles.dock} data-steps="">
                <Meanwhile key={item.id} item={item} triage={triage} names={names} />
                <Refusal triage={triage} />
                <StepPanel item={item} triage={triage} names={names} />
              </div>
            ) : null}
          </div>
          {triages ? (
            <div className={styles.actions}>
              <ActionBar commands={commands} secondary={triage.panel === "answer"} />
            </div>
          ) : null}
        </>
      )}
    </WritingProvider>
  );
}

/** Above the keypad, which keeps its place. */
function Refusal({ triage }: { readonly triage: Triage }) {
  const { t } = useTranslation("feedback");
  if (triage.refusal === null) return null;
  return (
    <p className={styles.refusal} role="alert">
      <span>
        <strong>{t("refusal.title")}</strong> {triage.refusal}
      </span>
      <Button kind="icon" small aria-label={t("refusal.close")} onClick={triage.forgetRefusal}>
        <IconX size={16} stroke={1.5} />
      </Button>
    </p>
  );
}
