import { roundTransitions } from "@kuultu/domain/rounds/round-status";
import type { RoundState, RoundView } from "@kuultu/domain/rounds/round-view";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { useErrorWords } from "#app/error-words";
import { useMay, useOrganisation } from "#app/session";
import { useMoveRound } from "#rounds/use-rounds";
import { Button, buttonClass } from "#ui/Button";

/** Where the round may go next, and the way to its feedback. */
export function RoundActions({ round }: { readonly round: RoundView }) {
  const { t } = useTranslation("rounds");
  const may = useMay();
  const errorWords = useErrorWords();
  const { slug } = useOrganisation();
  const { mutate, isPending, error } = useMoveRound();
  const move = (to: RoundState): void => mutate({ roundId: round.id, version: round.version, to });
  return (
    <>
      {error !== null && <p role="alert">{errorWords(error)}</p>}
      {may("rounds.edit") &&
        roundTransitions[round.state].map((to) => (
          <Button key={to} kind="field" disabled={isPending} onClick={() => move(to)}>
            {t(`move.${to}`)}
          </Button>
        ))}
      {may("feedback.read") && round.ledger.received > 0 && (
        <Link
          to="/$organisation/feedback"
          params={{ organisation: slug }}
          search={{ roundId: round.id, status: "all" }}
          className={buttonClass("primary")}
        >
          {t("openFeedback")}
        </Link>
      )}
    </>
  );
}
