import type { ThemeCard } from "@kuultu/domain/themes/theme-view";
import { expect, test } from "vitest";

import { boardOf, ownersOf } from "./theme-board-data.ts";

const demo = { id: "o", name: "Demo Owner" };
const card = (id: string, more: Partial<ThemeCard> = {}): ThemeCard => ({
  id,
  parentId: null,
  names: { en: id },
  status: "new",
  owner: null,
  targetOn: null,
  startedOn: null,
  deliveredOn: null,
  publicReason: null,
  actions: 0,
  actionsDelivered: 0,
  measures: 0,
  pinnedDigit: null,
  version: 1,
  mentions: 0,
  share: null,
  moves: [],
  late: false,
  ...more,
});

test("a column holds the late ones first, then by mentions, a suppressed one after the counted", () => {
  const board = boardOf(
    [
      card("few", { mentions: 11 }),
      card("hidden", { mentions: null }),
      card("many", { mentions: 40 }),
      card("late", { late: true }),
    ],
    undefined,
  );
  expect(board.columns[0]?.cards.map((one) => one.id)).toEqual(["late", "many", "few", "hidden"]);
});

test("merged themes have no place, declined ones stand aside", () => {
  const board = boardOf([card("gone", { status: "merged" }), card("no", { status: "declined" })], undefined);
  expect(board.columns.flatMap((column) => column.cards)).toEqual([]);
  expect(board.declined.cards.map((one) => one.id)).toEqual(["no"]);
});

test("one owner's themes only", () => {
  const themes = [
    card("mine", { owner: demo }),
    card("nobody's"),
    card("also mine", { owner: demo, status: "planned" }),
  ];
  expect(boardOf(themes, "o").columns.flatMap((column) => column.cards.map((one) => one.id))).toEqual([
    "mine",
    "also mine",
  ]);
  expect(ownersOf(themes)).toEqual([demo]);
});
