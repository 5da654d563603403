import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { roleNames } from "@kuultu/domain/staff/permission";

import { attempt, procedurePaths } from "#testing/every-procedure";
import { makeOrganisation } from "#testing/makers";
import { itemOfFailedAnswer, roundOfQuestion, stock, stockKinds, stockMapping, themeOfCodedItem } from "#testing/stock";
import type { StockKind } from "#testing/stock";
import { openWorld, signedInCaller } from "#testing/world";
import type { SignedIn, World } from "#testing/world";

/** Names a fresh thing of a kind: at home, or for one of the picks elsewhere. */
type Pick = (kind: StockKind) => Promise<string>;

interface Trial {
  /** Input that succeeds when every pick is from home. */
  readonly input: (pick: Pick) => Promise<unknown>;
  /** How a foreign id is answered where not by "not found": a filter that finds nothing, or the code for an unknown one. */
  readonly otherwise?: string;
  /** How it is answered at home where a rule still says no. */
  readonly atHome?: string;
}

const reason = "koetta varten";
const day = "2026-02-01";
const wording = {
  wordings: { fi: "Kuinka hyvin?" },
  scale: { min: 1, max: 5 },
  scaleLabels: {},
  mode: null,
  options: [],
};
const words = { language: "fi", subject: "Vastaus palautteeseen", body: "Kiitos palautteesta." };

const trials: Readonly<Record<string, Trial>> = {
  "feedback.list": { input: async (pick) => ({ filter: await filter(pick) }), otherwise: "ok" },
  "feedback.counts": { input: async (pick) => ({ filter: await filter(pick) }), otherwise: "ok" },
  "feedback.flow": { input: async (pick) => ({ filter: { roundId: await pick("round") } }), otherwise: "ok" },
  "feedback.summary": { input: async (pick) => ({ roundId: await pick("round") }), otherwise: "ok" },
  "feedback.item": { input: async (pick) => ({ itemId: await pick("item") }) },
  "feedback.setKind": { input: async (pick) => ({ itemId: await pick("item"), version: 1, kind: "idea" }) },
  "feedback.code": {
    input: async (pick) => ({ itemId: await pick("item"), version: 1, themeId: await pick("theme") }),
  },
  "feedback.uncode": {
    input: async (pick) => {
      const itemId = await pick("codedItem");
      return { itemId, version: 2, themeId: themeOfCodedItem.get(itemId) ?? uuidv7() };
    },
  },
  "feedback.done": { input: async (pick) => ({ itemId: await pick("codedItem"), version: 2 }) },
  "feedback.noTheme": { input: async (pick) => ({ itemId: await pick("item"), version: 1, reason: "too_general" }) },
  "feedback.route": { input: async (pick) => ({ itemId: await pick("item"), version: 1, routingClass: "appeal" }) },
  "feedback.duplicateCandidates": { input: async (pick) => ({ itemId: await pick("item") }) },
  "feedback.history": { input: async (pick) => ({ itemId: await pick("item") }) },
  "feedback.repeats": { input: async (pick) => ({ itemId: await pick("item") }) },
  "feedback.mergeDuplicates": {
    input: async (pick) => ({ keptId: await pick("item"), repeats: [{ itemId: await pick("item"), version: 1 }] }),
  },
  "feedback.notes": { input: async (pick) => ({ itemId: await pick("item") }) },
  "feedback.noteReaders": { input: async (pick) => ({ itemId: await pick("item") }) },
  "feedback.addNote": {
    input: async (pick) => ({
      noteId: uuidv7(),
      itemId: await pick("item"),
      body: "Katsotko?",
      mentions: [await pick("staff")],
    }),
  },
  "feedback.editNote": {
    input: async (pick) => ({ noteId: await pick("note"), body: "Katsotko?", mentions: [await pick("staff")] }),
  },
  "feedback.removeNote": { input: async (pick) => ({ noteId: await pick("note") }) },
  "feedback.markNotes": { input: async (pick) => ({ noteIds: [await pick("note")], read: true }) },
  "feedback.markDuplicate": {
    input: async (pick) => ({ itemId: await pick("item"), version: 1, duplicateOfId: await pick("item") }),
  },
  "feedback.reject": { input: async (pick) => ({ itemId: await pick("item"), version: 1, reason: "abusive" }) },
  "feedback.reopen": { input: async (pick) => ({ itemId: await pick("rejectedItem"), version: 2, reason }) },
  "feedback.wait": { input: async (pick) => ({ itemId: await pick("item"), version: 1, until: null }) },
  "feedback.expectReply": { input: async (pick) => ({ itemId: await pick("item"), version: 1, expected: true }) },
  "feedback.wake": { input: async (pick) => ({ itemId: await pick("waitingItem"), version: 2 }) },
  "feedback.assign": {
    input: async (pick) => ({ itemId: await pick("item"), version: 1, assigneeId: await pick("staff") }),
  },
  "feedback.assignable": { input: async (pick) => ({ itemId: await pick("item") }) },
  "staff.addTeam": { input: async (pick) => ({ name: `Tiimi ${uuidv7()}`, memberIds: [await pick("staff")] }) },
  "staff.editTeam": {
    input: async (pick) => ({
      teamId: await pick("team"),
      version: 1,
      name: `Tiimi ${uuidv7()}`,
      memberIds: [await pick("staff")],
      active: true,
    }),
  },
  "search.hits": { input: async (pick) => ({ itemId: await pick("item"), search: "palvelu" }) },
  "routed.setRule": {
    input: async (pick) => ({
      routingClass: "whistleblowing",
      version: 0,
      targetNames: {},
      days: 7,
      months: 3,
      registrarIds: [await pick("registrar")],
    }),
  },
  "routed.item": { input: async (pick) => ({ itemId: await pick("routedItem") }) },
  "routed.acknowledge": {
    input: async (pick) => ({ itemId: await pick("routedItem"), version: 2 }),
    atHome: "feedback.not-to-acknowledge",
  },
  "routed.settle": { input: async (pick) => ({ itemId: await pick("routedItem"), version: 2 }) },
  "routed.return": { input: async (pick) => ({ itemId: await pick("routedItem"), version: 2, reason }) },
  "routed.undo": {
    input: async (pick) => ({ stepId: await pick("settledStep") }),
    otherwise: "feedback.nothing-to-undo",
  },
  "feedback.undo": { input: async (pick) => ({ stepId: await pick("step") }), otherwise: "feedback.nothing-to-undo" },
  "feedback.previewBulkStep": {
    input: async (pick) => ({ change: { step: "done" }, selection: { itemIds: [await pick("item")] } }),
    otherwise: "ok",
  },
  "feedback.startBulkStep": {
    input: async (pick) => ({
      change: { step: "code", themeIds: [await pick("theme")] },
      selection: { itemIds: [uuidv7()] },
    }),
  },
  "feedback.stopBulkStep": { input: async (pick) => ({ bulkStepId: await pick("bulkStep") }) },
  "feedback.bulkStep": { input: async (pick) => ({ bulkStepId: await pick("bulkStep") }) },
  "feedback.reveal": { input: async (pick) => ({ itemId: await pick("maskedItem"), reason }) },
  "feedback.answerDesk": { input: async (pick) => ({ itemId: await pick("askingItem") }) },
  "feedback.previewAnswer": { input: async (pick) => ({ itemId: await pick("askingItem"), ...words }) },
  "feedback.giveAnswer": {
    input: async (pick) => ({ itemId: await pick("askingItem"), version: 1, answerId: uuidv7(), ...words }),
  },
  "feedback.answerElsewhere": {
    input: async (pick) => ({ itemId: await pick("askingItem"), version: 1, answerId: uuidv7(), place: "phone" }),
  },
  "feedback.sendAnswerAgain": {
    input: async (pick) => {
      const answerId = await pick("failedAnswer");
      return { itemId: itemOfFailedAnswer.get(answerId) ?? uuidv7(), version: 2, answerId };
    },
  },
  "feedback.openContact": { input: async (pick) => ({ itemId: await pick("askingItem") }) },
  "feedback.setContact": {
    input: async (pick) => ({ itemId: await pick("askingItem"), contact: { email: "toinen@example.invalid" } }),
  },
  "feedback.revealContact": { input: async (pick) => ({ itemId: await pick("askingItem"), reason }) },
  "feedback.saveTemplate": {
    input: async (pick) => ({
      templateId: await pick("answerTemplate"),
      version: 1,
      name: `Kiitos ${uuidv7()}`,
      texts: { fi: { subject: words.subject, body: words.body } },
    }),
  },
  "feedback.removeTemplate": { input: async (pick) => ({ templateId: await pick("answerTemplate"), version: 1 }) },
  "feedback.writeDown": {
    input: async (pick) => ({
      itemId: uuidv7(),
      source: "phone_note",
      body: "Jonotin kauan.",
      language: "fi",
      serviceId: await pick("service"),
      channelId: await pick("channel"),
      siteId: await pick("site"),
    }),
  },
  "feedback.changeView": {
    input: async (pick) => ({ viewId: await pick("savedView"), version: 1, name: `Näkymä ${uuidv7()}`, shared: true }),
  },
  "feedback.removeView": { input: async (pick) => ({ viewId: await pick("savedView"), version: 1 }) },
  "feedback.arrangeViews": { input: async (pick) => ({ viewIds: [await pick("savedView")] }) },
  "themes.list": { input: async (pick) => ({ roundId: await pick("round") }), otherwise: "ok" },
  "themes.theme": { input: async (pick) => ({ themeId: await pick("theme") }) },
  "themes.create": {
    input: async (pick) => ({ names: { fi: `Alateema ${uuidv7()}` }, parentId: await pick("theme") }),
  },
  "themes.edit": {
    input: async (pick) => ({ themeId: await pick("theme"), version: 1, ownerId: await pick("staff") }),
  },
  "themes.move": {
    input: async (pick) => ({
      themeId: await pick("theme"),
      version: 1,
      to: "under_review",
      ownerId: await pick("staff"),
    }),
  },
  "themes.addAction": {
    input: async (pick) => ({ themeId: await pick("theme"), version: 1, name: "Ohje", ownerId: await pick("staff") }),
  },
  "themes.editAction": {
    input: async (pick) => ({ actionId: await pick("action"), version: 1, ownerId: await pick("staff") }),
  },
  "themes.addMeasure": {
    input: async (pick) => ({ themeId: await pick("theme"), version: 1, name: "Aika", unit: "pv", direction: "down" }),
  },
  "themes.addMeasurement": {
    input: async (pick) => ({
      measureId: await pick("measure"),
      value: 74,
      periodStart: "2026-01-01",
      periodEnd: day,
      complete: true,
    }),
  },
  "themes.pin": { input: async (pick) => ({ themeId: await pick("theme"), version: 1, digit: 9 }) },
  "themes.arrangePins": {
    input: async (pick) => ({ pins: [{ themeId: await pick("theme"), version: 1, digit: null }] }),
  },
  "themes.undoPins": {
    input: async (pick) => ({ stepId: await pick("pinStep") }),
    otherwise: "feedback.nothing-to-undo",
  },
  "rounds.round": { input: async (pick) => ({ roundId: await pick("round") }) },
  "rounds.create": { input: async (pick) => ({ surveyId: await pick("survey"), name: `2026-${uuidv7()}` }) },
  "rounds.move": { input: async (pick) => ({ roundId: await pick("round"), version: 1, to: "collecting" }) },
  "rounds.survey": { input: async (pick) => ({ surveyId: await pick("survey") }) },
  "rounds.edit": {
    input: async (pick) => ({
      roundId: await pick("round"),
      version: 1,
      name: `2026-${uuidv7()}`,
      opensOn: null,
      closesOn: null,
      invited: 10,
      answeredInvited: 5,
      answeredOpen: null,
      notes: {},
    }),
  },
  "rounds.next": {
    input: async (pick) => ({
      surveyId: await pick("surveyWithRound"),
      name: `2026-${uuidv7()}`,
      opensOn: null,
      closesOn: null,
      invited: null,
    }),
  },
  "rounds.setQuestionnaire": {
    input: async (pick) => {
      const questionId = await pick("question");
      return { roundId: roundOfQuestion.get(questionId) ?? uuidv7(), version: 1, questionIds: [questionId] };
    },
  },
  "rounds.counts": { input: async (pick) => ({ roundId: await pick("round") }) },
  "rounds.setCounts": {
    input: async (pick) => {
      const questionId = await pick("question");
      const roundId = roundOfQuestion.get(questionId) ?? uuidv7();
      return { roundId, version: 1, questionId, counts: [1, 2, 3, 4, 5], cannotSay: 0 };
    },
  },
  "rounds.editSurvey": {
    input: async (pick) => ({
      surveyId: await pick("survey"),
      version: 1,
      names: { fi: "Kysely" },
      provider: "",
      modes: ["open"],
      notes: {},
    }),
  },
  "rounds.setDimensions": {
    input: async (pick) => ({
      surveyId: await pick("survey"),
      version: 1,
      dimensions: [{ id: null, kind: "value", names: { fi: "Avoimuus" } }],
    }),
  },
  "rounds.addQuestion": {
    input: async (pick) => ({ surveyId: await pick("survey"), kind: "rating", dimensionId: null, wording }),
  },
  "rounds.editQuestion": {
    input: async (pick) => ({ questionId: await pick("question"), version: 1, dimensionId: null, wording }),
  },
  "rounds.removeQuestion": { input: async (pick) => ({ questionId: await pick("question"), version: 1 }) },
  "intake.propose": { input: async (pick) => ({ uploadId: await pick("upload") }) },
  "intake.dryRun": {
    input: async (pick) => ({ uploadId: await pick("upload"), mapping: stockMapping, roundId: await pick("round") }),
  },
  "intake.start": {
    input: async (pick) => ({ uploadId: await pick("upload"), mapping: stockMapping, roundId: await pick("round") }),
  },
  "intake.import": { input: async (pick) => ({ importId: await pick("import") }) },
  "intake.problems": { input: async (pick) => ({ importId: await pick("import") }) },
  "intake.cancel": { input: async (pick) => ({ importId: await pick("import") }) },
  "live.presence": { input: async (pick) => ({ screenId: uuidv7(), itemId: await pick("item") }) },
  "live.rows": { input: async (pick) => ({ itemIds: [await pick("item")] }), otherwise: "ok" },
  "trends.trend": { input: async (pick) => ({ series: await pick("series") }) },
};

/** They take no ids; that they show nothing of elsewhere is seen from their answers. */
const withoutIds: Readonly<Record<string, unknown>> = {
  "staff.me": undefined,
  "staff.list": undefined,
  "staff.setPreferences": { density: "compact" },
  "feedback.facets": undefined,
  "feedback.inbox": {},
  "feedback.unreadNotes": undefined,
  "feedback.views": undefined,
  "feedback.viewCounts": undefined,
  "feedback.saveView": { viewId: uuidv7(), name: "Omat", shared: true, filter: {}, order: "oldest" },
  "feedback.bulkSteps": undefined,
  "staff.teams": undefined,
  "search.status": undefined,
  "search.reindex": undefined,
  "routed.targets": undefined,
  "routed.rules": undefined,
  "routed.summary": undefined,
  "routed.list": {},
  "feedback.undelivered": undefined,
  "feedback.answerTemplates": undefined,
  "feedback.recogniseLanguage": { text: "Jonotin kauan." },
  "rounds.list": undefined,
  "rounds.surveys": undefined,
  "trends.series": undefined,
  "intake.imports": undefined,
  "intake.mappings": undefined,
  "live.changes": { screenId: uuidv7() },
  "intake.saveMapping": { name: "Verkkolomake", mapping: stockMapping },
};

async function filter(pick: Pick) {
  return {
    themeId: await pick("theme"),
    roundId: await pick("round"),
    serviceId: await pick("service"),
    channelId: await pick("channel"),
  };
}

let world: World;
let home: SignedIn;
let elsewhere: SignedIn;
const foreignNames = new Set<string>();

beforeAll(async () => {
  world = await openWorld();
  const everything = { roles: roleNames };
  home = await signedInCaller(world, await makeOrganisation(world.parts), everything);
  elsewhere = await signedInCaller(world, await makeOrganisation(world.parts), everything);
  for (const kind of stockKinds) await foreign(kind);
});
afterAll(() => world.dispose());

const own: Pick = (kind) => stock[kind](home.scope, world.parts);
const foreign: Pick = async (kind) => {
  const name = await stock[kind](elsewhere.scope, world.parts);
  foreignNames.add(name);
  return name;
};

/** Takes the n-th pick from somewhere else and all others from home. */
function instead(n: number, other: Pick): Pick {
  let picks = 0;
  return (kind) => (picks++ === n ? other(kind) : own(kind));
}

async function countPicks({ input }: Trial): Promise<number> {
  let picks = 0;
  await input(async () => {
    picks += 1;
    return uuidv7();
  });
  return picks;
}

test("every procedure is tried", () => {
  const tried = [...Object.keys(trials), ...Object.keys(withoutIds)];
  expect(procedurePaths.filter((path) => !tried.includes(path))).toEqual([]);
  expect(tried.filter((path) => !procedurePaths.includes(path))).toEqual([]);
});

describe.each(Object.entries(trials))("%s", (path, trial) => {
  test("succeeds at home", async () => {
    expect((await attempt(home.call, path, await trial.input(own))).code).toBe(trial.atHome ?? "ok");
  });

  test("finds nothing by another organisation's ids, as if they were not", async () => {
    for (let n = 0; n < (await countPicks(trial)); n++) {
      const answer = await attempt(home.call, path, await trial.input(instead(n, foreign)));
      const unknown = await attempt(home.call, path, await trial.input(instead(n, async () => uuidv7())));
      expect(answer.code).toBe(trial.otherwise ?? "not-found");
      expect(unknown.code).toBe(answer.code);
      expect(foreignIn(answer.result)).toEqual([]);
    }
  });
});

test.each(Object.entries(withoutIds))("%s shows nothing of another organisation", async (path, input) => {
  const answer = await attempt(home.call, path, input);
  expect(answer.code).toBe("ok");
  expect(foreignIn(answer.result)).toEqual([]);
});

function foreignIn(result: unknown): string[] {
  const text = JSON.stringify(result) ?? "";
  return [...foreignNames, elsewhere.scope.organisation.id].filter((name) => text.includes(name));
}
