import { type LocalisedText, languages } from "@kuultu/domain/language";
import { hasOptions, type QuestionKind, type QuestionWording } from "@kuultu/domain/rounds/question";
import { changedParts, checkedWording, rekeyedOptions, type WordingPart } from "@kuultu/domain/rounds/question-version";
import type { SurveyQuestionView } from "@kuultu/domain/rounds/survey-view";

/** A question while it is written: texts may be empty, numbers are as typed. */
export interface QuestionDraft {
  readonly kind: QuestionKind;
  readonly dimensionId: string;
  readonly wordings: LocalisedText;
  readonly min: string;
  readonly max: string;
  readonly labels: QuestionWording["scaleLabels"];
  readonly mode: QuestionWording["mode"];
  readonly options: QuestionWording["options"];
}

export const blankDraft: QuestionDraft = {
  kind: "rating",
  dimensionId: "",
  wordings: {},
  min: "1",
  max: "5",
  labels: {},
  mode: null,
  options: [],
};

export function draftOf(question: SurveyQuestionView): QuestionDraft {
  const { wordings, scale, scaleLabels, mode, options } = question.versions[0];
  return {
    kind: question.kind,
    dimensionId: question.dimensionId ?? "",
    wordings,
    min: scale === null ? "" : String(scale.min),
    max: scale === null ? "" : String(scale.max),
    labels: scaleLabels,
    mode,
    options,
  };
}

/** Leaves out what was emptied, so that no language has an empty text. */
export function filled(text: LocalisedText): LocalisedText {
  return Object.fromEntries(
    languages.flatMap((language) => (text[language]?.trim() ? [[language, text[language].trim()]] : [])),
  );
}

export const isBlank = (text: LocalisedText): boolean => Object.keys(filled(text)).length === 0;

/** The scale as typed; null where it is none. At most 101 steps. */
export function scaleOf({ min, max }: Pick<QuestionDraft, "min" | "max">): { min: number; max: number } | null {
  const whole = /^[-−]?\d{1,3}$/u;
  if (!whole.test(min.trim()) || !whole.test(max.trim())) return null;
  const [low, high] = [min, max].map((text) => Number(text.trim().replace("−", "-"))) as [number, number];
  return low < high && high - low <= 100 && low >= -100 && high <= 100 ? { min: low, max: high } : null;
}

/** The values that get a label: each of a short scale, the ends of a long one, and those that have one. */
export function labelledValues(draft: QuestionDraft): number[] {
  const scale = draft.kind === "zero_to_ten" ? { min: 0, max: 10 } : draft.kind === "rating" ? scaleOf(draft) : null;
  if (scale === null) return [];
  const all = Array.from({ length: scale.max - scale.min + 1 }, (_, index) => scale.min + index);
  return all.length <= 7
    ? all
    : all.filter((value) => value === scale.min || value === scale.max || draft.labels[String(value)] !== undefined);
}

/** What is sent; null where something is missing. */
export function wordingOf(draft: QuestionDraft): QuestionWording | null {
  const scale = scaleOf(draft);
  if (isBlank(draft.wordings) || (draft.kind === "rating" && scale === null)) return null;
  if (hasOptions(draft.kind) && (draft.options.length < 2 || draft.options.some(({ names }) => isBlank(names))))
    return null;
  const shown = new Set(labelledValues(draft).map(String));
  const labels = Object.entries(draft.labels).filter(([value, text]) => shown.has(value) && !isBlank(text));
  return checkedWording(draft.kind, {
    wordings: filled(draft.wordings),
    scale: draft.kind === "rating" ? scale : null,
    scaleLabels: Object.fromEntries(labels.map(([value, text]) => [value, filled(text)])),
    mode: draft.mode,
    options: draft.options.map(({ key, names }) => ({ key, names: filled(names) })),
  });
}

/** In what the draft differs from what has been asked; empty where saving it makes no new version. */
export function newVersionParts(question: SurveyQuestionView, wording: QuestionWording): WordingPart[] {
  const asked = question.newestAsked ? question.versions[0] : question.versions[1];
  if (asked === undefined) return [];
  return changedParts(asked, { ...wording, options: rekeyedOptions(asked.options, wording.options) });
}

/** A key that no option of the question has or had. */
export function newOptionKey(taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`option-${number}`)) number += 1;
  return `option-${number}`;
}

/** The list with one element moved by one place; the same list where there is no such place. */
export function moved<T>(list: readonly T[], from: number, by: -1 | 1): readonly T[] {
  const to = from + by;
  const element = list[from];
  if (element === undefined || to < 0 || to >= list.length) return list;
  return list.toSpliced(from, 1).toSpliced(to, 0, element);
}
