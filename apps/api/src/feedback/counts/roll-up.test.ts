import { afterAll, beforeAll, expect, it } from "vitest";

import { applyFeedbackDeltas, recountFeedback } from "#feedback/counts/roll-up";
import { makeItems, makeOrganisation } from "#testing/makers";
import { openWorld, type World } from "#testing/world";
import { createTheme } from "#themes/themes-commands";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.dispose());

// That they stay equal after any steps of several people, sequences of commands show.
it("differ from a recount where they do, by each row that is wrong", async () => {
  const home = await makeOrganisation(world.parts);
  const theme = await createTheme(home, { names: { fi: "A" }, descriptions: {} });
  await makeItems(home, [{}, {}]);
  const differences = await home.transaction(async (tx) => {
    const strayed = {
      roundId: null,
      status: "closed",
      statusReason: null,
      kind: "idea",
      source: "email",
      channelId: null,
      serviceId: null,
      siteId: null,
      customerGroupId: null,
      language: "fi",
      assigneeId: null,
      teamId: null,
      themeIds: [theme.id],
      count: 3,
    } as const;
    await applyFeedbackDeltas(tx, [strayed]);
    return recountFeedback(tx);
  });
  const of = (what: string) => differences.filter((difference) => difference.what === what);
  expect(of("theme_cube")).toMatchObject([{ kept: 3, counted: 0 }]);
  expect(of("feedback_pair")).toContainEqual({
    what: "feedback_pair",
    key: `kind idea themeId ${theme.id}`,
    kept: 3,
    counted: 0,
  });
});
