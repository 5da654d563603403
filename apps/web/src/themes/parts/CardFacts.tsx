import type { ThemeCard } from "@kuultu/domain/themes/theme-view";
import IconClockExclamation from "@tabler/icons-react/dist/esm/icons/IconClockExclamation.mjs";
import IconUserQuestion from "@tabler/icons-react/dist/esm/icons/IconUserQuestion.mjs";
import { useTranslation } from "react-i18next";

import { useLanguage } from "#locales/use-language";
import { day } from "#ui/figures";
import { initials } from "#ui/initials";

import classes from "./CardFacts.module.css";

/** Owner, actions, and the day that matters next; late is said in words and with a clock. */
export function CardFacts({ card }: { readonly card: ThemeCard }) {
  const { t } = useTranslation("themes");
  const language = useLanguage();
  const when =
    card.deliveredOn !== null && (card.status === "delivered" || card.status === "verified")
      ? t("fact.delivered", { day: day(language, card.deliveredOn) })
      : card.targetOn === null
        ? null
        : t(card.late ? "fact.late" : "fact.target", { day: day(language, card.targetOn) });
  return (
    <div className={classes.facts}>
      {card.owner === null ? (
        <span className={classes.nobody} aria-hidden="true">
          <IconUserQuestion size={16} stroke={1.5} />
        </span>
      ) : (
        <span
          className={classes.owner}
          title={card.owner.name}
          role="img"
          aria-label={t("owner.is", { name: card.owner.name })}
        >
          {initials(card.owner.name)}
        </span>
      )}
      <div className={classes.lines}>
        {card.owner === null ? (
          <p>{t("owner.none")}</p>
        ) : (
          <p>
            {card.actions === 0
              ? t("actions.none")
              : t("actions.progress", { count: card.actions, delivered: card.actionsDelivered })}
          </p>
        )}
        {when !== null && (
          <p className={card.late ? classes.late : undefined}>
            {card.late && <IconClockExclamation size={14} stroke={1.75} aria-hidden="true" />}
            {when}
          </p>
        )}
      </div>
    </div>
  );
}
