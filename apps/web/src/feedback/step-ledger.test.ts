import { roundLedger } from "@kuultu/domain/rounds/round-ledger";
import { expect, it } from "vitest";

import { ledgerAfter } from "./step-ledger.ts";

it("a ledger follows a step, and its parts still add up", () => {
  const before = roundLedger({ new: 2, categorised: 5, routed: 1 });
  expect(ledgerAfter(before, "new", "categorised")).toEqual(roundLedger({ new: 1, categorised: 6, routed: 1 }));
  expect(ledgerAfter(before, "new", "in_review")).toEqual(before);
  expect(ledgerAfter(before, "routed", "in_review")).toEqual(roundLedger({ new: 3, categorised: 5 }));
});
