import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { receiveResponses } from "#rounds/receive-responses";
import { applyRatingDeltas, rebuildRatingMargins, recountRatings } from "#rounds/roll-up";
import { createRound, moveRound } from "#rounds/rounds-commands";
import { listRounds, listSurveys, roundView } from "#rounds/rounds-queries";
import { addQuestion, askQuestions } from "#rounds/survey-commands";
import { makeOrganisation } from "#testing/makers";
import { openWorld, signedInCaller } from "#testing/world";
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

const survey = { names: { fi: "Käyttäjäkysely", en: "User survey" } };
const violation = (code: string) => expect.objectContaining({ constructor: RuleViolation, code });

/** The question "q" of that round on a scale from 1 to 5, given as often as the counts say. */
async function answered(
  round: { id: string; surveyId: string },
  counts: readonly number[],
  question?: { id: string; versionId: string },
) {
  return scope.transaction(async (tx) => {
    const asked = question ?? (await newQuestion(tx, round.surveyId));
    await askQuestions(tx, round.id, [{ questionId: asked.id, questionVersionId: asked.versionId }]);
    const ratings = counts.flatMap((count, index) => Array.from({ length: count }, () => index + 1));
    await receiveResponses(
      tx,
      ratings.map((value, index) => ({
        id: uuidv7(),
        roundId: round.id,
        respondedAt: null,
        language: index % 3 === 0 ? "sv" : "fi",
        serviceId: null,
        siteId: null,
        channelId: null,
        customerGroupId: null,
        collectionMode: null,
        importId: null,
        ratings: [{ questionId: asked.id, value }],
      })),
    );
    return asked;
  });
}

async function newQuestion(tx: OrganisationTransaction, surveyId: string) {
  const made = await addQuestion(tx, {
    surveyId,
    key: "q",
    kind: "rating",
    versions: [{ wordings: { fi: "Kuinka hyvin?" }, scaleMin: 1, scaleMax: 5 }],
  });
  return { id: made.id, versionId: made.versionIds[0] ?? "" };
}

async function closed(name: string, opensOn: string, closesOn: string, surveyId?: string) {
  const created = await createRound(scope, {
    name,
    opensOn,
    closesOn,
    ...(surveyId === undefined ? { newSurvey: survey } : { surveyId }),
  });
  const open = await moveRound(scope, { roundId: created.id, version: created.version, to: "collecting" });
  return moveRound(scope, { roundId: created.id, version: open.version, to: "closed" });
}

test("a round of a new survey begins planned, and is told in the history", async () => {
  const round = await createRound(scope, {
    newSurvey: { ...survey, provider: "Kyselytalo Suora" },
    name: "2026-1",
    opensOn: "2026-03-01",
    invited: 200,
  });
  expect(round).toMatchObject({
    state: "planned",
    name: "2026-1",
    opensOn: "2026-03-01",
    closesOn: null,
    invited: 200,
    provider: "Kyselytalo Suora",
    responses: 0,
  });
  expect(await listSurveys(scope)).toEqual([{ id: round.surveyId, key: "kayttajakysely", names: survey.names }]);
  const history = await scope.transaction((tx) =>
    tx.history.findMany({ where: { organisationId: tx.organisationId, subjectId: round.id } }),
  );
  expect(history.map(({ change }) => change)).toEqual(["round.created"]);
  const made = await scope.transaction((tx) =>
    tx.history.findMany({
      where: { organisationId: tx.organisationId, subjectId: round.surveyId },
      select: { change: true, stepId: true, texts: { select: { text: true } } },
    }),
  );
  expect(made).toMatchObject([{ change: "survey.created", stepId: history[0]?.stepId }]);
  expect(made[0]?.texts.map(({ text }) => text).toSorted()).toEqual(["Käyttäjäkysely", "User survey"]);
});

test("a round whose plan names no days gets those on which it opened and closed", async () => {
  const { id: roundId, version } = await createRound(scope, { newSurvey: survey, name: "2026-1" });
  const open = await moveRound(scope, { roundId, version, to: "collecting" });
  expect(open).toMatchObject({ opensOn: "2026-03-04", closesOn: null });
  const shut = await moveRound(scope, { roundId, version: open.version, to: "closed" });
  expect(shut).toMatchObject({ opensOn: "2026-03-04", closesOn: "2026-03-04" });
});

test("two rounds of one survey have two names; another survey may use the same one", async () => {
  const { surveyId } = await createRound(scope, { newSurvey: survey, name: "2026-1" });
  await expect(createRound(scope, { surveyId, name: "2026-1" })).rejects.toEqual(violation("rounds.name-taken"));
  await createRound(scope, { newSurvey: survey, name: "2026-1" });
  expect((await listSurveys(scope)).map(({ key }) => key)).toEqual(["kayttajakysely", "kayttajakysely-2"]);
});

test("a survey of another organisation is not found", async () => {
  const { surveyId, id: roundId, version } = await createRound(scope, { newSurvey: survey, name: "2026-1" });
  const other = await makeOrganisation(world.parts);
  await expect(createRound(other, { surveyId, name: "2026-2" })).rejects.toEqual(violation("not-found"));
  await expect(roundView(other, roundId)).rejects.toEqual(violation("not-found"));
  await expect(moveRound(other, { roundId, version, to: "collecting" })).rejects.toEqual(violation("not-found"));
  expect(await listRounds(other)).toEqual([]);
});

test("whoever reaches some services only makes and moves no round", async () => {
  const { id: roundId, version } = await createRound(scope, { newSurvey: survey, name: "2026-1" });
  const reach = { wholeOrganisation: false, serviceIds: [uuidv7()], siteIds: [] } as const;
  const limited = { ...scope, staff: { ...scope.staff, roles: [{ role: "analyst" as const, reach }] } };
  const { call } = await signedInCaller(world, scope, { roles: ["analyst"], reach });
  await expect(call.rounds.create({ newSurvey: survey, name: "2026-2" })).rejects.toThrow("not-permitted");
  await expect(async () => moveRound(limited, { roundId, version, to: "collecting" })).rejects.toEqual(
    violation("not-permitted"),
  );
  expect((await listRounds(limited)).map(({ name, state }) => [name, state])).toEqual([["2026-1", "planned"]]);
});

test("a round moves by the table only, and only for who saw it last", async () => {
  const { id: roundId, version } = await createRound(scope, { newSurvey: survey, name: "2026-1" });
  await expect(moveRound(scope, { roundId, version, to: "published" })).rejects.toEqual(
    violation("rounds.transition-not-allowed"),
  );
  const open = await moveRound(scope, { roundId, version, to: "collecting" });
  await expect(moveRound(scope, { roundId, version, to: "closed" })).rejects.toEqual(violation("changed-meanwhile"));
  const shut = await moveRound(scope, { roundId, version: open.version, to: "closed" });
  const published = await moveRound(scope, { roundId, version: shut.version, to: "published" });
  expect(published).toMatchObject({ state: "published", publishedOn: "2026-03-04" });
});

test("a question of nine answers is suppressed on the round's page too, ten are shown", async () => {
  const few = await closed("2026-1", "2026-01-01", "2026-01-31");
  const question = await answered(few, [1, 2, 3, 2, 1]);
  const enough = await closed("2026-2", "2026-02-01", "2026-02-28", few.surveyId);
  await answered(enough, [1, 2, 3, 2, 2], question);
  expect((await roundView(scope, few.id)).questions).toMatchObject([
    { n: null, mean: null, suppressed: true, isNew: true },
  ]);
  expect((await roundView(scope, enough.id)).questions).toMatchObject([
    { n: 10, mean: "3.20", suppressed: false, isNew: false },
  ]);
});

test("a round still collecting tells how many answered, and no mean", async () => {
  const { id, version, surveyId } = await createRound(scope, {
    newSurvey: survey,
    name: "2026-1",
    opensOn: "2026-03-01",
  });
  await moveRound(scope, { roundId: id, version, to: "collecting" });
  await answered({ id, surveyId }, [0, 0, 10, 10, 20]);
  expect((await roundView(scope, id)).questions).toMatchObject([{ n: 40, mean: null, suppressed: false }]);
});

test("a new version of a question is a break, and another scale is not drawn on the same line", async () => {
  const first = await closed("2025-1", "2025-01-01", "2025-01-31");
  const question = await answered(first, [2, 4, 10, 12, 8]);
  const second = await closed("2025-2", "2025-05-01", "2025-05-31", first.surveyId);
  const third = await closed("2025-3", "2025-09-01", "2025-09-30", first.surveyId);
  const [reworded, wider] = await scope.transaction(async (tx) => {
    const ids = [uuidv7(), uuidv7()] as const;
    await tx.questionVersion.createMany({
      data: ids.map((id, index) => ({
        organisationId: tx.organisationId,
        id,
        questionId: question.id,
        version: index + 2,
        wordings: { fi: "Toisin kysyttynä" },
        scaleMin: 1,
        scaleMax: index === 0 ? 5 : 10,
      })),
    });
    return ids;
  });
  await answered(second, [1, 4, 9, 12, 9], { id: question.id, versionId: reworded });
  await scope.transaction((tx) =>
    tx.questionVersion.deleteMany({ where: { organisationId: tx.organisationId, id: wider } }),
  );
  const view = await trendView(scope, { series: "q" });
  expect(view.edges).toMatchObject([{ from: "2025-1", to: "2025-2", kind: "break" }]);
  expect(view.comparison).toBeNull();
  expect(view.points.map(({ round, state }) => [round, state])).toEqual([
    ["2025-1", "shown"],
    ["2025-2", "shown"],
    ["2025-3", "not-asked"],
  ]);
  await scope.transaction((tx) =>
    tx.questionVersion.create({
      data: {
        organisationId: tx.organisationId,
        id: wider,
        questionId: question.id,
        version: 3,
        wordings: { fi: "Laajemmin" },
        scaleMin: 1,
        scaleMax: 10,
      },
    }),
  );
  await answered(third, [0, 0, 0, 0, 0, 0, 10, 10, 10, 10], { id: question.id, versionId: wider });
  const widened = await trendView(scope, { series: "q" });
  expect(widened).toMatchObject({ scaleMin: 1, scaleMax: 10 });
  expect(widened.points.map(({ round, mean }) => [round, mean])).toEqual([["2025-3", "8.50"]]);
});

test("a round on another scale, left out between two versions, hides no break", async () => {
  const first = await closed("2025-1", "2025-01-01", "2025-01-31");
  const question = await answered(first, [2, 4, 10, 12, 8]);
  const [wider = "", back = ""] = await scope.transaction(async (tx) => {
    const versions = [10, 5].map((scaleMax, index) => ({
      organisationId: tx.organisationId,
      id: uuidv7(),
      questionId: question.id,
      version: index + 2,
      wordings: { fi: "Toisin kysyttynä" },
      scaleMin: 1,
      scaleMax,
    }));
    await tx.questionVersion.createMany({ data: versions });
    return versions.map(({ id }) => id);
  });
  const second = await closed("2025-2", "2025-05-01", "2025-05-31", first.surveyId);
  await answered(second, [0, 0, 0, 0, 0, 0, 10, 10, 10, 10], { id: question.id, versionId: wider });
  const third = await closed("2025-3", "2025-09-01", "2025-09-30", first.surveyId);
  await answered(third, [2, 4, 9, 12, 9], { id: question.id, versionId: back });
  const view = await trendView(scope, { series: "q", compare: { a: "2025-3", b: "2025-1" } });
  expect(view.points.map(({ round, change }) => [round, change])).toEqual([
    ["2025-1", null],
    ["2025-3", null],
  ]);
  expect(view.edges).toMatchObject([{ from: "2025-1", to: "2025-3", kind: "break" }]);
  expect(view).toMatchObject({ comparison: null, pools: [] });
});

test("the margins follow what comes and goes, and can be made anew from the rows", async () => {
  const round = await closed("2026-1", "2026-01-01", "2026-01-31");
  const question = await answered(round, [3, 5, 8, 13, 21]);
  const margins = () =>
    scope.transaction((tx) =>
      tx.sql({
        name: "test.margins",
        text: "select facet, facet_key, rating, count from rating_margin where organisation_id = $1::uuid order by 1, 2, 3",
        values: [tx.organisationId],
      }),
    );
  const kept = await margins();
  expect(await scope.transaction(recountRatings)).toEqual([]);

  await scope.transaction(async (tx) => {
    const gone = await tx.rating.findMany({
      where: { organisationId: tx.organisationId, questionId: question.id, value: 5 },
    });
    await tx.rating.deleteMany({ where: { organisationId: tx.organisationId, questionId: question.id, value: 5 } });
    await applyRatingDeltas(tx, gone, -1);
    expect(await recountRatings(tx)).toEqual([]);
    expect(await tx.ratingMargin.count({ where: { organisationId: tx.organisationId, count: { lte: 0 } } })).toBe(0);
    await tx.rating.createMany({ data: gone });
    await applyRatingDeltas(tx, gone, 1);
  });
  expect(await margins()).toEqual(kept);

  await scope.transaction((tx) =>
    tx.ratingMargin.updateMany({
      where: { organisationId: tx.organisationId, facet: "none", rating: 4 },
      data: { count: 12 },
    }),
  );
  expect(await scope.transaction(recountRatings)).toEqual([
    { what: "rating_margin", key: `${round.id} ${question.id} none  4`, kept: 12, counted: 13 },
  ]);
  await scope.transaction((tx) => rebuildRatingMargins(tx, round.id));
  expect(await margins()).toEqual(kept);
});

test("surveys of one name made at the same moment each get a key of their own", async () => {
  await Promise.all([1, 2, 3, 4].map(() => createRound(scope, { newSurvey: survey, name: "2026" })));
  const keys = (await listSurveys(scope)).map(({ key }) => key);
  expect(new Set(keys).size).toBe(4);
});
