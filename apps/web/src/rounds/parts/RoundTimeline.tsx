import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { useOrganisation } from "#app/session";
import { useLanguage, useName } from "#locales/use-language";
import type { SurveyLine } from "#rounds/round-timeline-data";
import { wholeNumber } from "#ui/figures";

import classes from "./RoundTimeline.module.css";

/** The rounds of a survey in time: height is how many answered, dashed while collecting. */
export function RoundTimeline({ line, currentId }: { readonly line: SurveyLine; readonly currentId?: string }) {
  const { t } = useTranslation("rounds");
  const language = useLanguage();
  const name = useName();
  const { slug } = useOrganisation();
  const frame = useRef<HTMLElement>(null);
  // A long line opens at the round that is looked at, not at its beginning.
  useEffect(() => {
    if (currentId === undefined) return;
    const current = frame.current?.querySelector<HTMLElement>("[aria-current]");
    if (frame.current !== null && current != null)
      frame.current.scrollLeft = current.offsetLeft - frame.current.clientWidth / 2;
  }, [currentId]);
  return (
    <nav ref={frame} aria-label={t("timeline", { survey: name(line.names) })} className={classes.frame}>
      <ol className={classes.line}>
        {line.rounds.map((round) => (
          <li key={round.id}>
            <Link
              to="/$organisation/rounds/$roundId"
              params={{ organisation: slug, roundId: round.id }}
              className={classes.round}
              aria-current={round.id === currentId ? "page" : undefined}
            >
              <span className={classes.well} aria-hidden="true">
                {round.responses > 0 && (
                  <span
                    className={classes.bar}
                    data-state={round.state}
                    style={{ height: `${Math.max(8, round.height * 100)}%` }}
                  />
                )}
              </span>
              <strong>{round.name}</strong>
              <span className="figures">
                {round.state === "collecting" || round.state === "planned"
                  ? t(`stateShort.${round.state}`)
                  : round.responses === 0
                    ? "–"
                    : `n ${wholeNumber(language, round.responses)}`}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
