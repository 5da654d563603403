import { addDays, addMonths, daysBetween } from "#day";
import type { Day } from "#identifier";
import { RuleViolation } from "#rule-violation";

export interface RoundPlan {
  readonly name: string;
  readonly opensOn: Day | null;
  readonly closesOn: Day | null;
  readonly invited: number | null;
}

/** Violations: `rounds.turned-days`, `rounds.more-answered-than-invited`. */
export function checkRoundPlan(plan: {
  readonly opensOn: Day | null;
  readonly closesOn: Day | null;
  readonly invited: number | null;
  readonly answeredInvited?: number | null;
}): void {
  if (plan.opensOn !== null && plan.closesOn !== null && plan.closesOn < plan.opensOn)
    throw new RuleViolation("rounds.turned-days");
  const answered = plan.answeredInvited ?? null;
  if (plan.invited !== null && answered !== null && answered > plan.invited)
    throw new RuleViolation("rounds.more-answered-than-invited", { answered, invited: plan.invited });
}

/**
 * The plan of the round after the last one, in its rhythm: where there was a round a year before the last, as long after it as its
 * own successor came; else as many months after the last as the last came after the one before; else a year. As long as the last of which that is known, to as many.
 * `rounds`: from the first to the last. Null days where the last has none.
 */
export function proposedRound(rounds: readonly RoundPlan[]): RoundPlan {
  const last = rounds.at(-1);
  if (last === undefined) return { name: "", opensOn: null, closesOn: null, invited: null };
  const opensOn = last.opensOn === null ? null : nextOpening(rounds, last.opensOn);
  const lengths = rounds.flatMap(({ opensOn: from, closesOn: to }) =>
    from === null || to === null ? [] : [daysBetween(from, to)],
  );
  const length = lengths.at(-1) ?? null;
  return {
    name: nextName(rounds, opensOn),
    opensOn,
    closesOn: opensOn === null || length === null ? null : addDays(opensOn, length),
    invited: last.invited,
  };
}

function nextOpening(rounds: readonly RoundPlan[], last: Day): Day {
  const opened = rounds.flatMap((round) => (round.opensOn === null ? [] : [round.opensOn]));
  const aYearBefore = addMonths(last, -12);
  const at = opened.findIndex((day) => Math.abs(daysBetween(day, aYearBefore)) <= 31);
  const successor = at === -1 ? undefined : opened[at + 1];
  if (successor !== undefined && successor < last && addMonths(successor, 12) > last) return addMonths(successor, 12);
  const before = opened.at(-2);
  const months = before === undefined ? 12 : Math.max(1, Math.round(daysBetween(before, last) / 30.44));
  return addMonths(last, months);
}

/** 2021-2 is followed by 2021-3, and by 2022-1 where the round opens in the next year; 2021 by 2022; otherwise the number at the end grows. */
function nextName(rounds: readonly RoundPlan[], opensOn: Day | null): string {
  const last = rounds.at(-1)?.name ?? "";
  const taken = new Set(rounds.map(({ name }) => name));
  const free = (name: string): string => (taken.has(name) || name.length > 60 ? "" : name);
  const year = opensOn?.slice(0, 4);
  const numbered = /^(\d{4})([-/.])(\d{1,2})$/u.exec(last);
  if (numbered !== null) {
    const [, named = "", separator = "", number = ""] = numbered;
    return year === undefined || year === named
      ? free(`${named}${separator}${Number(number) + 1}`)
      : free(`${year}${separator}1`);
  }
  const trailing = /^(.*?)(\d{1,9})$/u.exec(last);
  if (trailing === null) return year === undefined ? "" : free(`${last} ${year}`);
  const [, words = "", number = ""] = trailing;
  if (/^\d{4}$/u.test(number) && year !== undefined && year > number) return free(`${words}${year}`);
  return free(`${words}${Number(number) + 1}`);
}
