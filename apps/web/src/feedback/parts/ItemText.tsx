import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";
import { mayStep } from "@kuultu/domain/feedback/triage-status";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";

import { useMay } from "#app/session";
import { useLanguage } from "#locales/use-language";
import { afterPaint } from "#ui/deferred";
import { day, dayOfInstant, languageName } from "#ui/figures";
import { SkeletonLines } from "#ui/Skeleton";

import { useHits } from "../use-hits.ts";
import type { Names } from "../use-names.ts";
import type { Triage } from "../use-triage.ts";
import { Codings } from "./Codings.tsx";
import { Facts } from "./Facts.tsx";
import { Original } from "./Original.tsx";
import styles from "./ReadingPane.module.css";
import { Verbatim } from "./Verbatim.tsx";

const coming = <SkeletonLines count={3} height={16} gap={12} />;
const Clocks = afterPaint(async () => (await import("./Clocks.tsx")).Clocks, coming);
const ItemHistory = afterPaint(async () => (await import("./ItemHistory.tsx")).ItemHistory, coming);
const Notes = afterPaint(async () => (await import("./Notes.tsx")).Notes);
const Repeats = lazy(async () => ({ default: (await import("./Repeats.tsx")).Repeats }));
const RevealedContact = lazy(() => import("./RevealedContact.tsx"));
const AnswerMarks = lazy(() => import("./AnswerMarks.tsx"));

/** Where it came from, what was said, what is known of it, what must happen and what has. */
export function ItemText(props: {
  readonly item: FeedbackDetail;
  readonly names: Names;
  readonly triage: Triage;
  readonly triages: boolean;
  readonly onOpen: (itemId: string) => void;
}) {
  const { t } = useTranslation("feedback");
  const language = useLanguage();
  const { item, names, triage } = props;
  const reveals = useMay()("feedback.reveal");
  const hits = useHits(item.id);
  const provenance = [
    names.round(item.roundId) || t(`source.${item.source}`),
    item.language === "und" ? t("pane.unknownLanguage") : languageName(language, item.language),
    t("pane.received", { day: day(language, dayOfInstant(item.receivedAt)) }),
  ];
  return (
    <article aria-label={t("pane.label")}>
      <p className={styles.provenance}>
        <span>{provenance.join(" · ")}</span>
        <span>{t(`status.${item.status}`)}</span>
      </p>
      <Verbatim
        item={item}
        names={names}
        chosen={triage.words}
        hits={hits}
        codes={props.triages && mayStep("code", item.status)}
        onChoose={triage.chooseWords}
      />
      {item.hasOriginal && reveals ? (
        <Original itemId={item.id} language={item.language === "und" ? undefined : item.language} />
      ) : null}
      {item.hasContact && reveals ? (
        <Suspense fallback={null}>
          <RevealedContact key={item.id} itemId={item.id} />
        </Suspense>
      ) : null}
      {item.duplicateOfId === null && !item.hasRepeats ? null : (
        <Suspense fallback={null}>
          <Repeats itemId={item.id} isDuplicate={item.duplicateOfId !== null} names={names} onOpen={props.onOpen} />
        </Suspense>
      )}
      <Facts item={item} names={names} />
      {item.answers.length === 0 ? null : (
        <Suspense fallback={null}>
          <AnswerMarks item={item} onRepair={() => triage.showPanel("answer")} />
        </Suspense>
      )}
      <Codings item={item} names={names} triage={triage} triages={props.triages} />
      <Notes itemId={item.id} count={item.noteCount} />
      <div className={styles.under}>
        <Clocks item={item} />
        <ItemHistory item={item} names={names} />
      </div>
    </article>
  );
}
