import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import type { QuestionKind, QuestionWording } from "@kuultu/domain/rounds/question";
import type { SurveyView } from "@kuultu/domain/rounds/survey-view";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { setCounts, typedCounts } from "#rounds/counts-commands";
import { addQuestion, editQuestion, removeQuestion } from "#rounds/question-commands";
import { nextRound, setQuestionnaire } from "#rounds/questionnaire-commands";
import { receiveResponses } from "#rounds/receive-responses";
import { recountRatings } from "#rounds/roll-up";
import { editRound } from "#rounds/round-edit-commands";
import { createRound, moveRound } from "#rounds/rounds-commands";
import { roundView } from "#rounds/rounds-queries";
import { editSurvey, setDimensions } from "#rounds/survey-edit-commands";
import { surveyView } from "#rounds/survey-queries";
import { makeOrganisation } from "#testing/makers";
import { openWorld } from "#testing/world";
import type { World } from "#testing/world";
import { trendView } from "#trends/trends-queries";
import type { Scope } from "#trpc/scope";

let world: World;
let scope: Scope;

beforeAll(async () => {
  world = await openWorld();
});
beforeEach(async () => {
  scope = await makeOrganisation(world.parts);
});
afterAll(() => world.dispose());

const violation = (code: string) => expect.objectContaining({ constructor: RuleViolation, code });
const wording = (fi: string, more: Partial<QuestionWording> = {}): QuestionWording => ({
  wordings: { fi },
  scale: { min: 1, max: 5 },
  scaleLabels: {},
  mode: null,
  options: [],
  ...more,
});
const option = (key: string, fi = key) => ({ key, names: { fi } });

async function newSurvey(): Promise<{ surveyId: string; roundId: string }> {
  const round = await createRound(scope, {
    newSurvey: { names: { fi: "Käyttäjäkysely" } },
    name: "2025-1",
    opensOn: "2025-01-01",
    closesOn: "2025-01-31",
  });
  return { surveyId: round.surveyId, roundId: round.id };
}

async function withQuestion(fi: string, kind: QuestionKind = "rating", more: Partial<QuestionWording> = {}) {
  const { surveyId, roundId } = await newSurvey();
  const survey = await addQuestion(scope, { surveyId, kind, dimensionId: null, wording: wording(fi, more) });
  const question = only(survey);
  await setQuestionnaire(scope, { roundId, version: 1, questionIds: [question.id] });
  return { surveyId, roundId, questionId: question.id };
}

function only(survey: SurveyView) {
  const [question] = survey.questions;
  if (question === undefined || survey.questions.length > 1) throw new Error(`${survey.questions.length} questions`);
  return question;
}

async function answer(roundId: string, questionId: string, values: readonly number[]): Promise<void> {
  await scope.transaction((tx) =>
    receiveResponses(
      tx,
      values.map((value) => ({
        id: uuidv7(),
        roundId,
        respondedAt: null,
        language: "fi",
        serviceId: null,
        siteId: null,
        channelId: null,
        customerGroupId: null,
        collectionMode: null,
        importId: null,
        ratings: [{ questionId, value }],
      })),
    ),
  );
}

async function field(roundId: string, ...to: ("collecting" | "closed")[]): Promise<void> {
  for (const state of to) {
    const { version } = await roundView(scope, roundId);
    await moveRound(scope, { roundId, version, to: state });
  }
}

const manyAnswers = Array.from({ length: 40 }, (_, index) => 1 + (index % 5));

const changesOf = (subjectId: string) =>
  scope.transaction(async (tx) => {
    const rows = await tx.history.findMany({
      where: { organisationId: tx.organisationId, subjectId },
      select: { change: true, values: true, texts: { select: { field: true, text: true } } },
      orderBy: { id: "asc" },
    });
    return rows.map(({ change, values, texts }) => ({
      change,
      values,
      texts: Object.fromEntries(texts.map((each) => [each.field, each.text])),
    }));
  });

test("a survey has its names, provider, modes and notes changed; the second writer is told", async () => {
  const { surveyId } = await newSurvey();
  const input = {
    surveyId,
    version: 1,
    names: { fi: "Asiakaskysely", sv: "Kundenkät" },
    provider: "Kyselytalo Suora",
    modes: ["invited" as const, "open" as const],
    notes: { fi: "Kutsu lähetetään sähköpostitse." },
  };
  const { surveyId: id, ...said } = input;
  expect(await editSurvey(scope, input)).toMatchObject({ id, ...said, version: 2 });
  await expect(editSurvey(scope, input)).rejects.toEqual(violation("changed-meanwhile"));
  const told = (await changesOf(surveyId)).filter(({ change }) => change === "survey.edited");
  expect(told).toMatchObject([
    {
      values: { modes: [null, "invited open"] },
      texts: { "name.sv": "Kundenkät", provider: "Kyselytalo Suora", "note.fi": "Kutsu lähetetään sähköpostitse." },
    },
  ]);
});

test("dimensions come, are ordered and go, but not from under a question", async () => {
  const { surveyId } = await newSurvey();
  const made = await setDimensions(scope, {
    surveyId,
    version: 1,
    dimensions: [
      { id: null, kind: "value", names: { fi: "Avoimuus" } },
      { id: null, kind: "viewpoint", names: { fi: "Saatavuus" } },
    ],
  });
  const [openness, availability] = made.dimensions;
  const turned = await setDimensions(scope, {
    surveyId,
    version: made.version,
    dimensions: [availability, openness].flatMap((each) =>
      each === undefined ? [] : [{ id: each.id, kind: each.kind, names: each.names }],
    ),
  });
  expect(turned.dimensions.map(({ names }) => names.fi)).toEqual(["Saatavuus", "Avoimuus"]);
  await addQuestion(scope, { surveyId, kind: "rating", dimensionId: openness?.id ?? "", wording: wording("Avointa?") });
  const without = { surveyId, version: turned.version, dimensions: [] };
  await expect(setDimensions(scope, without)).rejects.toEqual(violation("rounds.dimension-in-use"));
  const { dimensions, version } = await surveyView(scope, surveyId);
  expect(dimensions.map(({ inUse }) => inUse)).toEqual([false, true]);
  const kept = { id: openness?.id ?? "", kind: "value" as const, names: { fi: "Avoimuus" } };
  const after = await setDimensions(scope, { surveyId, version, dimensions: [kept] });
  expect(after.dimensions).toHaveLength(1);
});

test("a version that nobody has been asked is changed in place, and its series is called by it", async () => {
  const { surveyId, questionId } = await withQuestion("Kuinka hivin?");
  const survey = await editQuestion(scope, {
    questionId,
    version: 1,
    dimensionId: null,
    wording: wording("Kuinka hyvin?"),
    edge: { kind: "break", notes: {} },
  });
  expect(only(survey)).toMatchObject({
    version: 2,
    asked: false,
    versions: [{ version: 1, wordings: { fi: "Kuinka hyvin?" } }],
  });
  const series = await scope.transaction((tx) =>
    tx.series.findMany({ where: { organisationId: tx.organisationId, surveyId }, select: { names: true } }),
  );
  expect(series).toEqual([{ names: { fi: "Kuinka hyvin?" } }]);
  const after = await removeQuestion(scope, { questionId, version: 2 });
  expect(after).toMatchObject({ questions: [], rounds: [{ questionIds: [] }] });
});

test.each(["comparable", "break", "not_comparable"] as const)(
  "a question that was asked gets a new version; the planned round asks it, and the series says %s",
  async (kind) => {
    const { surveyId, roundId, questionId } = await withQuestion("Kuinka hyvin?");
    await field(roundId, "collecting");
    await answer(roundId, questionId, manyAnswers);
    await field(roundId, "closed");
    const next = await nextRound(scope, {
      surveyId,
      name: "2025-2",
      opensOn: "2025-06-01",
      closesOn: "2025-06-30",
      invited: 200,
    });
    expect(next).toMatchObject({ state: "planned", invited: 200, questions: [{ questionId, version: 1 }] });
    const survey = await editQuestion(scope, {
      questionId,
      version: 1,
      dimensionId: null,
      wording: wording("Kuinka hyvin palvelu sujui?"),
      edge: { kind, notes: { fi: "sanamuoto täsmentyi", en: "a clearer wording" } },
    });
    expect(only(survey).versions).toMatchObject([
      { version: 2, rounds: ["2025-2"], edge: { kind, notes: { en: "a clearer wording" } } },
      { version: 1, rounds: ["2025-1"], wordings: { fi: "Kuinka hyvin?" }, edge: null },
    ]);
    const asked = await roundView(scope, next.id);
    expect(asked.changes).toMatchObject({
      against: "2025-1",
      changes: [{ questionId, what: "changed", parts: ["wording"] }],
    });
    await field(next.id, "collecting");
    await answer(next.id, questionId, manyAnswers);
    await field(next.id, "closed");
    const series = only(survey).key;
    const trend = await trendView(scope, { series });
    expect(trend.edges).toMatchObject([{ from: "2025-1", to: "2025-2", kind, notes: { fi: "sanamuoto täsmentyi" } }]);
    const compared = await trendView(scope, { series, compare: { a: "2025-2", b: "2025-1" } });
    expect(compared.comparison === null).toBe(kind !== "comparable");
    expect((await changesOf(questionId)).at(-1)).toMatchObject({
      change: "question.version-added",
      values: { version: [1, 2], edge: [null, kind], rounds: [null, 1] },
      texts: { "wording.fi": "Kuinka hyvin palvelu sujui?", "note.en": "a clearer wording" },
    });
  },
);

test("a version made before its round is applied when that round is set up", async () => {
  const { surveyId, roundId, questionId } = await withQuestion("Kuinka hyvin?");
  await field(roundId, "collecting", "closed");
  const input = { questionId, dimensionId: null, wording: wording("Toisin?") };
  await editQuestion(scope, { ...input, version: 1, edge: { kind: "not_comparable", notes: { fi: "toinen asia" } } });
  const next = await nextRound(scope, { surveyId, name: "2025-2", opensOn: null, closesOn: null, invited: null });
  expect(next.questions).toMatchObject([{ questionId, version: 2 }]);
  const edges = () =>
    scope.transaction((tx) =>
      tx.seriesEdge.findMany({
        where: { organisationId: tx.organisationId },
        select: { fromRoundId: true, toRoundId: true, kind: true },
      }),
    );
  expect(await edges()).toEqual([{ fromRoundId: roundId, toRoundId: next.id, kind: "not_comparable" }]);
  // Nobody has been asked yet: what stands between can still be said otherwise.
  await editQuestion(scope, { ...input, version: 2, edge: { kind: "comparable", notes: {} } });
  expect(await edges()).toEqual([{ fromRoundId: roundId, toRoundId: next.id, kind: "comparable" }]);
});

test("another scale is never comparable, and nothing of a refused change is kept", async () => {
  const { roundId, questionId, surveyId } = await withQuestion("Kuinka hyvin?");
  await field(roundId, "collecting");
  const input = {
    questionId,
    version: 1,
    dimensionId: null,
    wording: wording("Kuinka hyvin?", { scale: { min: 0, max: 10 } }),
  };
  await expect(editQuestion(scope, { ...input, edge: { kind: "comparable", notes: {} } })).rejects.toEqual(
    violation("rounds.not-comparable-scale"),
  );
  expect(only(await surveyView(scope, surveyId))).toMatchObject({ version: 1, versions: [{ version: 1 }] });
  const survey = await editQuestion(scope, { ...input, edge: { kind: "break", notes: {} } });
  expect(only(survey).versions.map(({ scale }) => scale)).toEqual([
    { min: 0, max: 10 },
    { min: 1, max: 5 },
  ]);
});

test("an option that was offered keeps its words: worded otherwise it is another one", async () => {
  const two = { scale: null, options: [option("a", "Nopeus"), option("b", "Laatu")] };
  const { roundId, questionId } = await withQuestion("Mikä on tärkeintä?", "rank_order", two);
  await field(roundId, "collecting");
  const survey = await editQuestion(scope, {
    questionId,
    version: 1,
    dimensionId: null,
    wording: wording("Mikä on tärkeintä?", { ...two, options: [option("a", "Ripeys"), option("b", "Laatu")] }),
    edge: { kind: "break", notes: {} },
  });
  expect(only(survey).versions.map(({ options }) => options)).toEqual([
    [option("a-2", "Ripeys"), option("b", "Laatu")],
    [option("a", "Nopeus"), option("b", "Laatu")],
  ]);
});

test("a question that was asked stays; one that was answered stays in its questionnaire; a closed questionnaire stays", async () => {
  const { roundId, questionId } = await withQuestion("Kuinka hyvin?");
  await field(roundId, "collecting");
  await expect(removeQuestion(scope, { questionId, version: 1 })).rejects.toEqual(violation("rounds.question-asked"));
  await answer(roundId, questionId, [4]);
  const { version } = await roundView(scope, roundId);
  await expect(setQuestionnaire(scope, { roundId, version, questionIds: [] })).rejects.toEqual(
    violation("rounds.question-answered"),
  );
  await field(roundId, "closed");
  await expect(setQuestionnaire(scope, { roundId, version: version + 1, questionIds: [questionId] })).rejects.toEqual(
    violation("rounds.questionnaire-closed"),
  );
});

test("a round's counts, days and notes are changed, and give its response rate", async () => {
  const { roundId } = await newSurvey();
  const round = {
    roundId,
    version: 1,
    name: "2014",
    opensOn: "2014-10-01",
    closesOn: "2014-10-31",
    invited: 4080,
    answeredInvited: 612,
    answeredOpen: 434,
    notes: { fi: "Kutsuttujen määrä on arvio." },
  };
  expect(await editRound(scope, round)).toMatchObject({
    name: "2014",
    responseRate: { rate: 0.15 },
    notes: round.notes,
    version: 2,
  });
  await expect(editRound(scope, round)).rejects.toEqual(violation("changed-meanwhile"));
  await expect(editRound(scope, { ...round, version: 2, answeredInvited: 5000 })).rejects.toEqual(
    violation("rounds.more-answered-than-invited"),
  );
  const open = await editRound(scope, { ...round, version: 2, invited: null, answeredInvited: null });
  expect(open.responseRate).toEqual({ rate: null, reason: "open" });
  expect((await changesOf(roundId)).at(-1)).toMatchObject({
    change: "round.edited",
    values: { invited: [4080, null], answeredInvited: [612, null] },
  });
});

test("counts that are typed in are counted like answers, beside them, and replaced when typed in anew", async () => {
  const { roundId, questionId } = await withQuestion("Kuinka hyvin?");
  await field(roundId, "collecting");
  await answer(roundId, questionId, [5]);
  await field(roundId, "closed");
  const { version } = await roundView(scope, roundId);
  const input = { roundId, questionId, version, counts: [0, 10, 20, 10, 0], cannotSay: 3 };
  const typed = await setCounts(scope, input);
  expect(typed.questions).toMatchObject([{ n: 41, mean: "3.05" }]);
  expect(await typedCounts(scope, roundId)).toMatchObject([{ questionId, counts: [0, 10, 20, 10, 0], cannotSay: 3 }]);
  const again = await setCounts(scope, { ...input, version: version + 1, counts: [0, 0, 0, 39, 0] });
  expect(again.questions).toMatchObject([{ n: 40, mean: "4.03" }]);
  expect(await scope.transaction(recountRatings)).toEqual([]);
  await expect(setCounts(scope, { ...input, version: version + 2, counts: [1, 2] })).rejects.toEqual(
    violation("rounds.counts-off-scale"),
  );
  await expect(setCounts(scope, input)).rejects.toEqual(violation("changed-meanwhile"));
  expect((await changesOf(roundId)).at(-1)).toMatchObject({ change: "round.counts-set", values: { n: [40, 39] } });
});

test("who only reads figures changes nothing", async () => {
  const { surveyId, questionId } = await withQuestion("Kuinka hyvin?");
  const roles = scope.staff.roles.map((held) => ({ ...held, role: "viewer" as const }));
  const reading: Scope = { ...scope, staff: { ...scope.staff, roles } };
  expect((await surveyView(reading, surveyId)).questions).toHaveLength(1);
  await expect(removeQuestion(reading, { questionId, version: 1 })).rejects.toEqual(violation("not-permitted"));
  const next = { surveyId, name: "2025-2", opensOn: null, closesOn: null, invited: null };
  await expect(nextRound(reading, next)).rejects.toEqual(violation("not-permitted"));
});
