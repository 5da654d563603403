import { describe, expect, it } from "vitest";

import { withChangedRow, withoutRow } from "./queue-pages.ts";

const row = (id: string) => ({ id, status: "new" });
const list = {
  pages: [
    { rows: [row("a"), row("b")], nextCursor: "after b" },
    { rows: [row("c")], nextCursor: "after c" },
    { rows: [row("d")], nextCursor: null },
  ],
  pageParams: [null, "after b", "after c"],
};

describe("the fetched pages of the list", () => {
  it("change in one row, and nothing else is a new object", () => {
    const changed = withChangedRow(list, "c", (each) => ({ ...each, status: "waiting" }));
    expect(changed.pages[1]?.rows).toEqual([{ id: "c", status: "waiting" }]);
    expect(changed.pages[0]).toBe(list.pages[0]);
    expect(withChangedRow(list, "x", (each) => each)).toBe(list);
  });

  it("lose a row", () => {
    expect(withoutRow(list, "a").pages[0]?.rows.map(({ id }) => id)).toEqual(["b"]);
    expect(withoutRow(list, "x")).toBe(list);
  });

  it("lose a page with its last row; the next one begins where that began", () => {
    expect(withoutRow(withoutRow(list, "a"), "b")).toEqual({
      pages: [list.pages[1], list.pages[2]],
      pageParams: [null, "after c"],
    });
    expect(withoutRow(list, "c")).toEqual({
      pages: [list.pages[0], list.pages[2]],
      pageParams: [null, "after b"],
    });
  });

  it("keep the last page also when it is empty: it says that nothing follows", () => {
    expect(withoutRow(list, "d").pages.at(-1)).toEqual({ rows: [], nextCursor: null });
  });
});
