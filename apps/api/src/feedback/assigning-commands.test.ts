import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { listAssignable } from "#feedback/assignable-queries";
import { assignItem } from "#feedback/assigning-commands";
import { rejectItem, routeItem } from "#feedback/feedback-commands";
import { undoStep } from "#feedback/feedback-undo-commands";
import { addTeam, editTeam } from "#staff/team-commands";
import { listTeams } from "#staff/team-queries";
import { makeFacetValue, makeItem, makeOrganisation, makeStaff } from "#testing/makers";
import { openWorld, signedInCaller, type World } from "#testing/world";
import type { Scope } from "#trpc/scope";

let world: World;
let home: Scope;
let permits: string;
let triagerId: string;
let permitTriagerId: string;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());
beforeEach(async () => {
  home = await makeOrganisation(world.parts);
  permits = await makeFacetValue(home, "service");
  triagerId = (await makeStaff(world.parts, home, { roles: ["triager"], name: "Aino" })).id;
  const reach = { wholeOrganisation: false, serviceIds: [permits], siteIds: [] } as const;
  permitTriagerId = (await makeStaff(world.parts, home, { roles: ["triager"], name: "Bertta", reach })).id;
});

async function team(name: string, memberIds: readonly string[]): Promise<string> {
  const teams = await addTeam(home, { name, memberIds: [...memberIds] });
  return teams.find((each) => each.name === name)?.id ?? "";
}
const give = (itemId: string, version: number, to: { assigneeId?: string; teamId?: string }) =>
  assignItem(home, { itemId, version, assigneeId: to.assigneeId ?? null, teamId: to.teamId ?? null });

describe("an item is given", () => {
  test("to a person, then to a team, then to nobody; each takes the place of the one before and can be taken back", async () => {
    const [itemId, teamId] = [await makeItem(home), await team("Luvat", [triagerId])];
    const owners = [];
    for (const [version, to] of [{ assigneeId: triagerId }, { teamId }, {}].entries()) {
      const { item } = await give(itemId, version + 1, to);
      owners.push([item.assigneeId, item.teamId, item.status]);
    }
    expect(owners).toEqual([
      [triagerId, null, "new"],
      [null, teamId, "new"],
      [null, null, "new"],
    ]);
    const { items } = await undoStep(home, {});
    expect(items[0]?.teamId).toBe(teamId);
  });

  test("to nobody who may not read it, alone or in a team", async () => {
    const viewerId = (await makeStaff(world.parts, home, { roles: ["viewer"] })).id;
    const itemId = await makeItem(home);
    const teams = [
      await team("Katselijat", [viewerId]),
      await team("Luvat", [permitTriagerId]),
      await team("Tyhjä", []),
    ];
    for (const to of [
      { assigneeId: viewerId },
      { assigneeId: permitTriagerId },
      ...teams.map((teamId) => ({ teamId })),
    ]) {
      await expect(give(itemId, 1, to)).rejects.toMatchObject({ code: "feedback.assignee-cannot-read" });
    }
    const permitItem = await makeItem(home, { serviceId: permits });
    expect((await give(permitItem, 1, { assigneeId: permitTriagerId })).item.assigneeId).toBe(permitTriagerId);
  });

  test("to nobody unknown, nor to a team that has been given up", async () => {
    const [itemId, teamId] = [await makeItem(home), await team("Vanha", [triagerId])];
    await editTeam(home, { teamId, version: 1, name: "Vanha", memberIds: [triagerId], active: false });
    for (const to of [{ assigneeId: uuidv7() }, { teamId: uuidv7() }, { teamId }]) {
      await expect(give(itemId, 1, to)).rejects.toMatchObject({ code: "not-found" });
    }
  });

  test("not once it is routed or rejected", async () => {
    const routed = await makeItem(home);
    await routeItem(home, { itemId: routed, version: 1, routingClass: "appeal" });
    const rejected = await makeItem(home);
    await rejectItem(home, { itemId: rejected, version: 1, reason: "abusive" });
    for (const itemId of [routed, rejected]) {
      await expect(give(itemId, 2, { assigneeId: triagerId })).rejects.toMatchObject({
        code: "feedback.transition-not-allowed",
      });
    }
  });
});

test("whom an item can be given to: who may read it there, by name", async () => {
  await makeStaff(world.parts, home, { roles: ["analyst"] });
  const [everybody, some, none] = [
    await team("Molemmat", [triagerId, permitTriagerId]),
    await team("Luvat", [permitTriagerId]),
    await team("Tyhjä", []),
  ];
  const ids = async (itemId: string | null) => {
    const { people, teams } = await listAssignable(home, itemId);
    return [people.map(({ name }) => name), teams.map(({ id }) => id)];
  };
  expect(await ids(null)).toEqual([
    ["Aino", "Bertta"],
    [some, everybody],
  ]);
  expect(await ids(await makeItem(home))).toEqual([["Aino"], [everybody]]);
  expect(await ids(await makeItem(home, { serviceId: permits }))).toEqual([
    ["Aino", "Bertta"],
    [some, everybody],
  ]);
  expect((await ids(null))[1]).not.toContain(none);
  const beyond = await signedInCaller(world, home, {
    roles: ["triager"],
    reach: { wholeOrganisation: false, serviceIds: [permits], siteIds: [] },
  });
  await expect(listAssignable(beyond.scope, await makeItem(home))).rejects.toMatchObject({ code: "not-found" });
});

describe("teams", () => {
  test("are added, renamed and given up; two of a name there are not", async () => {
    const teamId = await team("Luvat", [triagerId]);
    await expect(addTeam(home, { name: "Luvat", memberIds: [] })).rejects.toMatchObject({
      code: "staff.team-name-taken",
    });
    const edited = { teamId, version: 1, name: "Luvat ja neuvonta", memberIds: [permitTriagerId], active: false };
    const [only] = await editTeam(home, edited);
    expect(only).toEqual({
      id: teamId,
      name: "Luvat ja neuvonta",
      active: false,
      version: 2,
      members: [{ id: permitTriagerId, name: "Bertta" }],
    });
    await expect(editTeam(home, edited)).rejects.toMatchObject({ code: "changed-meanwhile", details: { version: 2 } });
    expect(await listTeams(home)).toEqual([only]);
  });

  test("hold only people who work here", async () => {
    await expect(addTeam(home, { name: "Muut", memberIds: [uuidv7()] })).rejects.toMatchObject({ code: "not-found" });
    expect(await listTeams(home)).toEqual([]);
  });
});
