import { Readable } from "node:stream";

import { v7 as uuidv7 } from "uuid";

import type { ColumnMapping } from "@kuultu/domain/intake/column-mapping";

import { giveAnswer } from "#feedback/answers/answer-commands";
import { saveTemplate } from "#feedback/answers/answer-template-commands";
import { sealedContact } from "#feedback/answers/contact-record";
import { startBulkStep } from "#feedback/bulk/bulk-commands";
import { codeItem, rejectItem, routeItem } from "#feedback/feedback-commands";
import { addNote } from "#feedback/notes/note-commands";
import { originalText } from "#feedback/receive-feedback";
import { createImport, receiveUpload } from "#intake/intake-commands";
import { roundView } from "#rounds/rounds-queries";
import { addQuestion, addSurvey, askQuestions } from "#rounds/survey-commands";
import { saveView } from "#feedback/saved-views/saved-view-commands";
import { waitItem } from "#feedback/waiting-commands";
import { settleRouted } from "#routed/routed-commands";
import { addTeam } from "#staff/team-commands";
import { makeFacetValue, makeItem, makeRound, makeStaff, makeTheme, unique } from "#testing/makers";
import { arrangePins } from "#themes/pin-commands";
import { addAction, addMeasure } from "#themes/theme-work-commands";
import type { Scope } from "#trpc/scope";
import type { ServerParts } from "#trpc/server-parts";

/** Makes one fresh thing of a kind in an organisation and returns what names it: its id, or the key of a series. */
export type StockMaker = (scope: Scope, parts: ServerParts) => Promise<string>;

const sureDate = "2026-12-31";

/** The theme that an item of the kind `codedItem` was coded to. */
export const themeOfCodedItem = new Map<string, string>();

async function codedItem(scope: Scope): Promise<{ itemId: string; themeId: string; stepId: string }> {
  const [itemId, themeId] = [await makeItem(scope), await makeTheme(scope)];
  themeOfCodedItem.set(itemId, themeId);
  const { stepId } = await codeItem(scope, { itemId, version: 1, themeId, words: null });
  return { itemId, themeId, stepId };
}

/** The item that an answer of the kind `failedAnswer` belongs to. */
export const itemOfFailedAnswer = new Map<string, string>();

function askingItem(scope: Scope): Promise<string> {
  const contact = sealedContact(scope.cipher, { name: "Aino Demo", email: "aino@example.invalid", phone: null });
  return makeItem(scope, { replyExpected: true, contact });
}

async function routedItem(scope: Scope): Promise<string> {
  const itemId = await makeItem(scope);
  await routeItem(scope, { itemId, version: 1, routingClass: "appeal" });
  return itemId;
}

/** A round of the survey that a question of the kind `question` belongs to. */
export const roundOfQuestion = new Map<string, string>();

async function surveyWithRound(scope: Scope): Promise<string> {
  const roundId = await makeRound(scope);
  return (await roundView(scope, roundId)).surveyId;
}

/** Fits the file of the kind `upload`. */
export const stockMapping: ColumnMapping = {
  version: 1,
  reading: { encoding: "utf-8", delimiter: ",", quote: '"', headerRows: 1, skipLines: 0 },
  columns: [{ column: "palaute", target: "verbatim" }],
  rowsAre: "items",
  defaults: { kind: "other", source: "feedback_form", language: "fi" },
};

async function upload(scope: Scope): Promise<string> {
  const { id } = await receiveUpload(scope, "palaute.csv", Readable.from([Buffer.from("palaute\nJonotin tunnin.\n")]));
  return id;
}

/** Kinds of things that an organisation owns and a procedure may be given. */
export const stock = {
  item: (scope) => makeItem(scope),
  maskedItem: (scope) => {
    const body = "Soittakaa [puhelin] pian.";
    const original = scope.cipher.encrypt(originalText("", "Soittakaa 040 123 4567 pian."));
    return makeItem(scope, { body, masks: [{ start: 10, end: 19, kind: "phone" }], original });
  },
  codedItem: async (scope) => (await codedItem(scope)).itemId,
  rejectedItem: async (scope) => {
    const itemId = await makeItem(scope);
    await rejectItem(scope, { itemId, version: 1, reason: "test_response" });
    return itemId;
  },
  /** Its giver waits for a reply, and can be reached. */
  askingItem,
  failedAnswer: async (scope) => {
    const itemId = await askingItem(scope);
    const answerId = uuidv7();
    await giveAnswer(scope, { itemId, version: 1, answerId, language: "fi", subject: "Vastaus", body: "Kiitos." });
    await scope.transaction((tx) =>
      tx.answer.updateMany({
        where: { organisationId: tx.organisationId, id: answerId },
        data: { state: "failed", failure: "address-refused" },
      }),
    );
    itemOfFailedAnswer.set(answerId, itemId);
    return answerId;
  },
  answerTemplate: async (scope) => {
    const templateId = uuidv7();
    const texts = { fi: { subject: "Vastaus", body: "Kiitos." } };
    await saveTemplate(scope, { templateId, name: unique("Kiitos"), texts });
    return templateId;
  },
  waitingItem: async (scope) => {
    const itemId = await makeItem(scope);
    await waitItem(scope, { itemId, version: 1, until: null });
    return itemId;
  },
  routedItem: (scope) => routedItem(scope),
  settledStep: async (scope) => (await settleRouted(scope, { itemId: await routedItem(scope), version: 2 })).stepId,
  team: async (scope) => {
    const name = unique("Tiimi");
    const teams = await addTeam(scope, { name, memberIds: [] });
    return teams.find((team) => team.name === name)?.id ?? "";
  },
  registrar: async (scope, parts) => (await makeStaff(parts, scope, { roles: ["registrar"] })).id,
  step: async (scope) => (await codedItem(scope)).stepId,
  bulkStep: async (scope) => {
    const selection = { itemIds: [await makeItem(scope)] };
    return (await startBulkStep(scope, { change: { step: "kind", kind: "idea" }, selection, reason: "" })).id;
  },
  savedView: async (scope) => {
    const view = { viewId: uuidv7(), name: unique("Näkymä"), shared: false, filter: {}, order: "oldest" } as const;
    return (await saveView(scope, view)).id;
  },
  /** Written by its maker to themselves. */
  note: async (scope) => {
    const note = { noteId: uuidv7(), itemId: await makeItem(scope), body: "Muista tämä.", mentions: [scope.staff.id] };
    const [written] = await addNote(scope, note);
    return written?.id ?? "";
  },
  theme: (scope) => makeTheme(scope),
  pinStep: async (scope) => {
    const { stepId } = await arrangePins(scope, {
      pins: [{ themeId: await makeTheme(scope), version: 1, digit: null }],
    });
    return stepId;
  },
  action: async (scope) => {
    const theme = await addAction(scope, { themeId: await makeTheme(scope), version: 1, name: "Ohje uusiksi" });
    return theme.actionRows[0]?.id ?? "";
  },
  measure: async (scope) => {
    const themeId = await makeTheme(scope);
    const theme = await addMeasure(scope, {
      themeId,
      version: 1,
      name: "Käsittelyaika",
      definition: "",
      unit: "pv",
      direction: "down",
      targetOn: sureDate,
    });
    return theme.measureRows[0]?.id ?? "";
  },
  staff: async (scope, parts) => (await makeStaff(parts, scope, { roles: ["theme_owner"] })).id,
  service: (scope) => makeFacetValue(scope, "service"),
  channel: (scope) => makeFacetValue(scope, "channel"),
  site: (scope) => makeFacetValue(scope, "site"),
  round: (scope) => makeRound(scope),
  survey: (scope) => scope.transaction((tx) => addSurvey(tx, { names: { fi: unique("Kysely") } })),
  surveyWithRound: (scope) => surveyWithRound(scope),
  /** In the questionnaire of the planned round that `roundOfQuestion` names. */
  question: async (scope) => {
    const surveyId = await surveyWithRound(scope);
    return scope.transaction(async (tx) => {
      const { id, versionIds } = await addQuestion(tx, {
        surveyId,
        key: unique("kysymys"),
        kind: "rating",
        versions: [{ wordings: { fi: "Kuinka hyvin?" }, scaleMin: 1, scaleMax: 5 }],
      });
      const round = await tx.round.findFirst({
        where: { organisationId: tx.organisationId, surveyId },
        select: { id: true },
      });
      const roundId = round?.id ?? "";
      await askQuestions(tx, roundId, [{ questionId: id, questionVersionId: versionIds[0] ?? "" }]);
      roundOfQuestion.set(id, roundId);
      return id;
    });
  },
  series: (scope) =>
    scope.transaction(async (tx) => {
      const key = unique("tyytyvaisyys");
      const surveyId = await addSurvey(tx, { names: { fi: key } });
      await addQuestion(tx, {
        surveyId,
        key,
        kind: "rating",
        versions: [{ wordings: { fi: key }, scaleMin: 1, scaleMax: 5 }],
      });
      return key;
    }),
  upload,
  import: async (scope) => createImport(scope, { uploadId: await upload(scope), mapping: stockMapping }),
} satisfies Record<string, StockMaker>;

export type StockKind = keyof typeof stock;

export const stockKinds: readonly StockKind[] = Object.keys(stock).filter((kind): kind is StockKind => kind in stock);
