import { randomBytes } from "node:crypto";

import { v7 as uuidv7 } from "uuid";
import { z } from "zod";

import { localisedNameSchema } from "@kuultu/domain/language-schema";
import type { LocalisedText } from "@kuultu/domain/language";

import { newStep, recordChange } from "#history/record-change";
import { scopeOf } from "#trpc/scope-loader";
import type { Scope } from "#trpc/scope";
import type { ServerParts } from "#trpc/server-parts";
import { systemStaff } from "#trpc/system-scope";

/** Stands in every address of the organisation. */
export const slugSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,38}[a-z0-9]$/u, "small letters, digits and hyphens, 3 to 40 of them");

export interface NewOrganisation {
  readonly slug: string;
  readonly names: LocalisedText;
  readonly demonstration?: boolean;
  readonly suppressBelow?: number;
  readonly indicativeBelow?: number;
  readonly triageTargetDays?: number;
  readonly answerTargetDays?: number;
}

/** Makes an organisation, empty of everything, and returns the scope of the command line in it. */
export async function addOrganisation(parts: ServerParts, input: NewOrganisation): Promise<Scope> {
  const id = uuidv7();
  const settings = {
    suppressBelow: input.suppressBelow ?? 10,
    indicativeBelow: input.indicativeBelow ?? 30,
    triageTargetDays: input.triageTargetDays ?? 5,
    answerTargetDays: input.answerTargetDays ?? 10,
  };
  const organisation = {
    id,
    slug: slugSchema.parse(input.slug),
    names: localisedNameSchema.parse(input.names),
    demonstration: input.demonstration ?? false,
    ...settings,
    digestSalt: Uint8Array.from(randomBytes(32)),
    createdAt: parts.clock(),
  };
  const scope = scopeOf(parts, organisation, systemStaff);
  await parts.database.forOrganisation(id, async (tx) => {
    await tx.organisation.create({ data: organisation, select: { id: true } });
    const values = Object.fromEntries(
      Object.entries(settings).map(([field, value]) => [field, [null, value] as const]),
    );
    await recordChange(tx, scope, newStep(), [
      { subject: "organisation", subjectId: id, change: "organisation.added", values },
    ]);
  });
  return scope;
}

/** True where nothing has been made yet. */
export async function hasNoOrganisation(parts: ServerParts): Promise<boolean> {
  return (await parts.database.accounts.organisation.findFirst({ select: { id: true } })) === null;
}

/** True where a first start makes the demonstration, and where a start may have been interrupted while making it. */
export async function wantsDemonstration(parts: ServerParts): Promise<boolean> {
  const made = await parts.database.accounts.organisation.findFirst({
    where: { demonstration: true },
    select: { id: true },
  });
  return made !== null || (await hasNoOrganisation(parts));
}
