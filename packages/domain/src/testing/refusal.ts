import { RuleViolation } from "#rule-violation";

/** What a rule answers, or the code with which it refuses. For tables of cases. */
export function refusal<Result>(rule: () => Result): Result | string {
  try {
    return rule();
  } catch (error) {
    if (error instanceof RuleViolation) return error.code;
    throw error;
  }
}
