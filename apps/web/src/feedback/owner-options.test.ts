import { expect, it } from "vitest";

import { ownerOptions } from "./owner-options.ts";

it("one is offered oneself first, then one's own teams, other teams, and other people, each by name", () => {
  const people = [
    { id: "a", name: "Aino" },
    { id: "b", name: "Bertta" },
    { id: "c", name: "Cecilia" },
  ];
  const teams = [
    { id: "1", name: "Luvat", memberIds: ["a"] },
    { id: "2", name: "Neuvonta", memberIds: ["a", "b"] },
  ];
  const offered = ownerOptions({ people, teams }, "b");
  expect(offered.map(({ label, who }) => `${label} ${who}`)).toEqual([
    "Bertta me",
    "Neuvonta ownTeam",
    "Luvat team",
    "Aino person",
    "Cecilia person",
  ]);
  expect(offered.map(({ assigneeId, teamId }) => [assigneeId, teamId]).slice(0, 2)).toEqual([
    ["b", null],
    [null, "2"],
  ]);
});

it("whoever may not be given it is not offered it, oneself neither", () => {
  expect(ownerOptions({ people: [], teams: [] }, "b")).toEqual([]);
});
