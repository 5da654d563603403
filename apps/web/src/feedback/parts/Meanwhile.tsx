import type { FeedbackDetail, HistoryView } from "@kuultu/domain/feedback/feedback-view";
import IconX from "@tabler/icons-react/dist/esm/icons/IconX.mjs";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { useSession } from "#app/session";
import { useAnnounce } from "#ui/announcement";
import { Button } from "#ui/Button";
import { focusOnArrival } from "#ui/focus";

import type { Step } from "../optimistic-step.ts";
import { hindrance } from "../use-kept-steps.ts";
import type { Names } from "../use-names.ts";
import type { Triage } from "../use-triage.ts";
import { useHistoryWords, useWhen } from "./ItemHistory.tsx";
import styles from "./Meanwhile.module.css";

/** The version to which an entry of the history brought the item; 0 where it did not change it. */
const versionOf = ({ values }: HistoryView): number => Number(values["version"]?.[1] ?? 0);

/** What others have changed since the item was opened, and one's own steps that they overtook, ready to be taken again. */
export function Meanwhile(props: { readonly item: FeedbackDetail; readonly triage: Triage; readonly names: Names }) {
  const { item, triage, names } = props;
  const { t } = useTranslation(["live", "violation"]);
  const own = useSession().me.name;
  const words = useHistoryWords(item, names);
  const when = useWhen();
  const stepWords = useStepWords(names);
  const [seen, setSeen] = useState(item.version);
  const kept = triage.keeping.kept?.itemId === item.id ? triage.keeping.kept : null;
  const since = Math.min(seen, kept?.version ?? seen);
  const changes = item.history.filter((entry) => versionOf(entry) > since && entry.staffName !== own);
  const announce = useAnnounce();
  const [newest] = changes;
  const said = newest === undefined ? "" : `${t("changed")}: ${newest.staffName ?? ""} ${words(newest)}`;
  useEffect(() => {
    if (said !== "") announce(said);
  }, [announce, said]);
  if (changes.length === 0 && kept === null) return null;
  const overtaken = kept !== null && item.version > kept.version;
  const hindered = overtaken ? hindrance(item, kept.steps) : null;
  const close = (): void => {
    setSeen(item.version);
    triage.keeping.drop();
  };
  return (
    <section
      className={styles.meanwhile}
      aria-label={t("changed")}
      role={kept === null ? undefined : "alert"}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        close();
      }}
    >
      <div className={styles.words}>
        <strong>{t("changed")}</strong>
        <ul>
          {changes.toReversed().map((entry) => (
            <li key={entry.id}>
              <time dateTime={entry.at}>{when(entry.at)}</time> {entry.staffName} {words(entry)}
            </li>
          ))}
        </ul>
        {kept === null ? null : <p>{t("kept", { steps: kept.steps.map(stepWords).join(", ") })}</p>}
        {hindered === null ? null : <p>{t("cannot", { reason: t(`violation:${hindered}`) })}</p>}
      </div>
      {kept === null ? (
        <Button kind="icon" small aria-label={t("close")} onClick={close}>
          <IconX size={16} stroke={1.5} />
        </Button>
      ) : (
        <div className={styles.choice}>
          {overtaken && hindered === null ? (
            <Button small kind="primary" keys="Enter" ref={focusOnArrival} onClick={() => triage.takeAgain(close)}>
              {t("again")}
            </Button>
          ) : null}
          <Button small keys="Escape" onClick={close}>
            {t("drop")}
          </Button>
        </div>
      )}
    </section>
  );
}

function useStepWords(names: Names): (step: Step) => string {
  const { t } = useTranslation(["live", "feedback"]);
  return (step) => {
    switch (step.name) {
      case "kind":
        return t("step.kind", { name: t(`feedback:kind.${step.kind}`) });
      case "code":
      case "uncode":
        return t(`step.${step.name}`, { name: names.theme(step.themeId) });
      case "no-theme":
        return t("step.noTheme");
      case "route":
        return t("step.route", { name: t(`feedback:routing.${step.routingClass}`) });
      case "reject":
        return t("step.reject", { name: t(`feedback:reject.${step.reason}`) });
      case "reopen":
        return t("step.reopen", { name: step.reason });
      case "assign":
        return t("step.assign", { name: step.ownerName });
      case "reply":
        return t(step.expected ? "step.replyExpected" : "step.noReplyExpected");
      default:
        return t(`step.${step.name}`);
    }
  };
}
