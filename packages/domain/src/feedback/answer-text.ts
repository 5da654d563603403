/** What may stand in braces in the words of an answer; nothing else may. */
export const placeholders = ["name", "service", "organisation", "received", "staff", "code"] as const;
export type Placeholder = (typeof placeholders)[number];

/** What stands for each; an empty one cannot be filled in. */
export type PlaceholderValues = Readonly<Record<Placeholder, string>>;

/** A placeholder that cannot be filled in: there is none of that name, or nothing is known to put in its place. */
export interface PlaceholderProblem {
  readonly placeholder: string;
  readonly problem: "unknown" | "empty";
}

export interface FilledText {
  readonly text: string;
  readonly problems: readonly PlaceholderProblem[];
}

export const longestSubject = 200;
export const longestAnswer = 20_000;

// Braces around anything on one line: a misspelt name must show, not leave for the giver to read.
const braces = /\{([^{}\n]*)\}/gu;

function isPlaceholder(name: string): name is Placeholder {
  return (placeholders as readonly string[]).includes(name);
}

/** The placeholders of a text that there are none of. */
export function unknownPlaceholders(text: string): string[] {
  const names = [...text.matchAll(braces)].map(([, name = ""]) => name.trim());
  return [...new Set(names.filter((name) => !isPlaceholder(name)))];
}

/** Whether a text speaks of something. */
export function hasPlaceholder(text: string, placeholder: Placeholder): boolean {
  return [...text.matchAll(braces)].some(([, name = ""]) => name.trim() === placeholder);
}

/** The text with its placeholders filled in; what cannot be stays as written and is told. A value is never read for braces itself. */
export function filledText(text: string, values: PlaceholderValues): FilledText {
  const problems = new Map<string, PlaceholderProblem>();
  const filled = text.replaceAll(braces, (whole, inner: string) => {
    const placeholder = inner.trim();
    const value = isPlaceholder(placeholder) ? values[placeholder] : undefined;
    if (value !== undefined && value !== "") return value;
    problems.set(placeholder, { placeholder, problem: value === undefined ? "unknown" : "empty" });
    return whole;
  });
  return { text: filled, problems: [...problems.values()] };
}
