import { useTranslation } from "react-i18next";

import type { TextLanguage } from "@kuultu/domain/language";

import { wordingMasks } from "#feedback/first-line";
import { useLanguage } from "#locales/use-language";
import { day, dayOfInstant } from "#ui/figures";

import classes from "./RoutedItem.module.css";

/** A verbatim as its registrar reads it; `receivedAt` where it came on a day of its own. */
export function RoutedText(props: {
  readonly text: { readonly language: TextLanguage; readonly title: string; readonly body: string };
  readonly receivedAt?: string;
}) {
  const { text, receivedAt } = props;
  const { t } = useTranslation(["routed", "feedback"]);
  const language = useLanguage();
  const words = (masked: string): string => wordingMasks(masked, (kind) => t(`feedback:pane.masked.${kind}`));
  return (
    <>
      {receivedAt === undefined ? null : (
        <p className={classes.facts}>{t("received", { day: day(language, dayOfInstant(receivedAt)) })}</p>
      )}
      <div className={classes.text} lang={text.language === "und" ? undefined : text.language}>
        {text.title === "" ? null : <h3>{words(text.title)}</h3>}
        <p>{words(text.body)}</p>
      </div>
    </>
  );
}
