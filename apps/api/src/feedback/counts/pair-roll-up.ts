import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import { nilId } from "@kuultu/domain/identifier";

import { type ColumnFacet, facetColumns } from "#feedback/counts/facet-tally";
import { compareRollUp } from "#feedback/counts/theme-roll-up";
import type { ItemDelta } from "#feedback/counts/item-facets";
import type { Difference } from "#history/verify";

/** Whose an item is that neither a person nor a team has: the value that the filter and the counts know it by. */
export const nobody = "nobody";

/** Whose an item is, SQL. `item`: the name of the row of `feedback_item`. */
export function whoseSql(item: string): string {
  return `CASE WHEN ${item}.assignee_id IS NULL AND ${item}.team_id IS NULL THEN '${nobody}' ELSE ${item}.assignee_id::text END`;
}

/** The facets that are counted in pairs; themes come last. */
const facetNames = Object.keys(facetColumns) as readonly ColumnFacet[];

/** An item that the queue does not show is in no pair: counts then agree with the list. */
export const hiddenReason = "whistleblowing";

/** The value of an item under a facet; null where it has none. */
function valueOf(item: ItemDelta, facet: ColumnFacet): string | null {
  return facet === "assigneeId" && item.assigneeId === null && item.teamId === null ? nobody : item[facet];
}

interface Pair {
  /** Both empty: any item. */
  readonly facet: string;
  readonly value: string;
  readonly otherFacet: string;
  readonly otherValue: string;
  readonly count: number;
}

/** A delta by the numbers of its values; those from `single` on are themes. */
interface Numbered {
  readonly numbers: readonly number[];
  readonly single: number;
  readonly count: number;
}

/** Values are numbered, so that a pair is one number, a small one as a rule: a bulk step has some hundred thousand of them. */
const most = 2 ** 20;

/** Each value by itself, and each with each value of a later facet. */
function pairsOf(deltas: readonly ItemDelta[]): Pair[] {
  const names: (readonly [facet: string, value: string])[] = [["", ""]];
  const numbers = new Map<string, Map<string, number>>(
    [...facetNames, "themeId"].map((facet) => [facet, new Map<string, number>()]),
  );
  const numberOf = (facet: string, value: string): number => {
    const known = numbers.get(facet)?.get(value);
    if (known !== undefined) return known;
    numbers.get(facet)?.set(value, names.length);
    return names.push([facet, value]) - 1;
  };
  const counts = new Map<number, number>();
  /** `shared`: what the other side of the same step has too; pairs within it would cancel each other out. */
  const add = ({ numbers: values, single, count }: Numbered, shared: readonly number[]): void => {
    const fresh = values.map((value) => !shared.includes(value));
    for (let second = 1; second < values.length; second += 1) {
      // Two themes of one item are no pair: one theme is chosen at a time.
      for (let first = 0; first < Math.min(second, single); first += 1) {
        if (fresh[first] !== true && fresh[second] !== true) continue;
        const pair = (values[first] ?? 0) * most + (values[second] ?? 0);
        counts.set(pair, (counts.get(pair) ?? 0) + count);
      }
    }
  };
  const numbered = (delta: ItemDelta): Numbered => {
    if (delta.statusReason === hiddenReason) return { numbers: [], single: 0, count: 0 };
    const values = [0];
    for (const facet of facetNames) {
      const value = valueOf(delta, facet);
      if (value !== null) values.push(numberOf(facet, value));
    }
    const single = values.length;
    for (const themeId of delta.themeIds) values.push(numberOf("themeId", themeId));
    return { numbers: values, single, count: delta.count };
  };
  for (let at = 0; at < deltas.length; at += 1) {
    const [delta, next] = [deltas[at], deltas[at + 1]];
    if (delta === undefined) continue;
    const one = numbered(delta);
    // As a step gives them: an item as it was and, after it, as it is.
    const other = next !== undefined && next.count === -delta.count ? numbered(next) : null;
    add(one, other?.numbers ?? []);
    if (other === null) continue;
    add(other, one.numbers);
    at += 1;
  }
  const pairs: Pair[] = [];
  for (const [pair, count] of counts) {
    if (count === 0) continue;
    const [facet = "", value = ""] = names[Math.floor(pair / most)] ?? [];
    const [otherFacet = "", otherValue = ""] = names[pair % most] ?? [];
    pairs.push({ facet, value, otherFacet, otherValue, count });
  }
  return pairs.toSorted(
    (a, b) =>
      compare(a.facet, b.facet) ||
      compare(a.value, b.value) ||
      compare(a.otherFacet, b.otherFacet) ||
      compare(a.otherValue, b.otherValue),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The items by each value, and by each two values of different facets: what the counts beside one filter stand on. */
export async function applyPairs(tx: OrganisationTransaction, deltas: readonly ItemDelta[]): Promise<void> {
  const pairs = pairsOf(deltas);
  if (pairs.length === 0) return;
  await tx.sql({
    name: "feedback.apply-pairs",
    text: `INSERT INTO feedback_pair (organisation_id, facet, value, other_facet, other_value, count)
      SELECT $1::uuid, d.facet, d.value, d.other_facet, d.other_value, d.count
        FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::int[])
             WITH ORDINALITY AS d (facet, value, other_facet, other_value, count, position)
       ORDER BY d.position
      ON CONFLICT (organisation_id, facet, value, other_facet, other_value)
      DO UPDATE SET count = feedback_pair.count + excluded.count`,
    values: [
      tx.organisationId,
      pairs.map(({ facet }) => facet),
      pairs.map(({ value }) => value),
      pairs.map(({ otherFacet }) => otherFacet),
      pairs.map(({ otherValue }) => otherValue),
      pairs.map(({ count }) => count),
    ],
  });
}

/**
 * Every item by round and status, the hidden ones too, SQL: rows of round_id (nil: none), status and count, to be summed. What
 * ledgers and shares stand on, from some hundred pairs. `organisation`: a parameter.
 */
export function byRoundSql(organisation: string): string {
  const rounds = `FROM feedback_pair WHERE organisation_id = ${organisation}::uuid AND facet = 'status' AND other_facet = 'roundId'`;
  return `(
    SELECT other_value::uuid AS round_id, value AS status, count ${rounds}
    UNION ALL SELECT '${nilId}'::uuid, value, -count ${rounds}
    UNION ALL SELECT '${nilId}'::uuid, other_value, count FROM feedback_pair
     WHERE organisation_id = ${organisation}::uuid AND facet = '' AND value = '' AND other_facet = 'status'
    UNION ALL SELECT coalesce(round_id, '${nilId}'::uuid), status, 1 FROM feedback_item
     WHERE organisation_id = ${organisation}::uuid AND status_reason = '${hiddenReason}')`;
}

/** The facet and value of a grouping set: its first and its last column of those in it. */
function ofGrouping(facets: readonly string[]): { readonly facet: string; readonly value: string } {
  const picked = (give: (facet: string) => string) =>
    `CASE ${facets.map((facet) => `WHEN grouping("${facet}") = 0 THEN ${give(facet)}`).join(" ")} END`;
  return { facet: picked((facet) => `'${facet}'`), value: picked((facet) => `"${facet}"`) };
}

function pairsSql(facets: readonly string[], sets: readonly (readonly string[])[], from: string): string {
  const [first, last] = [ofGrouping(facets), ofGrouping(facets.toReversed())];
  const list = sets.map((set) => `(${set.map((facet) => `"${facet}"`).join(", ")})`).join(", ");
  return `SELECT ${first.facet} AS first_facet, ${first.value} AS first_value, ${last.facet} AS last_facet, ${last.value} AS last_value,
      count(*) AS count FROM ${from} GROUP BY GROUPING SETS (${list})`;
}

/** The rows of `feedback_pair` counted from the items and codings, SQL; `$1`: the organisation. */
export const countedPairsSql = (() => {
  const column = (facet: ColumnFacet) => (facet === "assigneeId" ? whoseSql("i") : `i.${facetColumns[facet]}::text`);
  const columns = facetNames.map((facet) => `${column(facet)} AS "${facet}"`).join(", ");
  const item = `SELECT id, ${columns} FROM feedback_item i
    WHERE organisation_id = $1::uuid AND status_reason IS DISTINCT FROM '${hiddenReason}'`;
  const pairs = facetNames.flatMap((one, position) => facetNames.slice(position + 1).map((other) => [one, other]));
  const byColumns = pairsSql(facetNames, [...facetNames.map((facet) => [facet]), ...pairs], `(${item}) AS item`);
  const byTheme = pairsSql(
    [...facetNames, "themeId"],
    [["themeId"], ...facetNames.map((facet) => [facet, "themeId"])],
    `(${item}) AS item JOIN (SELECT DISTINCT item_id, theme_id::text AS "themeId" FROM coding WHERE organisation_id = $1::uuid) AS coded
       ON coded.item_id = item.id`,
  );
  return `SELECT CASE WHEN first_facet = last_facet THEN '' ELSE first_facet END AS facet,
      CASE WHEN first_facet = last_facet THEN '' ELSE first_value END AS value,
      last_facet AS other_facet, last_value AS other_value, count
    FROM (${byColumns} UNION ALL ${byTheme}) AS pair WHERE first_value IS NOT NULL AND last_value IS NOT NULL`;
})();

export function recountPairs(tx: OrganisationTransaction): Promise<Difference[]> {
  const key = "facet, value, other_facet, other_value";
  return compareRollUp(tx, "feedback_pair", { key, counted: countedPairsSql });
}
