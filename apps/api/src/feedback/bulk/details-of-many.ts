import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";

import type { StoredCoding } from "#feedback/triaged-item";

/** What a step on many items looks at besides their rows. Texts it never does. */
export interface Looked {
  /** Each coding by itself, as whoever removes some must; else `codings` stay empty and only the themes are known. */
  readonly codings: boolean;
  /** Whether an answer has gone out; else nobody's has. */
  readonly answered: boolean;
}

export interface ItemDetails {
  readonly body: string;
  readonly answered: boolean;
  readonly codings: readonly StoredCoding[];
  /** Each theme once. */
  readonly themeIds: readonly string[];
}

/** The codings of `coding c` as `StoredCoding`, in the order in which they were made. */
export const codingsSql = `jsonb_agg(jsonb_build_object('id', c.id, 'themeId', c.theme_id, 'wordsStart', c.words_start, 'wordsEnd', c.words_end,
  'origin', c.origin, 'staffId', c.staff_id, 'madeAt', round(extract(epoch FROM c.made_at) * 1000)) ORDER BY c.made_at, c.id)`;

export function themesOf(codings: readonly StoredCoding[]): string[] {
  return [...new Set(codings.map((coding) => coding.themeId))];
}

/** The details of those items that have any, read by the set and not item by item. */
export async function detailsOfMany(
  tx: OrganisationTransaction,
  itemIds: readonly string[],
  looked: Looked,
): Promise<Map<string, ItemDetails>> {
  const details = looked.codings ? await codingsOfMany(tx, itemIds) : await themesOfMany(tx, itemIds);
  for (const itemId of looked.answered ? await answeredOfMany(tx, itemIds) : []) {
    const { codings, themeIds } = details.get(itemId) ?? { codings: [], themeIds: [] };
    details.set(itemId, { body: "", answered: true, codings, themeIds });
  }
  return details;
}

/** A row for each coding, put together here: the database takes four times as long for it. */
async function codingsOfMany(
  tx: OrganisationTransaction,
  itemIds: readonly string[],
): Promise<Map<string, ItemDetails>> {
  const rows = await tx.sql<{
    id: string;
    item_id: string;
    theme_id: string;
    words_start: number | null;
    words_end: number | null;
    origin: StoredCoding["origin"];
    staff_id: string | null;
    made_at: Date;
  }>({
    name: "feedback.codings-of-many",
    text: `SELECT id, item_id, theme_id, words_start, words_end, origin::text AS origin, staff_id, made_at FROM coding
       WHERE organisation_id = $1::uuid AND item_id = ANY($2::uuid[]) ORDER BY made_at, id`,
    values: [tx.organisationId, itemIds],
  });
  const codings = new Map<string, StoredCoding[]>();
  for (const row of rows) {
    const coding: StoredCoding = {
      id: row.id,
      themeId: row.theme_id,
      wordsStart: row.words_start,
      wordsEnd: row.words_end,
      origin: row.origin,
      staffId: row.staff_id,
      madeAt: row.made_at.getTime(),
    };
    const others = codings.get(row.item_id);
    if (others === undefined) codings.set(row.item_id, [coding]);
    else others.push(coding);
  }
  return new Map(
    [...codings].map(([itemId, all]) => [itemId, { body: "", answered: false, codings: all, themeIds: themesOf(all) }]),
  );
}

/** A row for each theme with all its items: a hundredth of what a row for each item costs on the way here. */
async function themesOfMany(
  tx: OrganisationTransaction,
  itemIds: readonly string[],
): Promise<Map<string, ItemDetails>> {
  const rows = await tx.sql<{ theme_id: string; item_ids: string }>({
    name: "feedback.themes-of-many",
    text: `SELECT c.theme_id, string_agg(c.item_id::text, ',') AS item_ids FROM coding c
       WHERE c.organisation_id = $1::uuid AND c.item_id = ANY($2::uuid[]) GROUP BY c.theme_id`,
    values: [tx.organisationId, itemIds],
  });
  const themes = new Map<string, string[]>();
  for (const { theme_id: themeId, item_ids: coded } of rows) {
    for (const itemId of coded.split(",")) {
      const themeIds = themes.get(itemId);
      if (themeIds === undefined) themes.set(itemId, [themeId]);
      else if (themeIds.at(-1) !== themeId) themeIds.push(themeId);
    }
  }
  return new Map(
    [...themes].map(([itemId, themeIds]) => [itemId, { body: "", answered: false, codings: [], themeIds }]),
  );
}

async function answeredOfMany(tx: OrganisationTransaction, itemIds: readonly string[]): Promise<string[]> {
  const rows = await tx.sql<{ item_id: string }>({
    name: "feedback.answered-of-many",
    text: `SELECT DISTINCT a.item_id FROM answer a
       WHERE a.organisation_id = $1::uuid AND a.item_id = ANY($2::uuid[]) AND a.state IN ('sent', 'elsewhere')`,
    values: [tx.organisationId, itemIds],
  });
  return rows.map((row) => row.item_id);
}
