import { maskPersonalData, maskKinds } from "@kuultu/domain/feedback/personal-data";
import type { MaskedText, MaskKind } from "@kuultu/domain/feedback/personal-data";
import type { ColumnMapping } from "@kuultu/domain/intake/column-mapping";
import type { RowReading } from "@kuultu/domain/intake/row-reading";

import { sealedContact } from "#feedback/answers/contact-record";
import type { NewFeedback } from "#feedback/receive-feedback";
import { newFeedbackId, originalText } from "#feedback/receive-feedback";
import type { RecogniseLanguage } from "#intake/text-language";
import type { Scope } from "#trpc/scope";

export type MaskCounts = Partial<Record<MaskKind, number>>;

/** Adds up what was masked. */
export function addCounts(one: MaskCounts, other: Readonly<MaskCounts>): MaskCounts {
  const sums = maskKinds.map((kind) => [kind, (one[kind] ?? 0) + (other[kind] ?? 0)] as const);
  return Object.fromEntries(sums.filter(([, count]) => count > 0));
}

/** Title and text of each item that a row brings: one for each verbatim; one for a title alone. */
export function textsOf({
  title,
  verbatims,
}: RowReading): readonly { readonly title: string; readonly body: string }[] {
  if (verbatims.length > 0) return verbatims.map((body) => ({ title, body }));
  return title === "" ? [] : [{ title, body: "" }];
}

export interface MaskedItem {
  readonly title: MaskedText;
  readonly body: MaskedText;
  readonly counts: MaskCounts;
}

export function maskItem({ title, body }: { readonly title: string; readonly body: string }): MaskedItem {
  const masked = { title: maskPersonalData(title), body: maskPersonalData(body) };
  return { ...masked, counts: addCounts(masked.title.counts, masked.body.counts) };
}

/** What the items of one row have in common, looked up already. */
export interface RowWhereabouts {
  readonly serviceId: string | null;
  readonly siteId: string | null;
  readonly channelId: string | null;
  readonly customerGroupId: string | null;
  readonly roundId: string | null;
  readonly responseId: string | null;
  readonly importId: string;
  readonly receivedAt: Date;
}

/** The items of a row, masked, their originals encrypted where anything was; `ids` are used first, where given. */
export function itemsOf(
  scope: Pick<Scope, "cipher">,
  mapping: ColumnMapping,
  recognise: RecogniseLanguage,
  reading: RowReading,
  whereabouts: RowWhereabouts,
  ids: readonly string[] = [],
): { readonly items: NewFeedback[]; readonly masked: MaskCounts } {
  let masked: MaskCounts = {};
  const items = textsOf(reading).map((texts, index): NewFeedback => {
    const { title, body, counts } = maskItem(texts);
    masked = addCounts(masked, counts);
    return {
      ...whereabouts,
      id: ids[index] ?? newFeedbackId(),
      kind: reading.kind ?? mapping.defaults.kind,
      source: reading.source ?? mapping.defaults.source,
      language: reading.language ?? mapping.defaults.language ?? recognise(`${title.text}\n${body.text}`),
      replyExpected: reading.replyExpected,
      title: title.text,
      body: body.text,
      masks: body.masks,
      titleMasks: title.masks,
      contact: reading.contact === null ? null : sealedContact(scope.cipher, reading.contact),
      original: Object.keys(counts).length === 0 ? null : scope.cipher.encrypt(originalText(texts.title, texts.body)),
    };
  });
  return { items, masked };
}
