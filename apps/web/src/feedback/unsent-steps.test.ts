import type { FeedbackDetail } from "@kuultu/domain/feedback/feedback-view";
import { beforeEach, describe, expect, it } from "vitest";

import type { Step } from "./optimistic-step.ts";
import { untouchedItem as item } from "./testing/untouched-item.ts";
import { readUnsent, stillToTake, unsentSteps } from "./unsent-steps.ts";

beforeEach(() => sessionStorage.clear());

const steps: readonly Step[] = [{ name: "code", themeId: "t", words: null }, { name: "done" }];
const unsent = { itemId: item.id, version: 3, steps };

describe("steps that the server has not answered", () => {
  it("are found by the next load of the page, once, and kept until they are set anew", () => {
    unsentSteps("a").set(unsent);
    const next = readUnsent("a");
    expect(next.hasLeft()).toBe(true);
    expect(next.takeLeft()).toEqual([unsent]);
    expect(next.takeLeft()).toEqual([]);
    expect(readUnsent("a").takeLeft()).toEqual([unsent]);
    next.set({ ...unsent, steps: [] });
    expect(next.isEmpty()).toBe(true);
    expect(readUnsent("a").takeLeft()).toEqual([]);
  });

  it("are not left over where the screen that took them is left and comes again", () => {
    unsentSteps("b").set(unsent);
    expect(unsentSteps("b").hasLeft()).toBe(false);
  });

  it("are nobody else's, and what is no step is none", () => {
    unsentSteps("c").set(unsent);
    expect(readUnsent("d").hasLeft()).toBe(false);
    sessionStorage.setItem("d", '[{"itemId":1}]');
    expect(readUnsent("d").hasLeft()).toBe(false);
    sessionStorage.setItem("d", "[");
    expect(readUnsent("d").hasLeft()).toBe(false);
  });
});

describe("of the steps that were left", () => {
  const changed = (version: number, staffName: string): FeedbackDetail => ({
    ...item,
    version,
    history: [
      {
        id: "h",
        at: "2021-12-01T08:00:00.000Z",
        staffName,
        change: "feedback.coded",
        values: { version: [version - 1, version] },
        texts: {},
        undoes: false,
        undone: null,
      },
    ],
  });

  it("all are taken where the item is as it was", () => {
    expect(stillToTake(item, unsent, "Aino")).toEqual(steps);
  });

  it("the first is not taken twice where it had arrived", () => {
    expect(stillToTake(changed(4, "Aino"), unsent, "Aino")).toEqual([{ name: "done" }]);
  });

  it("none is taken by itself where somebody else, or more than one change, came between", () => {
    expect(stillToTake(changed(4, "Eero"), unsent, "Aino")).toBeNull();
    expect(stillToTake(changed(5, "Aino"), unsent, "Aino")).toBeNull();
  });
});
