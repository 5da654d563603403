import { expect, it } from "vitest";

import { arranged, keptInPlace } from "./facet-order.ts";

const counted = (counts: Readonly<Record<string, number>>) => ({
  values: Object.keys(counts),
  countOf: (value: string): number => counts[value] ?? 0,
});
const open = counted({ a: 1, b: 9, c: 5, d: 0, e: 2, f: 3 });

it("an open list stands by how many items each value would leave; what nothing has is out of sight", () => {
  expect(arranged(open, "by-count").inSight).toEqual(["b", "c", "f", "e", "a"]);
});

it("a closed list keeps its order, and of five values all", () => {
  const kinds = counted({ idea: 1, complaint: 40, praise: 0, question: 7, other: 2 });
  expect(arranged(kinds, "fixed").inSight).toEqual(["idea", "complaint", "praise", "question", "other"]);
});

it("counts that change while one works move nothing, and what runs out stays where it was", () => {
  const before = arranged(open, "by-count");
  const later = counted({ a: 99, b: 0, c: 6, d: 0, e: 2, f: 3 });
  expect(keptInPlace(before, later, undefined).inSight).toEqual(before.inSight);
});

it("what gets its first item comes after the others", () => {
  const later = counted({ a: 1, b: 9, c: 5, d: 4, e: 2, f: 3 });
  expect(keptInPlace(arranged(open, "by-count"), later, undefined).inSight).toEqual(["b", "c", "f", "e", "a", "d"]);
});

it("of many values the eight most frequent are in sight, and always the chosen one", () => {
  const many = counted(Object.fromEntries([..."abcdefghijkl"].map((value, index) => [value, index + 1])));
  const arrangement = arranged(many, "by-count");
  expect(arrangement.inSight).toEqual([..."lkjihgfe"]);
  expect(keptInPlace(arrangement, many, "a").inSight).toEqual([..."lkjihgfea"]);
});

it("a value that is new to the organisation comes last", () => {
  const later = counted({ g: 7, a: 1, b: 9, c: 5, d: 0, e: 2, f: 3 });
  expect(keptInPlace(arranged(open, "by-count"), later, undefined).order).toEqual([..."bcfeadg"]);
});
