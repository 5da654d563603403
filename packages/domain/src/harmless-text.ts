/** What a spreadsheet would take for a formula, also after blanks and quotes that it may throw away, and in the wide forms of Asia. */
const formula = /^[\s"'“”„’]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** A text that stays a text when a spreadsheet opens it: what looks like a formula begins with an apostrophe. */
export function harmless(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}
