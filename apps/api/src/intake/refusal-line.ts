import type { ImportProblemCode } from "@kuultu/domain/intake/import-view";
import type { RuleViolation } from "@kuultu/domain/rule-violation";

const reasons: Readonly<Record<string, string>> = {
  empty: "it is empty",
  spreadsheet: "it is a spreadsheet: save it as CSV (UTF-8) and send that",
  archive: "it is an archive: unpack it and send the CSV file inside",
  binary: "it is no text file: export it as CSV and send that",
  json: "it is JSON: export it as CSV and send that",
  quotes: "its quotes do not match under this reading: turn quoting off in the mapping, or mend the file",
  "row-too-long":
    "a row is longer than 8 million characters, which points to an unclosed quote: turn quoting off in the mapping",
  "too-many-columns": "it has more than 10 000 columns, which points to a wrong separator",
  "cut-off": "it has been cut off: send it again",
};

const incomplete: Readonly<Record<string, string>> = {
  "nothing-mapped": "no column is mapped to a verbatim, a title or an answer: name one in the mapping",
  "answers-need-responses":
    'answers belong to responses: set "rowsAre" to "responses", or ignore the rating and yes_no columns',
  "scale-upside-down": "a scale must end above where it begins: correct scaleMin and scaleMax",
  "column-twice": "a column is mapped twice: name it once",
  "question-of-another-kind":
    "a question of that key is of another kind in this survey: give the column another questionKey",
  "question-of-another-scale": "the round asks that question on another scale: correct scaleMin and scaleMax",
};

/** One line that tells what is wrong with a file or a mapping, and what to do; null for other violations. */
export function refusalLine({ code, details }: RuleViolation, fileName: string): string | null {
  const { line, column, columns, reason, limit } = details;
  const name = (code_: unknown) => reasons[String(code_)] ?? String(code_);
  switch (code) {
    case "intake.unreadable":
      return `${fileName} cannot be read: ${name(reason)}${Number(line) > 0 ? ` (near line ${String(line)})` : ""}.`;
    case "intake.too-large":
      return `${fileName} is larger than ${Number(limit) / 1024 / 1024} MB: send it in parts.`;
    case "intake.column-missing":
      return `${fileName} has no column ${(Array.isArray(columns) ? columns : [columns]).map((one) => `"${String(one)}"`).join(", ")} that the mapping names.`;
    case "intake.mapping-incomplete":
      return `The mapping does not do${column === undefined ? "" : ` (column "${String(column)}")`}: ${incomplete[String(reason)] ?? String(reason)}.`;
    case "intake.round-required":
      return "The rows are responses: name their round with --round.";
    default:
      return null;
  }
}

/** What a problem of a row means, in a few words. */
export const problemWords: Readonly<Record<ImportProblemCode, string>> = {
  "row.too-few-cells": "fewer cells than the header; the missing ones count as blank",
  "row.too-many-cells": "more cells than the header: the row stays out",
  "row.nothing-mapped": "neither text nor title: the row stays out",
  "date.unreadable": "no date that can be read: the row stays out",
  "date.does-not-exist": "there is no such date: the row stays out",
  "date.missing": "no date: the day of the import is taken",
  "rating.not-a-number": "no whole number: not counted",
  "rating.outside-scale": "outside the scale: not counted",
  "yes-no.unreadable": "neither yes nor no: not counted",
  "kind.unknown": "no kind that is known: the default is taken",
  "source.unknown": "no source that is known: the default is taken",
  "language.unknown": "no language that is known: it is recognised from the text",
  "round.unknown": "no round of that name",
  "external-id.missing": "no id: the row is known by what it says",
  "contact.unreadable": "no name, address or number that can be read: left out",
  "text.invalid-characters": "characters that cannot be stored were replaced",
  "text.too-long": "the text is too long: the row stays out",
};
