import type { RoundView } from "@kuultu/domain/rounds/round-view";
import { useTranslation } from "react-i18next";

import { useLanguage, useName } from "#locales/use-language";
import { day, share, wholeNumber } from "#ui/figures";

import classes from "./RoundSections.module.css";

/** When, from whom, by whom; a response rate for the invited only. */
export function HowCollected({ round }: { readonly round: RoundView }) {
  const { t } = useTranslation("rounds");
  const language = useLanguage();
  const name = useName();
  const notes = name(round.notes);
  const number = (count: number): string => wholeNumber(language, count);
  const { rate } = round.responseRate;
  const open = [round.opensOn, round.closesOn].map((each) => (each === null ? "…" : day(language, each))).join("–");
  return (
    <section aria-labelledby="collected-title" className={classes.section}>
      <h2 id="collected-title" className={classes.title}>
        {t("collected.title")}
      </h2>
      <dl className={classes.facts}>
        <Fact name={t("collected.open")} value={round.opensOn === null && round.closesOn === null ? "–" : open} />
        <Fact
          name={t("collected.responses")}
          value={round.responses === 0 && round.state !== "collecting" ? "–" : number(round.responses)}
        />
        {round.answeredInvited !== null && (
          <Fact
            name={t("collected.invited")}
            value={number(round.answeredInvited)}
            note={
              rate === null || round.invited === null
                ? t("collected.noRate")
                : t("collected.rate", { invited: number(round.invited), rate: share(language, rate, 1) })
            }
          />
        )}
        {round.answeredInvited === null && round.invited !== null && (
          <Fact name={t("collected.invitations")} value={number(round.invited)} />
        )}
        {round.answeredOpen !== null && (
          <Fact name={t("collected.openMode")} value={number(round.answeredOpen)} note={t("collected.noRate")} />
        )}
        {round.provider !== null && <Fact name={t("collected.provider")} value={round.provider} />}
        {notes !== "" && <Fact name={t("collected.notes")} value={notes} />}
        {round.publishedOn !== null && (
          <Fact name={t("collected.published")} value={day(language, round.publishedOn)} />
        )}
        {round.imports.map((each) => (
          <Fact
            key={each.id}
            name={t("collected.import")}
            value={each.fileName}
            note={t("collected.items", { count: each.items, items: number(each.items) })}
          />
        ))}
      </dl>
    </section>
  );
}

function Fact({ name, value, note }: { readonly name: string; readonly value: string; readonly note?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="figures">
        {value}
        {note !== undefined && <span>{note}</span>}
      </dd>
    </div>
  );
}
