import type { z } from "zod";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { dayIn } from "@kuultu/domain/day";
import { referenceCode } from "@kuultu/domain/feedback/answer";
import type { answerDraftSchema } from "@kuultu/domain/feedback/answer-step";
import { filledText, hasPlaceholder, type PlaceholderValues } from "@kuultu/domain/feedback/answer-text";
import type { AnswerPreview } from "@kuultu/domain/feedback/answer-view";
import { inLanguage, type Language } from "@kuultu/domain/language";
import { localisedTextSchema } from "@kuultu/domain/language-schema";

import { logContactRead } from "#feedback/answers/contact-commands";
import { contactOf } from "#feedback/answers/contact-record";
import type { Scope } from "#trpc/scope";

/** What an answer is written about. */
export interface AnsweredItem {
  readonly id: string;
  readonly receivedAt: Date;
  readonly serviceId: string | null;
}

/** The one way from the words with placeholders to the words that leave: the preview shows what this gives, and this is what is sent. */
export async function filledAnswer(
  tx: OrganisationTransaction,
  scope: Scope,
  item: AnsweredItem,
  draft: Omit<z.infer<typeof answerDraftSchema>, "itemId">,
): Promise<AnswerPreview> {
  const namesGiver = hasPlaceholder(`${draft.subject}\n${draft.body}`, "name");
  const contact = namesGiver ? await contactOf(tx, scope, item.id) : null;
  if (contact !== null) await logContactRead(tx, scope, item.id);
  const values: PlaceholderValues = {
    name: contact?.name ?? "",
    service: await serviceName(tx, item.serviceId, draft.language),
    organisation: inLanguage(scope.organisation.names, draft.language),
    received: dayWords(dayIn(item.receivedAt), draft.language),
    staff: scope.staff.name,
    code: referenceCode(item.id),
  };
  const subject = filledText(draft.subject, values);
  const body = filledText(draft.body, values);
  const known = new Set(subject.problems.map(({ placeholder }) => placeholder));
  return {
    subject: subject.text,
    body: body.text,
    problems: [...subject.problems, ...body.problems.filter(({ placeholder }) => !known.has(placeholder))],
  };
}

/** A calendar day as people write it, without what Russian puts after the year: it would meet the full stop of a sentence. */
function dayWords(day: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {
    dateStyle: "long",
    timeZone: "UTC",
  });
  const parts = format.formatToParts(new Date(`${day}T00:00:00Z`));
  const year = parts.findIndex(({ type }) => type === "year");
  return parts
    .slice(0, year + 1)
    .map(({ value }) => value)
    .join("");
}

async function serviceName(tx: OrganisationTransaction, serviceId: string | null, language: Language): Promise<string> {
  if (serviceId === null) return "";
  const service = await tx.facetValue.findUnique({
    where: { organisationId_id: { organisationId: tx.organisationId, id: serviceId } },
    select: { names: true },
  });
  return service === null ? "" : inLanguage(localisedTextSchema.parse(service.names), language);
}
