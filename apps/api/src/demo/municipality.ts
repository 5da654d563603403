import { addAction } from "#themes/theme-work-commands";
import { createTheme, moveTheme } from "#themes/themes-commands";
import { addPublishedFigures } from "#trends/series-commands";

import { makeFacet } from "./demo-agency.ts";
import type { DemoAgency } from "./demo-agency.ts";
import { dealt, makePlainSurvey, receivePlainResponses } from "./plain-survey.ts";
import { SeededRandom } from "./seeded-random.ts";

const groups = {
  residents: { fi: "Asukkaat", sv: "Invånare", en: "Residents", ru: "Жители" },
  elected: { fi: "Luottamushenkilöt", sv: "Förtroendevalda", en: "Elected officials", ru: "Избранные представители" },
  staff: { fi: "Henkilöstö", sv: "Personal", en: "Staff", ru: "Сотрудники" },
} as const;

/** Invented to fit the published 187 answers. */
const byGroup = { residents: 112, elected: 21, staff: 54 } as const;

/** The service-promise survey of 2019: who answered. Priorities were ranked, not rated, so there is no rating here. */
export async function makeMunicipality(agency: DemoAgency): Promise<void> {
  const groupIds = await makeFacet(agency, "customer_group", groups);
  const opensOn = "2019-01-07";
  const roundId = await makePlainSurvey(agency, {
    key: "service-promise",
    names: {
      fi: "Palvelulupauskysely",
      sv: "Servicelöftesenkät",
      en: "Service promise survey",
      ru: "Опрос об обещаниях обслуживания",
    },
    round: "2019",
    opensOn,
    closesOn: "2019-01-31",
    publishedOn: "2019-02-27",
  });
  const responses = dealt(new SeededRandom(19), byGroup).map((group) => ({
    language: "fi",
    customerGroupId: groupIds(group),
  }));
  await receivePlainResponses(agency, roundId, opensOn, responses);
  await addPublishedFigures(agency.tx, [
    {
      roundId,
      figure: "n",
      value: "187",
      qualifier: "exact",
      source: "Hollolan kunnan kooste palvelulupauskyselystä 27.2.2019",
    },
  ]);
  const at = (hour: number) => agency.as("everything", `2019-03-05T0${hour}:00:00Z`);
  let theme = await createTheme(at(7), {
    names: { fi: "Asiakaspalvelu", sv: "Kundservice", en: "Customer service", ru: "Обслуживание клиентов" },
    descriptions: {},
  });
  theme = await moveTheme(at(8), {
    themeId: theme.id,
    version: theme.version,
    to: "under_review",
    ownerId: agency.staffId("everything"),
  });
  for (const name of ["Palvelulupaukset", "Asiakaspalvelukoulutus koko henkilöstölle"]) {
    theme = await addAction(at(9), { themeId: theme.id, version: theme.version, name });
  }
}
