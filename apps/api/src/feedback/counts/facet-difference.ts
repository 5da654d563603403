import type { OrganisationTransaction } from "@kuultu/database/organisation-transaction";
import type { FeedbackFilter } from "@kuultu/domain/feedback/feedback-filter";
import type { CountedFacet } from "@kuultu/domain/feedback/feedback-view";

import { chosenFacets, type PairTallies, valuesOf } from "#feedback/counts/facet-roll-up-queries";
import { type LookedThrough, rowTally } from "#feedback/counts/facet-row-queries";
import type { Tally, Wanted } from "#feedback/counts/facet-tally";
import type { Narrowing } from "#feedback/filter-sql";

/** Fewer than this part of all items are counted one by one without a second thought. */
const fewPart = 1 / 8;

/**
 * The counts under several facets, exactly, of as few items as can be. All that have A are known from the pairs; those that have A and B
 * are these less those that have A and not B: where B is frequent, these are the fewer to be looked at.
 */
export function severalTally(
  tx: OrganisationTransaction,
  narrowing: Narrowing,
  filter: FeedbackFilter,
  wanted: ReadonlySet<Wanted>,
  { most, pairs }: { readonly most: LookedThrough; readonly pairs: PairTallies },
): Promise<Tally> {
  const all = pairs.all.total;
  const { alone } = pairs;
  const both = (one: CountedFacet, other: CountedFacet) =>
    valuesOf(filter, other).reduce((sum, value) => sum + (alone.get(one)?.counts.get(other)?.[value] ?? 0), 0);
  /** As many as have all of them, or more. */
  const atMost = (among: readonly CountedFacet[]) =>
    Math.min(...among.flatMap((one) => among.filter((other) => other !== one).map((other) => both(one, other))));
  /** As many as have all others and not this, or more. */
  const leftBy = (left: CountedFacet, among: readonly CountedFacet[]) =>
    Math.min(...among.filter((one) => one !== left).map((one) => (alone.get(one)?.total ?? 0) - both(one, left)));
  const under = async (among: readonly CountedFacet[]): Promise<Tally> => {
    const [only] = among;
    if (only === undefined) return pairs.all;
    if (among.length === 1) return alone.get(only) ?? pairs.all;
    const direct = atMost(among);
    const [least] = among
      .map((facet) => ({ facet, items: leftBy(facet, among) }))
      .toSorted((a, b) => a.items - b.items);
    if (least === undefined || direct <= Math.max(least.items, all * fewPart) || least.items >= most.byFacet)
      return rowTally(tx, narrowing, narrowedTo(filter, among), wanted, { most });
    const left = least.facet;
    const others = among.filter((facet) => facet !== left);
    const without = { [left]: filter[left] };
    const lacking = await rowTally(tx, narrowing, narrowedTo(filter, others), wanted, { most, without });
    return difference(await under(others), lacking, wanted);
  };
  return under(chosenFacets(filter));
}

function narrowedTo(filter: FeedbackFilter, facets: readonly CountedFacet[]): FeedbackFilter {
  return Object.fromEntries(facets.map((facet) => [facet, filter[facet]]));
}

/** What remains of counts when others are taken off. */
function difference(whole: Tally, part: Tally, wanted: Iterable<Wanted>): Tally {
  const counts = [...wanted].map((facet) => {
    const less = part.counts.get(facet) ?? {};
    const remaining = Object.entries(whole.counts.get(facet) ?? {}).map(
      ([value, count]) => [value, count - (less[value] ?? 0)] as const,
    );
    return [facet, Object.fromEntries(remaining.filter(([, count]) => count > 0))] as const;
  });
  return {
    total: whole.total - part.total,
    counts: new Map(counts),
    complete: whole.complete && part.complete,
  };
}
