import { type ViolationCode, violationCodes } from "@kuultu/domain/rule-violation";

/** Why a file or the mapping of its columns does not do: `details.reason` of intake.unreadable and intake.mapping-incomplete. */
export const intakeReasons = [
  "empty",
  "spreadsheet",
  "archive",
  "binary",
  "json",
  "quotes",
  "row-too-long",
  "too-many-columns",
  "cut-off",
  "nothing-mapped",
  "answers-need-responses",
  "scale-upside-down",
  "column-twice",
  "question-of-another-kind",
  "question-of-another-scale",
] as const;
export type IntakeReason = (typeof intakeReasons)[number];

interface Violation {
  readonly code: ViolationCode;
  readonly details: Readonly<Record<string, string | number | readonly string[]>>;
}

/** The text of a violation: that of its reason, where it has one that can be worded. */
export function violationKey({ code, details }: Violation): ViolationCode | `intake.reason.${IntakeReason}` {
  const reason =
    code === "intake.unreadable" || code === "intake.mapping-incomplete"
      ? intakeReasons.find((one) => one === details["reason"])
      : undefined;
  return reason === undefined ? code : `intake.reason.${reason}`;
}

/** What of the details the texts name: the columns, in quotes. */
export function violationValues({ details }: Violation): { readonly columns: string } {
  const columns = details["columns"] ?? details["column"] ?? [];
  return { columns: (typeof columns === "object" ? columns : [columns]).map((column) => `”${column}”`).join(", ") };
}

/** The violation that ended an import: "intake.mapping-incomplete, reason column-twice, column K1". Null where another thing did. */
export function violationOfFailure(failure: string): Violation | null {
  const code = violationCodes.find((one) => failure === one || failure.startsWith(`${one}, `));
  if (code === undefined) return null;
  const reason = /, reason ([\w-]+)/u.exec(failure)?.[1];
  const column = /, columns? (.+)$/u.exec(failure)?.[1];
  return { code, details: { ...(reason !== undefined && { reason }), ...(column !== undefined && { column }) } };
}
