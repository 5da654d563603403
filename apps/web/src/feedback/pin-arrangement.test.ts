import { expect, it } from "vitest";

import { pinsFor } from "./pin-arrangement.ts";

const themes = [
  { id: "waiting", version: 4, pinnedDigit: 1 },
  { id: "advice", version: 2, pinnedDigit: 5 },
  { id: "forms", version: 1, pinnedDigit: null },
];

it.each([
  ["two themes change places", 5, "waiting", ["waiting 4 5", "advice 2 1"]],
  ["a theme without a key takes one over", 1, "forms", ["forms 1 1", "waiting 4 -"]],
  ["a free key is given", 7, "forms", ["forms 1 7"]],
  ["a theme moves to a free key", 7, "advice", ["advice 2 7"]],
  ["a key becomes free", 1, null, ["waiting 4 -"]],
  ["a free key stays free", 7, null, []],
  ["a theme stays where it is", 1, "waiting", []],
])("%s", (_, digit, themeId, pins) => {
  expect(pinsFor(themes, digit, themeId).map((pin) => `${pin.themeId} ${pin.version} ${pin.digit ?? "-"}`)).toEqual(
    pins,
  );
});
