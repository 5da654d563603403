import { dayIn } from "@kuultu/domain/day";
import type { ColumnMapping } from "@kuultu/domain/intake/column-mapping";
import { readDate } from "@kuultu/domain/intake/date-reading";
import { questionKeysOf } from "@kuultu/domain/intake/mapping-check";

import type { FileBytes } from "#intake/encoding";
import { openRows } from "#intake/file-rows";
import { createRound, moveRound } from "#rounds/rounds-commands";
import type { Scope } from "#trpc/scope";

/** The round that a command line names; `made` where there was none of that name. */
export interface NamedRound {
  readonly id: string;
  readonly survey: string;
  readonly made: boolean;
}

/** Year, with a number where the file name has one: koodiklinikka_2022.tsv → 2022, enkat-2021-2.csv → 2021-2. */
export function roundNameOf(fileName: string): string | undefined {
  return /(?<!\d)(?:19|20)\d{2}(?:-\d{1,2})?(?!\d)/u.exec(fileName)?.[0];
}

/** What a survey is called after its file: koodiklinikka_2023_fi.tsv → koodiklinikka. */
function surveyNameOf(fileName: string): string {
  const stem = fileName.replace(/\.[^.]*$/u, "").replaceAll("_", " ");
  const name = stem
    .replace(/(?<!\d)(?:19|20)\d{2}(?:-\d{1,2})?(?!\d)(?: (?:fi|sv|en|ru)$)?/u, " ")
    .replace(/\s+/gu, " ")
    .trim();
  return name === "" ? stem : name;
}

/** The first and the last day on which somebody answered. */
async function daysOf(bytes: FileBytes, mapping: ColumnMapping): Promise<{ opensOn?: string; closesOn?: string }> {
  const date = mapping.columns.find(({ target }) => target === "date");
  if (date === undefined) return {};
  const { headers, rows } = await openRows(bytes, mapping.reading);
  const index = headers.indexOf(date.column);
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for await (const { cells } of rows) {
    const reading = readDate(cells[index] ?? "", date.dateOrder ?? "ymd");
    if (!("instant" in reading)) continue;
    first = Math.min(first, reading.instant.getTime());
    last = Math.max(last, reading.instant.getTime());
  }
  return last < first ? {} : { opensOn: dayIn(new Date(first)), closesOn: dayIn(new Date(last)) };
}

/** The survey that already asks most of the questions of a mapping; of equals that of the file's name. */
async function surveyFor(scope: Scope, mapping: ColumnMapping, name: string): Promise<string | undefined> {
  const keys = [...questionKeysOf(mapping).values()];
  return scope.transaction(async (tx) => {
    const surveys = await tx.survey.findMany({
      where: { organisationId: tx.organisationId },
      select: {
        id: true,
        names: true,
        questions: { where: { key: { in: keys }, kind: { not: "open_text" } }, select: { id: true } },
      },
    });
    const shared = surveys
      .filter(({ questions }) => questions.length > 0)
      .toSorted((one, other) => other.questions.length - one.questions.length)[0];
    return (shared ?? surveys.find(({ names }) => Object.values(names as Record<string, string>).includes(name)))?.id;
  });
}

/**
 * The round of that name ("2022", or with its survey's key "koodiklinikka/2022"). Where there is none and the rows are responses,
 * it is made, closed, in the survey that asks the same questions or in a new one named after the file. Several: `ambiguous`.
 */
export async function findOrMakeRound(
  scope: Scope,
  wanted: {
    readonly name: string;
    readonly fileName: string;
    readonly mapping: ColumnMapping;
    readonly bytes: FileBytes;
  },
): Promise<NamedRound | "ambiguous" | "unknown"> {
  const [surveyKey, roundName = ""] = wanted.name.includes("/") ? wanted.name.split("/", 2) : [undefined, wanted.name];
  const surveyName = surveyNameOf(wanted.fileName);
  const responses = wanted.mapping.rowsAre === "responses";
  const surveyId =
    responses && surveyKey === undefined ? await surveyFor(scope, wanted.mapping, surveyName) : undefined;
  const found = await scope.transaction((tx) =>
    tx.round.findMany({
      where: {
        organisationId: tx.organisationId,
        name: roundName,
        ...(surveyKey === undefined ? {} : { survey: { key: surveyKey } }),
      },
      select: { id: true, surveyId: true, survey: { select: { key: true } } },
    }),
  );
  const own = responses && surveyKey === undefined ? found.filter((round) => round.surveyId === surveyId) : found;
  if (own.length > 1) return "ambiguous";
  if (own[0] !== undefined) return { id: own[0].id, survey: own[0].survey.key, made: false };
  if (!responses || surveyKey !== undefined) return "unknown";
  const days = await daysOf(wanted.bytes, wanted.mapping);
  const survey = surveyId === undefined ? { newSurvey: { names: { fi: surveyName } } } : { surveyId };
  let round = await createRound(scope, { ...survey, name: roundName, ...days });
  for (const to of ["collecting", "closed"] as const)
    round = await moveRound(scope, { roundId: round.id, version: round.version, to });
  return { id: round.id, survey: round.surveyNames.fi ?? surveyName, made: true };
}
