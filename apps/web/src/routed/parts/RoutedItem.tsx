import { useId } from "react";
import { useTranslation } from "react-i18next";
import IconChevronLeft from "@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs";

import { useErrorWords } from "#app/error-words";
import { useOrganisation } from "#app/session";
import { useRoutingNote } from "#feedback/use-routing-targets";
import { useLanguage } from "#locales/use-language";
import { Button } from "#ui/Button";
import { EmptyState } from "#ui/EmptyState";
import { day, dayNear, dayOfInstant } from "#ui/figures";
import { SkeletonLines } from "#ui/Skeleton";

import { useDueWords } from "../use-due-words.ts";
import { useRoutedItem, type useRoutedSteps } from "../use-routed.ts";
import { ReturnForm } from "./ReturnForm.tsx";
import classes from "./RoutedItem.module.css";
import { RoutedHistory } from "./RoutedHistory.tsx";
import { RoutedText } from "./RoutedText.tsx";

/** One routed item with its text, and what its registrar can do with it. */
export function RoutedItem(props: {
  readonly itemId: string;
  readonly steps: ReturnType<typeof useRoutedSteps>;
  readonly onBack: () => void;
}) {
  const { steps } = props;
  const headingId = useId();
  const { t } = useTranslation(["routed", "feedback"]);
  const language = useLanguage();
  const { today } = useOrganisation();
  const errorWords = useErrorWords();
  const dueWords = useDueWords();
  const noteOf = useRoutingNote();
  const { data: item, error } = useRoutedItem(props.itemId);
  if (item === undefined) {
    return error === null ? (
      <SkeletonLines count={6} height={20} gap={12} />
    ) : (
      <EmptyState title={errorWords(error)} action={<Button onClick={props.onBack}>{t("back")}</Button>} />
    );
  }
  const due = dueWords(item);
  const facts = [
    t("received", { day: day(language, dayOfInstant(item.receivedAt)) }),
    t("routed", { day: dayNear(language, item.routedOn, today) }),
    ...(item.acknowledgedOn === null
      ? []
      : [t("acknowledged", { day: dayNear(language, item.acknowledgedOn, today) })]),
    item.dueOn === null ? noteOf(item.routingClass) : t("due", { day: dayNear(language, item.dueOn, today) }),
  ];
  // The button that was pressed goes with its step: the focus must not go with it.
  const toHeading = (): void => document.getElementById(headingId)?.focus();
  const leave = (): void => {
    props.onBack();
    document.getElementById("content")?.focus();
  };
  const seen = { itemId: item.id, version: item.version };
  return (
    <article className={classes.item} aria-label={t("text")}>
      <div className={classes.head}>
        <Button kind="icon" className={classes.back} aria-label={t("back")} onClick={props.onBack}>
          <IconChevronLeft size={18} stroke={1.75} />
        </Button>
        <h2 id={headingId} tabIndex={-1}>
          {t(`feedback:routing.${item.routingClass}`)}
        </h2>
        <strong data-past={due.past || undefined}>{due.words}</strong>
      </div>
      <p className={classes.facts}>{facts.join(" · ")}</p>
      <RoutedText text={item} />
      {item.repeats.length === 0 ? null : (
        <section className={classes.repeats} aria-label={t("repeats")}>
          <h3>{t("repeats")}</h3>
          {item.repeats.map((repeat) => (
            <RoutedText key={repeat.id} text={repeat} receivedAt={repeat.receivedAt} />
          ))}
        </section>
      )}
      {item.settledOn === null ? (
        <div className={classes.actions}>
          {item.toAcknowledge ? (
            <Button
              kind="field"
              disabled={steps.acknowledge.isPending}
              onClick={() => steps.acknowledge.mutate(seen, { onSuccess: toHeading })}
            >
              {t("acknowledge")}
            </Button>
          ) : null}
          <Button
            kind="primary"
            disabled={steps.settle.isPending}
            onClick={() => steps.settle.mutate(seen, { onSuccess: toHeading })}
          >
            {t("settle")}
          </Button>
          <ReturnForm
            pending={steps.giveBack.isPending}
            onReturn={(reason) => steps.giveBack.mutate({ ...seen, reason }, { onSuccess: leave })}
          />
        </div>
      ) : null}
      <RoutedHistory history={item.history} />
    </article>
  );
}
