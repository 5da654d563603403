import type { RoundRow } from "@kuultu/domain/rounds/round-view";

/** The rounds of one survey in order of time; `height` 0–1 against the largest of them. */
export interface SurveyLine {
  readonly surveyId: string;
  readonly names: RoundRow["surveyNames"];
  readonly rounds: readonly (RoundRow & { readonly height: number })[];
}

const placeOf = (round: RoundRow): string => round.opensOn ?? round.closesOn ?? "9999";

/** One line for each survey, the one with the newest round first. */
export function surveyLines(rounds: readonly RoundRow[]): SurveyLine[] {
  const inTime = rounds.toSorted(
    (one, other) => placeOf(one).localeCompare(placeOf(other)) || one.name.localeCompare(other.name),
  );
  const ids = [...new Set(inTime.toReversed().map((round) => round.surveyId))];
  return ids.flatMap((surveyId) => {
    const own = inTime.filter((round) => round.surveyId === surveyId);
    const first = own[0];
    if (first === undefined) return [];
    const largest = Math.max(1, ...own.map((round) => round.responses));
    return [
      {
        surveyId,
        names: first.surveyNames,
        rounds: own.map((round) => ({ ...round, height: round.responses / largest })),
      },
    ];
  });
}

/** The rounds before and after one in its survey. */
export function neighboursOf(
  line: SurveyLine,
  roundId: string,
): { readonly before: RoundRow | null; readonly after: RoundRow | null } {
  const at = line.rounds.findIndex((round) => round.id === roundId);
  return { before: line.rounds[at - 1] ?? null, after: at < 0 ? null : (line.rounds[at + 1] ?? null) };
}
