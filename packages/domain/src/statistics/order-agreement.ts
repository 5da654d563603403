import { midranks } from "./rank-order.ts";

/** How the orders of several groups go together. */
export interface OrderAgreement {
  /**
   * "same": all alike; "ties": no two options stand the other way round anywhere, but some groups tie what others tell apart;
   * "same-first": the orders differ, the first does not; "different-firsts": not all groups have the same first.
   */
  readonly kind: "same" | "ties" | "same-first" | "different-firsts";
  readonly groups: number;
  /** The most groups that have one and the same order: 3 of 3 where `kind` is "same". */
  readonly agreeing: number;
  /** By group: the positions of the options in the first place; several where they are tied. */
  readonly firsts: readonly (readonly number[])[];
}

/**
 * Compares orders of the same options, each given as places (1 for the first, equal numbers for ties, null for unranked) or as mean ranks.
 * Null for fewer than two groups; RangeError where they ordered different numbers of options.
 */
export function orderAgreement(orders: readonly (readonly (number | null)[])[]): OrderAgreement | null {
  if (orders.length < 2) return null;
  const places = orders.map(midranks);
  if (places.some((own) => own.length !== places[0]?.length)) throw new RangeError("all order the same options");
  const alike = new Map<string, number>();
  for (const own of places) alike.set(own.join(" "), (alike.get(own.join(" ")) ?? 0) + 1);
  const agreeing = Math.max(...alike.values());
  const firsts = places.map((own) => {
    const least = Math.min(...own);
    return own.flatMap((place, option) => (place === least ? [option] : []));
  });
  return { kind: kindOf(places, agreeing, firsts), groups: orders.length, agreeing, firsts };
}

function kindOf(
  places: readonly (readonly number[])[],
  agreeing: number,
  firsts: readonly (readonly number[])[],
): OrderAgreement["kind"] {
  if (agreeing === places.length) return "same";
  if (!contradictory(places)) return "ties";
  return firsts.every((own) => own.join(" ") === firsts[0]?.join(" ")) ? "same-first" : "different-firsts";
}

/** Whether some group puts an option before another that another group puts before it. */
function contradictory(places: readonly (readonly number[])[]): boolean {
  const options = places[0] ?? [];
  return options.some((_, a) =>
    options.some((_other, b) => {
      const before = (own: readonly number[]) => (own[a] ?? 0) < (own[b] ?? 0);
      const after = (own: readonly number[]) => (own[a] ?? 0) > (own[b] ?? 0);
      return places.some(before) && places.some(after);
    }),
  );
}
