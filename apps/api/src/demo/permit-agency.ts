import { AnswerComposer } from "./compose-answers.ts";
import { makeFacet } from "./demo-agency.ts";
import type { DemoAgency } from "./demo-agency.ts";
import { makeAnswers } from "./permit-agency-answers.ts";
import { demoChannels, demoGroups, demoServices, demoSites } from "./permit-agency-facets.ts";
import { takeIn, triage } from "./permit-agency-feedback.ts";
import { writeNotes } from "./permit-agency-notes.ts";
import { makeTeams, settleBefore, shareOut } from "./permit-agency-owners.ts";
import { makeSatisfactionSurvey } from "./permit-agency-surveys.ts";
import { makeThemes, tellThemeStories } from "./permit-agency-themes.ts";
import { placeOpenAnswers, planRoundItems } from "./plan-items.ts";
import { planOtherItems } from "./plan-other-items.ts";
import { makeReputationStudy } from "./reputation-study.ts";
import { SeededRandom } from "./seeded-random.ts";

/** The permit agency: the satisfaction survey over eight rounds and the ninth still open, the reputation study, feedback and themes. */
export async function makePermitAgency(agency: DemoAgency): Promise<void> {
  const facets = {
    services: await makeFacet(agency, "service", demoServices),
    groups: await makeFacet(agency, "customer_group", demoGroups),
    channels: await makeFacet(agency, "channel", demoChannels),
  };
  await makeFacet(agency, "site", demoSites);
  await makeReputationStudy(agency);
  const rounds = await makeSatisfactionSurvey(agency, facets.services, facets.groups, (round, answers) =>
    round === "2021-3" ? placeOpenAnswers(answers) : answers,
  );
  const themes = await makeThemes(agency);
  const composer = new AnswerComposer(new SeededRandom(9));
  const of = (name: string) => rounds.get(name) ?? { id: "", responses: [] };

  const teams = await makeTeams(agency);

  const done = planRoundItems("2021-2", of("2021-2").responses, composer);
  const doneIds = await takeIn(agency, done, facets, { id: of("2021-2").id, receivedOn: "2021-09-13" }, 41);
  await triage(agency, done, doneIds, themes, { firstDay: "2021-09-13", perDay: 19, last: "2021-10-12T12:00:00Z" });

  const others = planOtherItems(composer);
  const otherIds = await takeIn(agency, others, facets, null, 42);
  await triage(agency, others, otherIds, themes, { firstDay: "2021-09-21", perDay: 1, last: "2021-12-08T13:00:00Z" });
  await makeAnswers(agency, others, otherIds);

  const current = planRoundItems("2021-3", of("2021-3").responses, composer);
  const currentIds = await takeIn(agency, current, facets, { id: of("2021-3").id, receivedOn: "2021-12-02" }, 43);
  // Ends on the eve of today, out of reach of an undo that names no step.
  await triage(agency, current, currentIds, themes, {
    firstDay: "2021-12-02",
    perDay: 8,
    last: "2021-12-08T15:00:00Z",
  });
  await settleBefore(agency, "2021-12-01");
  await shareOut(agency, currentIds, teams);
  await writeNotes(agency);

  await tellThemeStories(agency, themes);
}
