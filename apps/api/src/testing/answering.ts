import { v7 as uuidv7 } from "uuid";

import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";

import { giveAnswer } from "#feedback/answers/answer-commands";
import { sendAnswer } from "#feedback/answers/answer-jobs";
import { sealedContact } from "#feedback/answers/contact-record";
import { smtpMailer } from "#feedback/answers/smtp-mailer";
import { finishItem, setNoTheme } from "#feedback/feedback-commands";
import { readFeedback } from "#feedback/feedback-item-queries";
import { listFeedback } from "#feedback/feedback-list-queries";
import { databaseQueue } from "#jobs/database-queue";
import type { JobQueue } from "#jobs/job-queue";
import { type MailServer, startMailServer } from "#testing/mail-server";
import { makeItem, makeOrganisation } from "#testing/makers";
import { openWorld, signedInCaller } from "#testing/world";
import type { Scope } from "#trpc/scope";
import type { ServerParts } from "#trpc/server-parts";

/** Where mail comes from. */
export const from = "palaute@lupavirasto.invalid";

export type Answering = Awaited<ReturnType<typeof openAnswering>>;

/** An organisation with somebody who answers, and a mail server for each test: `startMail` before it, `server.stop` after it. */
export async function openAnswering() {
  const world = await openWorld();
  const home = await makeOrganisation(world.parts, { names: { fi: "Koevirasto", ru: "Пробное ведомство" } });
  const triager = await signedInCaller(world, home, { roles: ["triager"], name: "Demo Käsittelijä" });
  let mail: { readonly server: MailServer; readonly parts: ServerParts } | undefined;
  const mailNow = () => {
    if (mail === undefined) throw new Error("No mail server has been started");
    return mail;
  };
  /** Seconds that each job asked for so far is put off by, of one answer. */
  const asked = new Map<string, number[]>();
  const waits = (answerId: string): readonly number[] => asked.get(answerId) ?? [];
  const jobs: JobQueue = {
    enqueue(tx, kind, job, options = {}) {
      if ("answerId" in job) asked.set(job.answerId, [...waits(job.answerId), options.afterSeconds ?? 0]);
      return databaseQueue.enqueue(tx, kind, job, options);
    },
  };
  const partsWith = (smtpUrl: string) => ({ ...world.parts, jobs, mailer: smtpMailer({ smtpUrl, from }) });
  const me = (): Scope => ({ ...triager.scope, jobs });
  return {
    world,
    home,
    triager,
    jobs,
    waits,
    me,
    dispose: () => world.dispose(),
    get server(): MailServer {
      return mailNow().server;
    },
    get parts(): ServerParts {
      return mailNow().parts;
    },
    async startMail(): Promise<void> {
      const server = await startMailServer();
      mail = { server, parts: partsWith(server.url) };
    },
    /** Another server takes the mail of this test. */
    mailTo(smtpUrl: string): void {
      mail = { ...mailNow(), parts: partsWith(smtpUrl) };
    },
    async askingItem(email = "aino@example.invalid", wish: Parameters<typeof makeItem>[1] = {}): Promise<string> {
      const contact = sealedContact(home.cipher, { name: "Aino Demo", email, phone: null });
      return makeItem(home, { replyExpected: true, contact, ...wish });
    },
    async categorised(itemId: string): Promise<FeedbackDetail> {
      await setNoTheme(me(), { itemId, version: 1, reason: "too_general" });
      return (await finishItem(me(), { itemId, version: 2 })).item;
    },
    async answered(itemId: string, words: Partial<Parameters<typeof giveAnswer>[1]> = {}) {
      const { version } = await readFeedback(me(), itemId);
      const answerId = uuidv7();
      const given = {
        itemId,
        version,
        answerId,
        language: "fi",
        subject: "Vastaus",
        body: "Kiitos palautteesta.",
      } as const;
      const { stepId } = await giveAnswer(me(), { ...given, ...words });
      const job = { organisationId: home.organisation.id, answerId };
      return { answerId, stepId, send: () => sendAnswer(mailNow().parts, job) };
    },
    async stateOf(itemId: string): Promise<string> {
      const { status, answers } = await readFeedback(me(), itemId);
      const states = answers.map(({ state, failure }) => (failure === null ? state : `${state} ${failure}`));
      return [status, ...states].join(", ");
    },
    async undelivered(): Promise<string[]> {
      const page = await listFeedback(me(), { filter: { undelivered: true }, order: "newest", limit: 200 });
      return page.rows.map(({ id }) => id);
    },
  };
}
