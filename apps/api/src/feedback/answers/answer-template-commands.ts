import { isDeepStrictEqual } from "node:util";

import type { z } from "zod";

import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import {
  type removeTemplateSchema,
  type saveTemplateSchema,
  templateTextsSchema,
} from "@kuultu/domain/feedback/answer-step";
import { unknownPlaceholders } from "@kuultu/domain/feedback/answer-text";
import type { AnswerTemplate } from "@kuultu/domain/feedback/answer-view";
import { languages } from "@kuultu/domain/language";
import { RuleViolation } from "@kuultu/domain/rule-violation";

import { newStep, recordChange } from "#history/record-change";
import { lockNames } from "#staff/name-lock";
import type { Scope } from "#trpc/scope";

const columns = { id: true, name: true, texts: true, version: true } as const;

/** The organisation's templates by name. */
export async function answerTemplates(tx: OrganisationTransaction): Promise<AnswerTemplate[]> {
  const found = await tx.answerTemplate.findMany({
    where: { organisationId: tx.organisationId },
    select: columns,
    orderBy: { name: "asc" },
  });
  return found.map(({ id, name, texts, version }) => ({ id, name, version, texts: templateTextsSchema.parse(texts) }));
}

export function listTemplates(scope: Scope): Promise<AnswerTemplate[]> {
  return scope.transaction(answerTemplates);
}

/** Makes a template or changes it. `feedback.answer-placeholder` for braces that nothing could ever fill in. */
export function saveTemplate(scope: Scope, input: z.infer<typeof saveTemplateSchema>): Promise<AnswerTemplate> {
  const { templateId: id, version, name, texts } = input;
  const unknown = Object.values(texts).flatMap(({ subject, body }) => unknownPlaceholders(`${subject}\n${body}`));
  if (unknown.length > 0)
    throw new RuleViolation("feedback.answer-placeholder", { placeholders: [...new Set(unknown)] });
  return scope.transaction(async (tx) => {
    const { organisationId } = tx;
    await lockNames(tx, "answer template");
    const namesake = await tx.answerTemplate.findFirst({
      where: { organisationId, name, id: { not: id } },
      select: { id: true },
    });
    if (namesake !== null) throw new RuleViolation("feedback.template-name-taken");
    const before = version === undefined ? null : await lockTemplate(tx, id, version);
    const key = { organisationId_id: { organisationId, id } };
    const next = before === null ? 1 : before.version + 1;
    const data = { name, texts, version: next, savedAt: scope.now };
    if (before === null) {
      // Pressed twice, it is there once; what was written between the two presses is not to be lost unseen.
      const there = (await answerTemplates(tx)).find((template) => template.id === id);
      if (there !== undefined) {
        if (isDeepStrictEqual([there.name, there.texts], [name, texts])) return there;
        throw new RuleViolation("changed-meanwhile", { version: there.version });
      }
      await tx.answerTemplate.create({ data: { organisationId, id, ...data }, select: columns });
    } else await tx.answerTemplate.update({ where: key, data, select: columns });
    const entry = {
      subject: "answer-template",
      subjectId: id,
      change: "answer-template.saved",
      values: { version: [before?.version ?? null, next], languages: [null, writtenIn(texts)] },
      texts: { name },
    } as const;
    await recordChange(tx, scope, newStep(), [entry]);
    return { id, name, texts, version: next };
  });
}

export function removeTemplate(scope: Scope, input: z.infer<typeof removeTemplateSchema>): Promise<{ id: string }> {
  const { templateId: id, version } = input;
  return scope.transaction(async (tx) => {
    const { name } = await lockTemplate(tx, id, version);
    await tx.answerTemplate.delete({
      where: { organisationId_id: { organisationId: tx.organisationId, id } },
      select: { id: true },
    });
    const entry = {
      subject: "answer-template",
      subjectId: id,
      change: "answer-template.removed",
      values: { version: [version, null] },
      texts: { name },
    } as const;
    await recordChange(tx, scope, newStep(), [entry]);
    return { id };
  });
}

function writtenIn(texts: AnswerTemplate["texts"]): string {
  return languages.filter((language) => texts[language] !== undefined).join(" ");
}

/** `not-found`, or `changed-meanwhile` where somebody has saved it since. */
async function lockTemplate(tx: OrganisationTransaction, id: string, version: number) {
  const [found] = await tx.sql<{ version: number; name: string }>({
    name: "answer-template.lock",
    text: "SELECT version, name FROM answer_template WHERE organisation_id = $1::uuid AND id = $2::uuid FOR UPDATE",
    values: [tx.organisationId, id],
  });
  if (found === undefined) throw new RuleViolation("not-found");
  if (found.version !== version) throw new RuleViolation("changed-meanwhile", { version: found.version });
  return found;
}
