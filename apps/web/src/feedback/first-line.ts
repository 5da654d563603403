import { type MaskKind, maskKinds } from "@kuultu/domain/feedback/personal-data";

/** So many characters of a first line the server sends at most. */
const longestLine = 140;

const mask = new RegExp(`⟦(${maskKinds.join("|")})⟧`, "gu");

/**
 * The beginning of a feedback as a list shows it: masks in the reader's words, in brackets, and "…" where the server cut the text,
 * which is then cut at a word.
 */
export function shownFirstLine(firstLine: string, maskWords: (kind: MaskKind) => string): string {
  const cut = [...firstLine].length >= longestLine;
  return (cut ? cutAtWord(firstLine) : firstLine).replace(mask, (_, kind: MaskKind) => `[${maskWords(kind)}]`);
}

function cutAtWord(text: string): string {
  // A mask that was cut through says nothing; neither does half a word.
  const whole = text.replace(/⟦[^⟧]*$/u, "").trimEnd();
  if (/[.!?…]$/u.test(whole)) return `${whole.replace(/\s*…$/u, "")} …`;
  const blank = whole.length < text.length ? whole.length : whole.lastIndexOf(" ");
  return `${whole.slice(0, blank > 0 ? blank : undefined).replace(/[\s,;:(–-]+$/u, "")} …`;
}
