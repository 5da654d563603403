import type { ChangeEntry } from "@kuultu/domain/history/change";
import { z } from "zod";

import { feedbackStatuses } from "@kuultu/domain/feedback/triage-status";
import { feedbackKindSchema } from "@kuultu/domain/feedback/triage-schema";

import type { ItemChange, ItemFields, StoredCoding, TriagedItem } from "#feedback/triaged-item";

/** What the history holds of a step: enough to take it back. `version` orders the steps of one item. */
export type StepValues = NonNullable<ChangeEntry["values"]>;

const pairSchema = z.tuple([z.union([z.string(), z.number(), z.null()]), z.union([z.string(), z.number(), z.null()])]);
export const stepValuesSchema = z.record(z.string(), pairSchema);
const originSchema = z.enum(["staff", "import", "rule"]);

/** The fields of an item that the history keeps, each with what it may hold. */
const itemFieldSchema: { readonly [Field in keyof ItemFields]: z.ZodType<ItemFields[Field]> } = {
  status: z.enum(feedbackStatuses),
  statusReason: z.string().nullable(),
  kind: feedbackKindSchema,
  duplicateOfId: z.string().nullable(),
  assigneeId: z.string().nullable(),
  teamId: z.string().nullable(),
  waitingUntil: z.string().nullable(),
  // The history keeps numbers, texts and nothing.
  replyExpected: z.number().transform((kept) => kept === 1),
  answerDueOn: z.string().nullable(),
  routedOn: z.string().nullable(),
  routingDueOn: z.string().nullable(),
  routingAcknowledgedOn: z.string().nullable(),
  routingSettledOn: z.string().nullable(),
  processedAt: z.number().nullable(),
};
export const itemFields = Object.keys(itemFieldSchema) as readonly (keyof ItemFields)[];

const codingFields = ["id", "themeId", "wordsStart", "wordsEnd", "origin", "staffId", "madeAt"] as const;

/** The fields that a change touches, from what to what; codings as `coding.<n>.<field>`, new ones from nothing, removed ones to nothing. */
export function stepValues(before: TriagedItem, change: ItemChange): StepValues {
  const values: Record<string, readonly [string | number | null, string | number | null]> = {
    version: [before.version, before.version + 1],
  };
  for (const field of itemFields) {
    const to = change[field];
    if (to !== undefined && to !== before[field]) values[field] = [recorded(before[field]), recorded(to)];
  }
  const codings = [
    ...(change.removeCodings ?? []).map((coding) => ({ coding, added: false })),
    ...(change.addCodings ?? []).map((coding) => ({ coding, added: true })),
  ];
  for (const [position, { coding, added }] of codings.entries()) {
    for (const field of codingFields) {
      const value = coding[field];
      // From nothing to nothing is nothing to write down; reading takes what is absent so.
      if (value !== null) values[`coding.${position}.${field}`] = added ? [null, value] : [value, null];
    }
  }
  return values;
}

function recorded(value: ItemFields[keyof ItemFields]): string | number | null {
  return typeof value === "boolean" ? Number(value) : value;
}

/** The change that takes a recorded step back. */
export function inverseChange(values: StepValues): ItemChange {
  const addCodings: StoredCoding[] = [];
  const removeCodings: StoredCoding[] = [];
  for (let position = 0; ; position += 1) {
    const pair = values[`coding.${position}.id`];
    if (pair === undefined) break;
    const wasAdded = pair[0] === null;
    const of = (field: (typeof codingFields)[number]) =>
      values[`coding.${position}.${field}`]?.[wasAdded ? 1 : 0] ?? null;
    const coding = z
      .object({
        id: z.string(),
        themeId: z.string(),
        wordsStart: z.number().nullable(),
        wordsEnd: z.number().nullable(),
        origin: originSchema,
        staffId: z.string().nullable(),
        madeAt: z.number(),
      })
      .parse(Object.fromEntries(codingFields.map((field) => [field, of(field)])));
    (wasAdded ? removeCodings : addCodings).push(coding);
  }
  const fields = itemFields.flatMap((field) => {
    const pair = values[field];
    return pair === undefined ? [] : [[field, itemFieldSchema[field].parse(pair[0])] as const];
  });
  return { ...(Object.fromEntries(fields) as Partial<ItemFields>), addCodings, removeCodings };
}
