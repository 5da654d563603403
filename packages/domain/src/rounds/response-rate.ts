/** Of the invited, those who answered (0–1, exact quotient), or why there is no such share. */
export type ResponseRate =
  | { readonly rate: number; readonly answered: number; readonly invited: number }
  /** open: nobody is invited, so there is nobody to divide by · unknown: one of the two counts is missing */
  | { readonly rate: null; readonly reason: "open" | "unknown" };

/** A response rate exists for the invited mode only; those who answered in the open mode never enter it. */
export function responseRate(round: {
  readonly invited: number | null;
  readonly answeredInvited: number | null;
  readonly answeredOpen: number | null;
}): ResponseRate {
  const { invited, answeredInvited, answeredOpen } = round;
  if (invited !== null && invited > 0 && answeredInvited !== null)
    return { rate: answeredInvited / invited, answered: answeredInvited, invited };
  const onlyOpen = answeredOpen !== null && answeredInvited === null && (invited === null || invited === 0);
  return { rate: null, reason: onlyOpen ? "open" : "unknown" };
}
